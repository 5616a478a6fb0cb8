// GDELT 2.0's event table: 61 columns, tab-separated, no header, a row for each pair of parties.
// Source: GDELT Event codebook V2.0 (2015-02-19).
import type { DocumentText, EventView } from '../../record/views.ts';
import { type ActorCodes, actorCodes } from '../codes/actor-codes.ts';
import { cameoOf } from '../codes/cameo.ts';
import { COUNTRIES } from '../codes/countries.ts';
import { goldsteinOf } from '../codes/goldstein.ts';
import { type Counts, countsOf } from '../counts.ts';
import type { Exporter } from '../format.ts';
import type { Registered } from '../selection/register.ts';
import type { Selection } from '../selection/selection.ts';
import { type Cell, tabLine } from '../text/delimited.ts';
import { compact, dayOf, publicationDay } from './day.ts';
import { type Dyad, dyadNumber, dyadsOf } from './dyads.ts';
import { citationOf, isInLead } from './tellings.ts';

export const gdelt: Exporter = {
  summary: 'events as GDELT 2.0 has them: 61 columns, tab-separated, no header, a row for each pair of parties',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  ending: 'csv',
  loses:
    'Statements, agreements and positions; more than two parties in a row; modality and vague dates (left out); words. Tone and coordinates stay empty.',
  pieces,
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  for await (const row of gdeltEvents(selection)) yield tabLine(cellsOf(row));
}

/** A row of the event table before its cells are made; the table of mentions hangs on the same rows. */
export interface GdeltEvent {
  readonly id: number;
  readonly event: EventView;
  readonly day: string;
  readonly dyad: Dyad;
  readonly place: Registered | null;
  /** The first document that tells it. */
  readonly first: DocumentText | null;
  readonly counts: Counts;
}

export async function* gdeltEvents(selection: Selection): AsyncGenerator<GdeltEvent> {
  for await (const event of selection.happened()) {
    const day = dayOf(event, selection);
    if (day === null) continue;
    const [place = null] = await selection.register.lookUp(event.place ? [event.place] : []);
    const first = await selection.library.get(event.evidence[0]?.document.id ?? '');
    for (const dyad of await dyadsOf(event, selection.register)) {
      yield { id: dyadNumber(event.id, dyad), event, day, dyad, place, first, counts: countsOf(event) };
    }
  }
}

function cellsOf({ id, event, day, dyad, place, first, counts }: GdeltEvent): readonly Cell[] {
  const { code, base, root, quad } = cameoOf(event);
  const words = event.evidence[0];
  const [year = '', month = '', date = ''] = day.split('-');
  return [
    ...[id, compact(day), year + month, year, fractionDate(year, month, date)],
    ...actorCells(dyad.source),
    ...actorCells(dyad.target),
    first && words && isInLead(first, words.trigger ?? words.span) ? 1 : 0,
    ...[code, base, root, quad, goldsteinOf(code)],
    ...[counts.mentions, counts.sources, counts.articles],
    AVERAGE_TONE,
    ...NOWHERE,
    ...NOWHERE,
    ...placeCells(place),
    addedAt(event),
    first?.url ?? (first ? citationOf(first) : ''),
  ];
}

/** Tone is GDELT's own count of emotional words, which the reader does not make. */
const AVERAGE_TONE = '';

/** The codebook prints (MONTH * 30 + DAY) / 365, which passes 1 in December; GDELT's own rows have months from 0. */
const fractionDate = (year: string, month: string, day: string): string =>
  (Number(year) + ((Number(month) - 1) * 30 + Number(day)) / 365).toFixed(4);

/** Code, name, country, known group, ethnicity, two religions, three types. */
function actorCells(actor: Registered | null): readonly Cell[] {
  if (!actor) return Array<Cell>(10).fill('');
  const { cameo, cameoCountry, cameoGroup, cameoTypes }: ActorCodes = actorCodes(actor);
  const [type1 = '', type2 = '', type3 = ''] = cameoTypes;
  return [cameo, actor.name.toUpperCase(), cameoCountry, cameoGroup, '', '', '', type1, type2, type3];
}

/** Type, full name, country, first and second division, latitude, longitude, feature: 0 says that nothing is known. */
const NOWHERE: readonly Cell[] = [0, '', '', '', '', '', '', ''];

/** Whether a place is a city or a region the record does not say, so that only states have a type. */
function placeCells(place: Registered | null): readonly Cell[] {
  if (!place) return NOWHERE;
  const state = place.kind === 'state' ? place : place.owner;
  const fips = COUNTRIES.get(state?.code ?? '')?.fips ?? '';
  if (place.kind === 'state') return [1, place.name, fips, fips, '', '', '', fips];
  return ['', [place.name, state?.name].filter(Boolean).join(', '), fips, '', '', '', '', ''];
}

/** When the first document came out, in the place of GDELT's own clock; the same in every export. */
export function addedAt(event: EventView): string {
  const day = publicationDay(event);
  return day === null ? '' : `${compact(day)}000000`;
}
