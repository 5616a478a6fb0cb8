// POLECAT's release table: 40 columns, tab-separated, with a header; several values in a cell have "; " between.
// Source: the header of the published files as their readers quote it; the codebook itself (doi:10.7910/DVN/AJGVIT) was
// not at hand, so that the spelling of quad classes is the one readers expect.
import type { Quad } from '../../model/plover.ts';
import type { DocumentText, EntityLink, EventView } from '../../record/views.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import { actorCodes } from '../codes/actor-codes.ts';
import type { Exporter } from '../format.ts';
import type { Registered } from '../selection/register.ts';
import type { Selection } from '../selection/selection.ts';
import { tabLine } from '../text/delimited.ts';
import { dayOf } from './day.ts';

export const polecat: Exporter = {
  summary: 'events as POLECAT publishes them: 40 columns, tab-separated, with a header',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  ending: 'txt',
  loses:
    'Statements, agreements and positions; words; modality and vague dates (left out). Wikipedia and GeoNames identifiers stay None.',
  pieces,
};

const PARTY_COLUMNS = ['Country', 'COW'];
const HEADER: readonly string[] = [
  ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts'],
  ...['Actor', 'Recipient'].flatMap((role) => [
    `${role} Name`,
    ...PARTY_COLUMNS.map((column) => `${role} ${column}`),
    `Primary ${role} Sector`,
    ...['Sectors', 'Title', 'Name Raw'].map((column) => `${role} ${column}`),
    `Wikipedia ${role} ID`,
  ]),
  ...['Placename', 'City', 'District', 'Province', 'Country', 'Latitude', 'Longitude', 'GeoNames ID', 'Raw Placename'],
  ...['Feature Type', 'Source', 'Publication Date', 'Story People', 'Story Organizations', 'Story Locations'],
  ...['Language', 'Version'],
];

const QUADS: Readonly<Record<Quad, string>> = {
  1: 'VERBAL COOPERATION',
  2: 'MATERIAL COOPERATION',
  3: 'VERBAL CONFLICT',
  4: 'MATERIAL CONFLICT',
};

const NONE = 'None';
const orNone = (value: string | null | undefined): string => value || NONE;
const joined = (values: readonly (string | null)[]): string => orNone(values.map((value) => value || NONE).join('; '));
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield tabLine(HEADER);
  for await (const event of selection.happened()) {
    const day = dayOf(event, selection);
    if (day !== null) yield tabLine(await cellsOf(event, day, selection));
  }
}

async function cellsOf(event: EventView, day: string, { register, library }: Selection): Promise<readonly string[]> {
  const first = await library.get(event.evidence[0]?.document.id ?? '');
  const [place = null] = await register.lookUp(event.place ? [event.place] : []);
  return [
    ...[event.id, day, event.type, orNone(event.mode), String(event.score), QUADS[event.quad]],
    orNone(event.contexts.join('; ')),
    ...partyCells(await register.lookUp(event.actor)),
    ...partyCells(await register.lookUp(event.recipient)),
    ...placeCells(place),
    orNone(first?.publisher),
    orNone(first?.published.value),
    ...storyCells(first),
    orNone(first?.language),
    `rapporteur-${PROGRAM_VERSION}`,
  ];
}

/** A value for each party in every cell, in the same order, so that cells can be split side by side. */
function partyCells(parties: readonly Registered[]): readonly string[] {
  const codes = parties.map(actorCodes);
  return [
    joined(parties.map(({ name }) => name)),
    joined(codes.map(({ plover }) => plover)),
    joined(codes.map(({ cow }) => (cow === null ? null : String(cow)))),
    joined(codes.map(({ ploverSectors }) => ploverSectors[0] ?? null)),
    joined(codes.map(({ ploverSectors }) => ploverSectors.join(', '))),
    joined(parties.map(({ offices }) => offices.join(', '))),
    joined(parties.map(({ name }) => name)),
    NONE,
  ];
}

/** A state is a country; of other places the record does not say whether they are cities. */
function placeCells(place: Registered | null): readonly string[] {
  const state = place?.kind === 'state' ? place : place?.owner;
  const unknown = [NONE, NONE, NONE];
  return [orNone(place?.name), ...unknown, orNone(state?.code), ...unknown, orNone(place?.name), NONE];
}

function storyCells(document: DocumentText | null): readonly string[] {
  const named = (...kinds: readonly EntityLink['kind'][]) =>
    orNone(
      distinct((document?.entities ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)).join(
        '; ',
      ),
    );
  return [named('person'), named('organization', 'body'), named('state', 'place')];
}
