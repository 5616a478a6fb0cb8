// FollowTheMoney entities, one a line, for Aleph, OpenAleph and the tools around them.
// Source: followthemoney's schemata (followthemoney/schema/*.yaml); values are lists of strings, dates may be partial.
import { createRequire } from 'node:module';
import type { EntityKind } from '../../model/items.ts';
import { hashOf } from '../../record/hash.ts';
import type { DocumentText, EntityLink, EntityMentions, EventView, StatementView } from '../../record/views.ts';
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { MODALITY_WORDS, partiesOf } from '../text/words.ts';

export const ftm: Exporter = {
  summary: 'actors, documents, events and statements as FollowTheMoney entities, for Aleph and its kin',
  mediaType: 'application/x-ndjson',
  ending: 'ftm.json',
  loses:
    'Offsets; PLOVER types and modes are keywords; agreements, issues and positions have no schema; what did not happen is left out.',
  pieces,
};

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  for await (const document of selection.documents()) yield line(documentId(document.id), 'Article', article(document));
  for await (const entity of selection.entities()) yield* entityLines(entity);
  for await (const event of selection.happened()) yield line(event.id, 'Event', eventProperties(event));
  for await (const statement of selection.standing('statement')) yield line(statement.id, 'Event', spoken(statement));
}

/** Values that are missing are no values. */
function line(id: string, schema: string, properties: Properties): string {
  const given = Object.entries(properties).map(([name, values]) => [name, values.filter((value) => value)] as const);
  const kept = Object.fromEntries(given.filter(([, values]) => values.length > 0));
  return `${JSON.stringify({ id, schema, properties: kept })}\n`;
}

/** Ids of documents come from file names; an entity's id may hold none of their signs. */
const documentId = (id: string): string => `d${hashOf(id)}`;

/** Languages have three letters there, as in ISO 639-3. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'eng',
  fr: 'fra',
  de: 'deu',
  ru: 'rus',
  es: 'spa',
  it: 'ita',
  uk: 'ukr',
};

const article = (document: DocumentText): Properties => ({
  name: [document.title ?? document.id],
  title: [document.title],
  fileName: [`${document.id}.txt`],
  author: [document.author],
  publisher: [document.publisher],
  sourceUrl: [document.url],
  language: [LANGUAGES[document.language ?? '']],
  publishedAt: [document.published.value],
  bodyText: [document.text],
});

/** Actors and what they do together; issues, agreements and places are words of the events they belong to. */
const SCHEMATA: Partial<Readonly<Record<EntityKind, string>>> = {
  state: 'PublicBody',
  organization: 'Organization',
  body: 'PublicBody',
  person: 'Person',
  group: 'LegalEntity',
  activity: 'Project',
};

function* entityLines(entity: EntityMentions): Generator<string> {
  const schema = SCHEMATA[entity.kind];
  if (!schema) return;
  const { id, name, names, partOf, offices } = entity;
  yield line(id, schema, {
    name: [name],
    alias: names.filter((alias) => alias !== name),
    country: [countryOf(entity) ?? (partOf && countryOf(partOf))],
    ...(entity.kind === 'person' && { position: offices }),
  });
  if (!partOf || !SCHEMATA[partOf.kind]) return;
  const relation = `r${hashOf(id, partOf.id)}`;
  if (entity.kind === 'person')
    yield line(relation, 'Membership', { member: [id], organization: [partOf.id], role: offices });
  else yield line(relation, 'UnknownLink', { subject: [id], object: [partOf.id], role: ['part of'] });
}

/** FollowTheMoney's codes of states that are no more, and of Kosovo; others are ISO 3166-1 alpha-2 in small letters. */
const FORMER: Readonly<Record<string, string>> = {
  XKX: 'xk',
  SUN: 'suhh',
  YUG: 'yucs',
  CSK: 'cshh',
  SCG: 'csxx',
  DDR: 'dd',
};

/** The package's main file loads the names of countries in every language; its codes alone are a small file. */
const ISO_CODES = createRequire(import.meta.url)('i18n-iso-countries/codes.json') as readonly (readonly string[])[];
const ALPHA_2: ReadonlyMap<string, string> = new Map(
  ISO_CODES.map(([two = '', three = '']) => [three, two.toLowerCase()]),
);

function countryOf({ code }: EntityLink): string | undefined {
  if (code === null) return undefined;
  return FORMER[code] ?? ALPHA_2.get(code);
}

const involved = (links: readonly EntityLink[]): readonly string[] =>
  links.filter(({ kind }) => SCHEMATA[kind] && kind !== 'activity').map(({ id }) => id);

const times = ({ value, start, end }: EventView['time']): Properties =>
  value !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)
    ? { date: [value] }
    : { startDate: [start], endDate: [end] };

const eventProperties = (event: EventView): Properties => ({
  name: [[event.type, partiesOf(event)].filter(Boolean).join(': ')],
  ...times(event.time),
  summary: [event.evidence[0]?.quote],
  description: event.evidence.slice(1).map(({ quote }) => quote),
  involved: involved([...event.actor, ...event.recipient]),
  location: [event.place?.name],
  country: [event.place ? countryOf(event.place) : undefined],
  keywords: [
    event.type,
    event.mode,
    MODALITY_WORDS[event.modality],
    ...event.contexts,
    ...event.about.map(({ name }) => name),
  ],
  proof: event.evidence.map(({ document }) => documentId(document.id)),
});

/** Saying something is an event, too; no schema of its own has a date and people. */
const spoken = (statement: StatementView): Properties => ({
  name: [['Statement', statement.speaker.map(({ name }) => name).join(', ')].filter(Boolean).join(': ')],
  ...times(statement.time),
  summary: [statement.contentText],
  involved: involved([...statement.speaker, ...statement.addressee]),
  keywords: ['statement', ...statement.about.map(({ name }) => name)],
  proof: statement.evidence.map(({ document }) => documentId(document.id)),
});
