// How the documents that tell one event differ: what each says, and how many of them are sources of their own.
import type { Kysely } from 'kysely';
import { RECIPROCAL_TYPES } from '../../model/plover.ts';
import { type DayInterval, daysOf } from '../dates.ts';
import { addTo } from '../group-by.ts';
import { foldName } from '../identity/fold.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, CompareView, EventView, TellingFields, TellingView } from '../views.ts';
import { durationsOf } from './durations.ts';
import { hydrate, tellingsOf } from './hydrate.ts';
import { inPieces } from './links.ts';
import { compare as order } from './order.ts';
import { COPIES_METHOD } from './sources.ts';
import type { Telling } from './telling.ts';

/** @param id of an event, or of one telling of it */
export async function compareTellings(db: Kysely<Tables>, id: string, asOf?: AsOf): Promise<CompareView | null> {
  const row = await db
    .selectFrom('items')
    .select('entry')
    .where('id', '=', id)
    .where('kind', '=', 'event')
    .executeTakeFirst();
  if (!row) return null;
  const [event] = (await hydrate(db, [row.entry], { asOf })) as readonly EventView[];
  if (!event) return null;
  const tellings = await tellingsOf(db, [row.entry], { asOf });
  const speakers = await speakersOf(db, tellings);
  const sources = await sourcesOf(db, tellings);
  const sides = await sidesOf(db, tellings);
  const places = [...new Set(sources)];
  const lengths = await Promise.all(tellings.map((telling) => durationsOf(db, telling)));
  const views = tellings.map(
    (telling, at): TellingView => ({
      document: telling.evidence.document,
      evidence: telling.evidence,
      fields: fieldsOf(telling, speakers.get(telling.row.refers ?? -1) ?? [], lengths[at] ?? NO_LENGTH),
      source: places.indexOf(sources[at] as number),
    }),
  );
  const documents = new Set(tellings.map(({ row }) => row.document));
  const outlets = new Set(
    views.map(({ document: { publisher, id: document } }) =>
      publisher ? foldName(publisher) : `document ${document}`,
    ),
  );
  return {
    event,
    tellings: views,
    differences: differencesIn(views, partiesIn(event.type, tellings, sides)),
    reports: documents.size,
    outlets: outlets.size,
    independent: places.length,
    method: COPIES_METHOD,
  };
}

/** Numbers in words, with the word they stand before: "138 specialists", "1,500 troops", "$22 million". */
const NUMBER = /\$?\b\d{1,3}(?:,\d{3})+\b(?:\s+\p{L}+)?|\$?\b\d+(?:\.\d+)?\b(?:\s+\p{L}+)?/gu;
/** Numbers of a date are compared as the date. */
const OF_DATE =
  /^(?:\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*|(?:19|20)\d{2}\b.*)$/u;

type Lengths = Awaited<ReturnType<typeof durationsOf>>;
const NO_LENGTH: Lengths = { lasted: [], places: [] };

function fieldsOf(
  { row, details, roles, evidence }: Telling,
  saidBy: readonly string[],
  { lasted, places }: Lengths,
): TellingFields {
  const names = (role: string) =>
    roles
      .filter((part) => part.role === role)
      .map(({ entity }) => entity.name)
      .sort(order);
  const isLength = (at: number) => places.some(([start, end]) => start <= at && at < end);
  const numbers = [...evidence.quote.matchAll(NUMBER)]
    .filter(({ index }) => !isLength(evidence.span[0] + index))
    .map(([words]) => words);
  return {
    date: row.time_value,
    place: names('place')[0] ?? null,
    actor: names('actor'),
    recipient: names('recipient'),
    mode: (details.mode ?? null) as string | null,
    modality: row.state ?? '',
    duration: lasted,
    saidBy,
    numbers: numbers.filter((words) => !OF_DATE.test(words)),
  };
}

