// What fits a filter, found in the lists in which items stand.

import { type Expression, type Kysely, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { ITEM_KINDS } from '../../model/items.ts';
import { daysOf } from '../dates.ts';
import {
  ALL_ITEMS,
  dayNumber,
  listOfPair,
  listOfPublisher,
  listOfSide,
  monthOf,
  PARTS,
  UNDATED,
  WIDE_ITEMS,
} from '../schema/list.ts';
import type { ListedRow, Tables, TellingRow } from '../schema/tables.ts';
import type { AsOf, ItemKind, ReviewState } from '../views.ts';
import { knownDay, UNCERTAIN_STATES, worldDay } from './as-of.ts';
import { entriesIn, entriesNamed, entriesRetold, entriesSaying, itemsTold } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';

/** An item stands in one of these lists, and does there what one of the bits says. */
interface Membership {
  readonly lists: readonly number[];
  /** Sum of `PARTS`; 0 for whatever it does. */
  readonly parts: number;
}

/** Lists of what leads those telling the same, and of the tellings of what is told more than once. */
type Table = 'listed' | 'tellings';

/** In the list of all, where items are looked up one by one: a plain equality has SQLite walk the list instead. */
const AMONG_ALL = sql<SqlBool>`l.list BETWEEN ${sql.lit(ALL_ITEMS)} AND ${sql.lit(ALL_ITEMS)}`;

const EVERYTHING: Membership = { lists: [ALL_ITEMS], parts: 0 };

/** Where words are looked for, so many rows are read at once: finding the sentences a second time takes longer. */
const ROWS_SAYING = 20_000;

/** How many rows are worth reading at once, of a list that is read so up to a number. */
export const rowsAtOnce = ({ text }: ItemFilter, most: number): number =>
  text === undefined ? most : Math.max(most, ROWS_SAYING);

/** What is asked of rows beside a filter. */
export interface Narrowed {
  /** Key of an issue, agreement or activity that all are about. */
  readonly about?: number | undefined;
  /** Keys of such, or what finds them: a row for each that an item is about. */
  readonly subjects?: readonly number[] | SelectQueryBuilder<Tables, 'list_counts', Pick<ListedRow, 'list'>>;
  /** Numbers of days that what fits begins on or after, and on or before. */
  readonly begins?: { readonly from?: number; readonly to?: number };
  /** Only what may lie in several years. */
  readonly wide?: boolean;
  /** Only what was told of before it began: little, so that it is found by that. */
  readonly ahead?: boolean;
  /** Only what leads in documents that came out on these days, both included: few compared with all. */
  readonly told?: { readonly from: string; readonly to: string };
  /** Any condition on a row (`l`). */
  readonly which?: RawBuilder<SqlBool>;
}

/**
 * What is there by the earlier of the two dates, in two parts: what begins by then, and of all that begins later that which
 * was told of before it began.
 */
export function partsBy(asOf: AsOf): readonly Narrowed[] {
  const days = [knownDay(asOf), worldDay(asOf)].flatMap((day) => (day === null ? [] : dayNumber(day)));
  const day = Math.min(...days);
  return [{ begins: { to: day } }, { begins: { from: day + 1 }, ahead: true }];
}

/** Rows of lists (`l`), one for each item that fits. Not for what is rejected, nor as of a day of knowledge. */
export const listing = (db: Kysely<Tables>, filter: ItemFilter, narrowed: Narrowed = {}) =>
  rowsIn(db, 'listed', filter, narrowed);

/** The same among what is told once, by a day of knowledge: such items say the same on any day since. The others are `retoldBy`. */
export const listingBy = async (db: Kysely<Tables>, filter: ItemFilter, day: string, narrowed: Narrowed = {}) =>
  (await rowsIn(db, 'listed', filter, narrowed)).where('l.alone', '=', 1).where('l.heard', '<=', dayNumber(day));

/** The tellings that fit of what is told more than once, as far as they were there by a day of knowledge. */
export const retoldBy = async (db: Kysely<Tables>, filter: ItemFilter, day: string, narrowed: Narrowed = {}) =>
  (
    (await rowsIn(db, 'tellings', filter, narrowed)) as unknown as SelectQueryBuilder<
      Tables & { l: TellingRow },
      'l',
      object
    >
  ).where('l.known', '<=', dayNumber(day));

async function rowsIn(db: Kysely<Tables>, table: Table, filter: ItemFilter, narrowed: Narrowed) {
  const { ids, retold, documents, text, rules, reviews, asOf } = filter;
  const { about, subjects, begins, wide, ahead, told, which } = narrowed;
  const asked = await membershipsOf(db, filter);
  const memberships = [
    ...(about === undefined ? [] : [{ lists: [about], parts: PARTS.subject }]),
    ...(wide ? [{ lists: [WIDE_ITEMS], parts: 0 }] : []),
    ...asked,
  ];
  const own = table === 'listed' ? 'entry' : 'key';
  const entry = table === 'listed' ? sql.ref('l.item') : sql.ref('l.entry');
  const found = [
    ...(text === undefined ? [] : [sql`l.item IN ${entriesSaying(db, own, text)}`]),
    ...(documents === undefined ? [] : [sql`l.item IN ${entriesIn(db, own, documents)}`]),
    ...(ids === undefined ? [] : [sql`${entry} IN ${entriesNamed(db, ids)}`]),
    ...(retold ? [sql`${entry} IN ${entriesRetold(db, knownDay(asOf))}`] : []),
    ...(told ? [sql`l.item IN ${itemsTold(db, told)}`] : []),
  ];
  // The columns that both tables have are all that is asked of either.
  const latest = Math.min(begins?.to ?? UNDATED, latestCertain(filter));
  let rows = db.selectFrom(`${table} as l` as 'listed as l').where(placed(filter, latest));
  // What has the words or stands in the document is looked up in the list of all; else the smallest list is walked.
  const [walked, ...others] =
    found.length > 0 || subjects ? [EVERYTHING, ...memberships] : await smallestFirst(db, table, memberships);
  if (ahead) rows = rows.where(sql<SqlBool>`l.begins > l.heard`);
  if (subjects) rows = rows.where('l.list', 'in', subjects).where(isDone('l', PARTS.subject));
  else if (found.length > 0) rows = rows.where(AMONG_ALL);
  // As a sum no index finds the list.
  else if (ahead && walked === EVERYTHING) rows = rows.where(sql<SqlBool>`+l.list = ${sql.lit(ALL_ITEMS)}`);
  else if (walked === EVERYTHING) rows = rows.where('l.list', '=', sql.lit(ALL_ITEMS));
  else rows = rows.where('l.list', 'in', walked.lists).where(isDone('l', walked.parts)).where(firstOf(table, walked));
  for (const isFound of found) rows = rows.where(sql<SqlBool>`${isFound}`);
  for (const one of others) rows = rows.where(standsIn(table, one));
  // Tellings can have other days than what leads them.
  const walks = table === 'listed' && walked === EVERYTHING && found.length === 0 && !subjects && !ahead;
  const start = Math.max(walks ? await earliest(db, filter) : 0, begins?.from ?? 0);
  if (start > 0) rows = rows.where('l.begins', '>=', start);
  if (which) rows = rows.where(which);
  const world = worldDay(asOf);
  if (world !== null) rows = rows.where(happenedBy(world));
  if (rules)
    rows = rows.where(sql<SqlBool>`EXISTS (SELECT 1 FROM items i WHERE i.key = l.item AND i.rule IN (${some(rules)}))`);
  return reviews ? rows.where(decidedAs(entry, reviews)) : rows;
}

/** The day of the world, where what is asked for has a date and stands in no doubt: nothing of what begins later can have happened. */
function latestCertain({ from, modalities, asOf }: ItemFilter): number {
  const world = worldDay(asOf);
  if (world === null || from === undefined || modalities === undefined) return UNDATED;
  return modalities.some((state) => UNCERTAIN_STATES.includes(state)) ? UNDATED : dayNumber(world);
}

/** Whether lists can answer it: what was rejected stands in no list. */
export const isListed = ({ reviews }: ItemFilter): boolean => reviews === undefined || !reviews.includes('rejected');

/** How many items fit each combination of kind, type, state and days (`l`); for a filter that asks for nothing else. */
export const counting = (db: Kysely<Tables>, filter: ItemFilter) =>
  db.selectFrom('item_counts as l').where(placed(filter)).where('l.number', '>', 0);

/** The first month in which anything begins that fits, as a day: the list of all is not walked from its beginning. */
const earliest = async (db: Kysely<Tables>, { kinds = ITEM_KINDS, from }: ItemFilter): Promise<number> => {
  const day = daysOf(from ?? null)?.start;
  return day === undefined ? 0 : earliestEnding(db, kinds, day);
};

/** The first month, as a day, in which anything of these kinds begins that ends on a day or later. */
export async function earliestEnding(db: Kysely<Tables>, kinds: readonly ItemKind[], day: string): Promise<number> {
  const { first } = await db
    .selectFrom('month_counts as m')
    .where('m.kind', 'in', kinds)
    .where('m.ends', '>=', monthOf(dayNumber(day)))
    .select(({ fn }) => fn.min('m.begins').as('first'))
    .executeTakeFirstOrThrow();
  const month = first as number | null;
  return month === null || month === monthOf(UNDATED) ? UNDATED : month * 100;
}

/** Whether `counting` can answer it. */
export const isCounted = ({ kinds, types, modalities, from, to, limit, offset, ...others }: ItemFilter): boolean =>
  Object.values(others).every((value) => value === undefined);

/**
 * What a row (`l`) says itself: kind, type, state, days.
 * @param latest number of the last day on which it begins
 */
function placed(
  { kinds = ITEM_KINDS, types, modalities, from, to }: ItemFilter,
  latest = UNDATED,
): Expression<SqlBool> {
  const conditions = [sql`l.kind IN (${some(kinds)})`];
  if (types) conditions.push(sql`l.type IN (${some(types)})`);
  if (modalities) conditions.push(sql`l.state IN (${some(modalities)})`);
  const first = from === undefined ? null : daysOf(from);
  const last = to === undefined ? null : daysOf(to);
  if (first) conditions.push(sql`l.ends >= ${dayNumber(first.start)}`);
  // One bound alone: of two the engine looks at the first.
  const end = Math.min(latest, first ? UNDATED - 1 : UNDATED, last ? dayNumber(last.end) : UNDATED);
  if (end < UNDATED) conditions.push(sql`l.begins <= ${end}`);
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

const some = (values: readonly string[]) => sql.join(values.length > 0 ? values : ['']);

async function membershipsOf(db: Kysely<Tables>, filter: ItemFilter): Promise<readonly Membership[]> {
  const { actors, recipients, about, entities, themselves, pair, publishers } = filter;
  const ids = [actors, recipients, about, entities, themselves, pair].flatMap((list) => list ?? []);
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('entities as e')
          .leftJoin('entity_sides as s', (join) =>
            join.onRef('s.entity', '=', 'e.entity').onRef('s.side', '=', 'e.entity'),
          )
          .select(['e.id', 'e.entity', 's.side'])
          .where('e.id', 'in', ids)
          .execute();
  const keyOf = new Map(rows.map(({ id, entity }) => [id, entity]));
  const ownListsOf = (asked: readonly string[]) => [...new Set(asked.flatMap((id) => keyOf.get(id) ?? []))];
  const sides = new Set(rows.flatMap(({ side }) => side ?? []));
  const listsOf = (asked: readonly string[]) =>
    ownListsOf(asked).map((key) => (sides.has(key) ? listOfSide(key) : key));
  const memberships: Membership[] = [];
  for (const [asked, parts] of [
    [actors, PARTS.acts],
    [recipients, PARTS.receives],
    [entities, 0],
  ] as const) {
    if (asked) memberships.push({ lists: listsOf(asked), parts });
  }
  if (about) memberships.push({ lists: ownListsOf(about), parts: PARTS.subject });
  if (themselves) memberships.push({ lists: ownListsOf(themselves), parts: 0 });
  if (pair) {
    const [one, other] = pair.map((id) => keyOf.get(id));
    const known = one !== undefined && other !== undefined;
    memberships.push({ lists: known ? [listOfPair(one, other)] : [], parts: 0 });
  }
  if (publishers) {
    const named = sql<{ key: number }>`SELECT key FROM publishers WHERE name IN (${sql.join(
      (publishers.length > 0 ? publishers : ['']).map((name) => sql`lower(CAST(${name} AS TEXT))`),
    )})`;
    memberships.push({ lists: (await named.execute(db)).rows.map(({ key }) => listOfPublisher(key)), parts: 0 });
  }
  return memberships;
}

/** Longer lists than this are not told apart by their length. */
const LONG = 20_000;

async function smallestFirst(
  db: Kysely<Tables>,
  table: Table,
  memberships: readonly Membership[],
): Promise<readonly [Membership, ...Membership[]]> {
  const [only = EVERYTHING, ...others] = memberships;
  if (others.length === 0) return [only];
  const sized: { one: Membership; size: number }[] = [];
  for (const one of memberships) {
    const rows = db
      .selectFrom(table as 'listed')
      .select('item')
      .where('list', 'in', one.lists)
      .limit(LONG);
    const { size } = await db
      .selectFrom(rows.as('piece'))
      .select(({ fn }) => fn.countAll<number>().as('size'))
      .executeTakeFirstOrThrow();
    sized.push({ one, size: Number(size) });
  }
  const [first = only, ...rest] = sized.sort((a, b) => a.size - b.size).map(({ one }) => one);
  return [first, ...rest];
}

const isDone = (row: 'l' | 'x', parts: number) =>
  parts === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.ref(`${row}.parts`)} & ${sql.lit(parts)}) <> 0`;

/** Another row (`x`) of the same item as `l`. */
const SAME = sql`x.kind = l.kind AND x.begins = l.begins AND x.ends = l.ends AND x.told = l.told AND x.item = l.item`;

const standsIn = (table: Table, { lists, parts }: Membership) =>
  lists.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`EXISTS (SELECT 1 FROM ${sql.table(table)} x WHERE x.list IN (${sql.join(lists)}) AND ${SAME} AND ${isDone('x', parts)})`;

/** An item that stands in several of the lists is taken from the first. */
const firstOf = (table: Table, { lists, parts }: Membership) =>
  lists.length < 2
    ? sql<SqlBool>`1 = 1`
    : sql<SqlBool>`NOT EXISTS (SELECT 1 FROM ${sql.table(table)} x
        WHERE x.list IN (${sql.join(lists)}) AND x.list < l.list AND ${SAME} AND ${isDone('x', parts)})`;

/** `happenedBy` in the words of lists (`l`). */
export const happenedBy = (day: string) => sql<SqlBool>`(l.begins <= ${dayNumber(day)} OR (
  l.heard <= ${dayNumber(day)} AND (l.begins = ${sql.lit(UNDATED)} OR l.state IN (${sql.join(UNCERTAIN_STATES)}))))`;

/** As `reviewedAs`; what was rejected stands in no list. */
function decidedAs(entry: Expression<unknown>, states: readonly ReviewState[]) {
  const decided = states.filter((state) => state !== 'machine');
  const asked = sql<SqlBool>`${entry} IN (SELECT entry FROM items WHERE review <> 'machine' AND review IN (${some(decided)}))`;
  if (!states.includes('machine')) return asked;
  return sql<SqlBool>`(${entry} NOT IN (SELECT entry FROM items WHERE review <> 'machine') OR ${asked})`;
}
