// The record as linked data: schema.org's terms where it has them, the record's own for the rest. The context stands in
// the file, so that it is read without the network.
import { ITEM_KINDS } from '../../model/items.ts';
import type { AnyView, DocumentText, EntityLink, EntityMentions, Evidence, RecordDate } from '../../record/views.ts';
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { pointsBefore } from '../text/points.ts';
import { documentIri, entityIri, itemIri } from './names.ts';

export const jsonld: Exporter = {
  summary: 'entities, items and documents as linked data, in terms of schema.org and PLOVER (JSON-LD)',
  mediaType: 'application/ld+json',
  ending: 'jsonld',
  loses: 'Texts of documents, mentions of entities, reasons and the review journal.',
  pieces,
};

const OWN = 'urn:rapporteur:vocabulary:';
const PLOVER = 'https://github.com/openeventdata/PLOVER#';

const link = (id: string) => ({ '@id': id, '@type': '@id' });
const own = (name: string) => link(OWN + name);

const CONTEXT = {
  '@version': 1.1,
  schema: 'https://schema.org/',
  record: OWN,
  plover: PLOVER,
  id: '@id',
  type: '@type',
  name: 'schema:name',
  alternateName: 'schema:alternateName',
  jobTitle: 'schema:jobTitle',
  code: 'record:code',
  partOf: link('schema:parentOrganization'),
  publisher: 'schema:publisher',
  author: 'schema:author',
  language: 'schema:inLanguage',
  url: link('schema:url'),
  published: 'schema:datePublished',
  date: 'record:date',
  dateFirst: 'record:dateFirst',
  dateLast: 'record:dateLast',
  dateBasis: 'record:dateBasis',
  actor: own('actor'),
  recipient: own('recipient'),
  about: link('schema:about'),
  place: link('schema:location'),
  speaker: own('speaker'),
  addressee: own('addressee'),
  via: own('via'),
  party: own('party'),
  body: own('body'),
  agreement: own('agreement'),
  by: own('by'),
  activity: own('activity'),
  on: own('on'),
  event: own('event'),
  statement: own('statement'),
  eventType: { '@id': 'plover:event', '@type': '@vocab' },
  mode: 'plover:mode',
  context: 'plover:context',
  score: 'plover:event_scale',
  quad: 'plover:quad_code',
  cameo: 'record:cameo',
  modality: 'record:modality',
  background: 'record:background',
  content: 'schema:text',
  cue: 'record:cue',
  form: 'record:form',
  what: 'record:what',
  state: 'record:state',
  level: 'record:level',
  stance: 'record:stance',
  review: 'record:review',
  evidence: { '@id': 'record:evidence', '@container': '@set' },
  document: link('schema:isPartOf'),
  quote: 'record:quote',
  start: 'record:start',
  end: 'record:end',
};

/** Classes of schema.org for the record's kinds of entity; the record's own class stands beside. */
const CLASSES: Readonly<Record<string, string>> = {
  state: 'schema:Country',
  organization: 'schema:Organization',
  body: 'schema:Organization',
  person: 'schema:Person',
  place: 'schema:Place',
  activity: 'schema:Project',
  agreement: 'schema:Legislation',
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let before = '\n';
  const line = (node: unknown) => {
    const text = before + JSON.stringify(node);
    before = ',\n';
    return text;
  };
  for await (const document of selection.documents()) yield line(documentNode(document));
  for await (const entity of selection.entities()) yield line(entityNode(entity));
  for (const kind of ITEM_KINDS) {
    for await (const item of selection.standing(kind)) {
      const evidence: unknown[] = [];
      for (const words of item.evidence)
        evidence.push(evidenceNode(words, await selection.library.get(words.document.id)));
      yield line({ ...itemNode(item), ...dates(item.time), review: item.review, evidence });
    }
  }
  yield '\n]}\n';
}

const documentNode = (document: DocumentText) => ({
  id: documentIri(document.id),
  type: ['schema:Article', 'record:document'],
  ...given({ name: document.title, publisher: document.publisher, author: document.author }),
  ...given({ language: document.language, url: document.url, published: document.published.value }),
});

const entityNode = (entity: EntityMentions) => ({
  id: entityIri(entity.id),
  type: [...(CLASSES[entity.kind] ? [CLASSES[entity.kind]] : []), `record:${entity.kind}`],
  name: entity.name,
  alternateName: entity.names.filter((name) => name !== entity.name),
  ...(entity.offices.length > 0 && { jobTitle: entity.offices }),
  ...given({ code: entity.code, partOf: entity.partOf && entityIri(entity.partOf.id) }),
});

/** Offsets count code points. */
const evidenceNode = ({ document, span, quote }: Evidence, text: DocumentText | null) => ({
  document: documentIri(document.id),
  quote,
  ...(text && { start: pointsBefore(text.text, span[0]), end: pointsBefore(text.text, span[1]) }),
});

const iris = (links: readonly EntityLink[]) => links.map(({ id }) => entityIri(id));

function itemNode(item: AnyView): Readonly<Record<string, unknown>> {
  const head = { id: itemIri(item.kind, item.id), type: `record:${item.kind}` };
  switch (item.kind) {
    case 'event':
      return {
        ...head,
        type: ['schema:Event', 'record:event'],
        eventType: `plover:${item.type}`,
        ...given({ mode: item.mode, cameo: item.cameo, place: item.place && entityIri(item.place.id) }),
        ...given({ statement: item.statement && itemIri('statement', item.statement) }),
        ...{ context: item.contexts, score: item.score, quad: item.quad },
        ...{ modality: item.modality, background: item.background },
        ...{ actor: iris(item.actor), recipient: iris(item.recipient), about: iris(item.about) },
      };
    case 'statement':
      return {
        ...head,
        type: ['schema:Quotation', 'record:statement'],
        ...{ content: item.contentText, form: item.form, ...(item.cueText && { cue: item.cueText }) },
        ...{
          speaker: iris(item.speaker),
          addressee: iris(item.addressee),
          about: iris(item.about),
          via: iris(item.via),
        },
      };
    case 'meeting':
      return {
        ...head,
        ...{ state: item.state, party: iris(item.parties), event: itemIri('event', item.event) },
        ...given({ level: item.level, body: item.body && entityIri(item.body.id) }),
        ...given({ place: item.place && entityIri(item.place.id) }),
      };
    case 'development':
      return { ...head, what: item.what, agreement: entityIri(item.agreement.id), by: iris(item.by) };
    case 'obligation':
      return { ...head, agreement: entityIri(item.agreement.id) };
    case 'activity':
      return { ...head, state: item.state, activity: entityIri(item.activity.id), party: iris(item.parties) };
    case 'position':
      return {
        ...head,
        ...{ stance: item.stance, actor: entityIri(item.actor.id), on: entityIri(item.on.id) },
        ...given({ statement: item.statement && itemIri('statement', item.statement) }),
      };
  }
}

const dates = ({ value, start, end, basis }: RecordDate) =>
  given({ date: value, dateFirst: start, dateLast: end, dateBasis: value && basis });

/** The fields that have a value. */
const given = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