/** Statement's key -> names of its speakers. */
async function speakersOf(
  db: Kysely<Tables>,
  tellings: readonly Telling[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const names = new Map<number, string[]>();
  for (const piece of inPieces(tellings.flatMap(({ row }) => row.refers ?? []))) {
    const rows = await db
      .selectFrom('roles as r')
      .innerJoin('entities as n', 'n.key', 'r.entity')
      .innerJoin('entities as e', 'e.key', 'n.entity')
      .where('r.item', 'in', piece)
      .where('r.role', '=', 'speaker')
      .select(['r.item', 'e.name'])
      .orderBy('e.name')
      .execute();
    for (const { item, name } of rows) addTo(names, item, name);
  }
  return names;
}

/** The document that each telling's document counts as. */
async function sourcesOf(db: Kysely<Tables>, tellings: readonly Telling[]): Promise<readonly number[]> {
  const sources = new Map<number, number>();
  for (const piece of inPieces([...new Set(tellings.map(({ row }) => row.document))])) {
    const rows = await db.selectFrom('document_sources').selectAll().where('document', 'in', piece).execute();
    for (const { document, source } of rows) sources.set(document, source);
  }
  return tellings.map(({ row }) => sources.get(row.document) ?? row.document);
}

type PartyField = 'actor' | 'recipient';
type Sides = ReadonlySet<number>;

/** Telling's key and role -> the sides that its parties act for: a minister the state, a joint council both. */
async function sidesOf(db: Kysely<Tables>, tellings: readonly Telling[]): Promise<ReadonlyMap<string, Sides>> {
  const sides = new Map<string, Set<number>>();
  for (const piece of inPieces(tellings.map(({ row }) => row.key))) {
    const rows = await db
      .selectFrom('roles as r')
      .innerJoin('entities as n', 'n.key', 'r.entity')
      .leftJoin('entity_sides as s', 's.entity', 'n.entity')
      .where('r.item', 'in', piece)
      .where('r.role', 'in', ['actor', 'recipient'])
      .select(['r.item', 'r.role', 'n.entity', 's.side'])
      .execute();
    for (const { item, role, entity, side } of rows) {
      const key = `${item} ${role}`;
      sides.set(key, (sides.get(key) ?? new Set()).add(side ?? entity));
    }
  }
  return sides;
}

/** The sides that each telling has in each role; of what is mutual both roles are one. */
function partiesIn(
  type: EventView['type'],
  tellings: readonly Telling[],
  sides: ReadonlyMap<string, Sides>,
): Readonly<Record<PartyField, readonly Sides[]>> {
  const inRoles = (roles: readonly PartyField[]) =>
    tellings.map(({ row }) => new Set(roles.flatMap((role) => [...(sides.get(`${row.key} ${role}`) ?? [])])));
  const mutual = RECIPROCAL_TYPES.has(type);
  const both = ['actor', 'recipient'] as const;
  return { actor: inRoles(mutual ? both : ['actor']), recipient: inRoles(mutual ? both : ['recipient']) };
}

/** Whether no telling names a side that another one, which names as many or more, does not. */
function agree(sides: readonly Sides[]): boolean {
  const bySize = [...sides].sort((a, b) => a.size - b.size);
  return bySize.every((few, at) => [...few].every((side) => bySize[at + 1]?.has(side) ?? true));
}

/** Whether of any two dates one lies within the other: "in 2011" is no other day than 8 June 2011. */
function nested(dates: readonly string[]): boolean {
  const days = dates.map(daysOf);
  const within = (a: DayInterval | null, b: DayInterval | null) => a && b && b.start <= a.start && a.end <= b.end;
  return days.every((a, at) => days.slice(at + 1).every((b) => within(a, b) || within(b, a)));
}

/**
 * Fields in which tellings that say something say different things; a telling that is silent differs from none. Parties
 * differ where their sides do: "the ambassadors" and "the Council" are other words for those they act for.
 */
function differencesIn(
  tellings: readonly TellingView[],
  parties: Readonly<Record<PartyField, readonly Sides[]>>,
): CompareView['differences'] {
  const fields = ['date', 'place', 'actor', 'recipient', 'mode', 'modality', 'duration', 'saidBy', 'numbers'] as const;
  return fields.flatMap((field) => {
    const values = new Map<string, number[]>();
    for (const [at, telling] of tellings.entries()) {
      const value = telling.fields[field];
      const text = typeof value === 'string' ? value : (value ?? []).join(', ');
      if (text !== '') addTo(values, text, at);
    }
    if (values.size < 2) return [];
    if (field === 'date' && nested([...values.keys()])) return [];
    if ((field === 'actor' || field === 'recipient') && agree(parties[field])) return [];
    return [{ field, values: [...values].map(([value, places]) => ({ value, tellings: places })) }];
  });
}
