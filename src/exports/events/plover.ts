// PLOVER events as JSON Lines, one object a line, with the field names of the manual (draft 0.8, "Data Fields").
import type { DocumentText, EntityLink, EventView, Evidence } from '../../record/views.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import { actorCodes } from '../codes/actor-codes.ts';
import { countsOf } from '../counts.ts';
import type { Exporter } from '../format.ts';
import type { Registered } from '../selection/register.ts';
import type { Selection } from '../selection/selection.ts';
import { pointsBefore } from '../text/points.ts';
import { isExact, publicationDay } from './day.ts';
import { sentenceNumber } from './tellings.ts';

export const plover: Exporter = {
  summary: 'events as PLOVER has them, JSON Lines',
  mediaType: 'application/x-ndjson',
  ending: 'jsonl',
  loses:
    'Statements, agreements and positions; what did not happen, unless --all marks it with an auxiliary mode; events without a date or an actor.',
  pieces,
};

/** The manual's auxiliary modes for what did not, or not yet, take place. */
const AUXILIARY = { actual: [], planned: ['future'], hypothetical: ['hypothetical'], negated: ['negation'] } as const;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  for await (const event of selection.happened()) {
    const dates = datesOf(event, selection);
    if (!dates) continue;
    if (event.actor.length === 0) selection.leftOut('nobody');
    else yield `${JSON.stringify(await recordOf(event, dates, selection))}\n`;
  }
}

interface Dates {
  readonly date: string;
  readonly enddate?: string;
}

/** An uncertain date is told by its first and last day; `date_value` beside them says that it is uncertain. */
function datesOf(event: EventView, selection: Selection): Dates | null {
  const { time } = event;
  if (time.start !== null) {
    return isExact(time) || time.end === null ? { date: time.start } : { date: time.start, enddate: time.end };
  }
  const published = selection.all ? publicationDay(event) : null;
  if (published !== null) return { date: published };
  selection.leftOut('undated');
  return null;
}

async function recordOf(event: EventView, dates: Dates, { register, library }: Selection) {
  const [words] = event.evidence;
  const document = words ? await library.get(words.document.id) : null;
  const { mentions, sources, articles } = countsOf(event);
  return {
    id: event.id,
    has_event: true,
    ...dates,
    date_value: event.time.value,
    date_basis: event.time.basis,
    actor: (await register.lookUp(event.actor)).map(entityOut),
    recipient: (await register.lookUp(event.recipient)).map(entityOut),
    event: [event.type],
    mode: [
      ...(event.mode === null ? [] : [event.mode]),
      ...AUXILIARY[event.modality],
      ...(event.background ? ['historical'] : []),
    ],
    context: event.contexts,
    modality: event.modality,
    quad_code: event.quad,
    event_scale: event.score,
    cameo: event.cameo,
    about: event.about.map(({ name }) => name),
    ...(event.place && { event_loc: locationOut((await register.lookUp([event.place]))[0] as Registered) }),
    event_text: event.evidence.map(({ quote }) => quote),
    ...(document && words && { text_info: textInfo(document, words), cite_info: citeInfo(document) }),
    documents: event.evidence.map(({ document: { id } }) => id),
    ...{ num_mentions: mentions, num_sources: sources, num_articles: articles },
    coder: `rapporteur ${PROGRAM_VERSION}`,
    review: event.review,
    ...(words?.why != null && { comment: words.why }),
  };
}

function entityOut(actor: Registered) {
  const { plover: code, ploverSectors } = actorCodes(actor);
  return {
    ...(code && { code }),
    ...(ploverSectors.length > 0 && { sector: ploverSectors.join('') }),
    entity_text: actor.name,
    identifier_id: actor.id,
    identifier_text: actor.kind,
    ...(actor.offices.length > 0 && { office: actor.offices.join('; ') }),
  };
}

/** PLOVER's resolution 1 is a country; of other places the record does not say what they are. */
function locationOut(place: Registered) {
  const state: EntityLink | null = place.kind === 'state' ? place : place.owner;
  return {
    extracted_place: place.name,
    ...(state && { country: state.name, country_code: state.code }),
    ...(place.kind === 'state' && { resolution: 1 }),
  };
}

/** Offsets count code points. */
const textInfo = (document: DocumentText, { span, trigger }: Evidence) => ({
  sequence: sentenceNumber(document, trigger ?? span),
  start: pointsBefore(document.text, span[0]),
  end: pointsBefore(document.text, span[1]),
});

const citeInfo = ({ url, title, language, publisher, published, id }: DocumentText) => ({
  citation: id,
  ...(url && { url }),
  ...(title && { title }),
  ...(language && { language }),
  ...(publisher && { publication: publisher }),
  ...(published.value && { publication_date: published.value }),
  codebook: 'plover-0.8',
});
