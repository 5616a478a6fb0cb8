// What fits a filter, found in the lists in which items stand.

import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { ITEM_KINDS } from '../../model/items.ts';
import { daysOf } from '../dates.ts';
import { ALL_ITEMS, dayNumber, listOfPair, listOfPublisher, PARTS, UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import type { ReviewState } from '../views.ts';
import { UNCERTAIN_STATES, worldDay } from './as-of.ts';
import { entriesIn, entriesNamed, entriesRetold, entriesSaying, matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';

/** An item stands in one of these lists, and does there what one of the bits says. */
interface Membership {
  readonly lists: readonly number[];
  /** Sum of `PARTS`; 0 for whatever it does. */
  readonly parts: number;
}

/** Entries with more than one telling. */
const ENTRIES_RETOLD = sql`SELECT entry FROM items WHERE entry <> key`;

const EVERYTHING: Membership = { lists: [ALL_ITEMS], parts: 0 };

/**
 * Rows of lists (`l`), one for each item that fits. Not for what is rejected, nor as of a day of knowledge.
 * @param about key of an issue, agreement or activity that all are about
 */
export async function listing(db: Kysely<Tables>, filter: ItemFilter, about?: number) {
  const { ids, retold, documents, text, rules, reviews } = filter;
  const asked = await membershipsOf(db, filter);
  const memberships = about === undefined ? asked : [{ lists: [about], parts: PARTS.subject }, ...asked];
  const found = [
    ...(text === undefined ? [] : [entriesSaying(db, 'entry', text)]),
    ...(documents === undefined ? [] : [entriesIn(db, 'entry', documents)]),
    ...(ids === undefined ? [] : [entriesNamed(db, ids)]),
    ...(retold ? [entriesRetold(db, null)] : []),
  ];
  let rows = db.selectFrom('listed as l').where(placed(filter));
  // What has the words or stands in the document is looked up in the list of all; else the smallest list is walked.
  const [walked, ...others] = found.length > 0 ? [EVERYTHING, ...memberships] : await smallestFirst(db, memberships);
  if (found.length > 0) rows = rows.where(sql<SqlBool>`+l.list = ${sql.lit(ALL_ITEMS)}`);
  else rows = rows.where('l.list', 'in', walked.lists).where(isDone('l', walked.parts)).where(firstOf(walked));
  for (const entries of found) rows = rows.where('l.item', 'in', entries);
  for (const one of others) rows = rows.where(standsIn(one));
  const start = walked === EVERYTHING && found.length === 0 ? await earliest(db, filter) : null;
  if (start !== null) rows = rows.where('l.begins', '>=', start);
  const world = worldDay(filter.asOf);
  if (world !== null) rows = rows.where(happenedBy(world));
  if (rules)
    rows = rows.where(sql<SqlBool>`EXISTS (SELECT 1 FROM items i WHERE i.key = l.item AND i.rule IN (${some(rules)}))`);
  return reviews ? rows.where(decidedAs(reviews)) : rows;
}

/**
 * The same among what one document alone tells that was published by a day of knowledge: such items say the same whatever
 * the day. The others are `retoldBy`.
 */
export async function listingBy(db: Kysely<Tables>, filter: ItemFilter, day: string) {
  const vague = sql`SELECT i.key FROM documents d JOIN items i ON i.document = d.key
    WHERE d.published_start <= ${day} AND d.published_end > ${day}`;
  const { known, ...asOf } = filter.asOf ?? {};
  return (await listing(db, { ...filter, asOf }))
    .where('l.told', '<=', dayNumber(day))
    .where(sql<SqlBool>`l.item NOT IN (${ENTRIES_RETOLD} UNION ALL ${vague})`);
}

/** What several tell, or tell twice: which of its tellings (`i`) fit depends on the day of knowledge. */
export const retoldBy = (db: Kysely<Tables>, filter: ItemFilter) =>
  matching(db, filter).where(sql<SqlBool>`i.entry IN (${ENTRIES_RETOLD})`);

/** Whether `listingBy` can answer it, and `retoldBy` the rest: what was rejected stands in no list. */
export const isListed = ({ reviews }: ItemFilter): boolean => reviews === undefined || !reviews.includes('rejected');

/** How many items fit each combination of kind, type, state and days (`l`); for a filter that asks for nothing else. */
export const counting = (db: Kysely<Tables>, filter: ItemFilter) =>
  db.selectFrom('item_counts as l').where(placed(filter)).where('l.number', '>', 0);

/** The first day on which anything begins that fits: the list of all is not walked from its beginning. */
async function earliest(db: Kysely<Tables>, { kinds, from }: ItemFilter): Promise<number | null> {
  if (from === undefined) return null;
  const first = counting(db, { from, ...(kinds ? { kinds } : {}) }).select(({ fn }) => fn.min('l.begins').as('first'));
  return (await first.executeTakeFirstOrThrow()).first as number | null;
}

/** Whether `counting` can answer it. */
export const isCounted = ({ kinds, types, modalities, from, to, limit, offset, ...others }: ItemFilter): boolean =>
  Object.values(others).every((value) => value === undefined);

/** What a row (`l`) says itself: kind, type, state, days. */
function placed({ kinds = ITEM_KINDS, types, modalities, from, to }: ItemFilter): Expression<SqlBool> {
  const conditions = [sql`l.kind IN (${some(kinds)})`];
  if (types) conditions.push(sql`l.type IN (${some(types)})`);
  if (modalities) conditions.push(sql`l.state IN (${some(modalities)})`);
  const first = from === undefined ? null : daysOf(from);
  const last = to === undefined ? null : daysOf(to);
  if (first) conditions.push(sql`l.ends >= ${dayNumber(first.start)} AND l.begins < ${sql.lit(UNDATED)}`);
  if (last) conditions.push(sql`l.begins <= ${dayNumber(last.end)}`);
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

const some = (values: readonly string[]) => sql.join(values.length > 0 ? values : ['']);

async function membershipsOf(db: Kysely<Tables>, filter: ItemFilter): Promise<readonly Membership[]> {
  const { actors, recipients, about, entities, pair, publishers } = filter;
  const ids = [actors, recipients, about, entities, pair].flatMap((list) => list ?? []);
  const rows =
    ids.length === 0 ? [] : await db.selectFrom('entities').select(['id', 'entity']).where('id', 'in', ids).execute();
  const keyOf = new Map(rows.map(({ id, entity }) => [id, entity]));
  const keysOf = (asked: readonly string[]) => [...new Set(asked.flatMap((id) => keyOf.get(id) ?? []))];
  const memberships: Membership[] = [];
  for (const [asked, parts] of [
    [actors, PARTS.acts],
    [recipients, PARTS.receives],
    [about, PARTS.subject],
    [entities, 0],
  ] as const) {
    if (asked) memberships.push({ lists: keysOf(asked), parts });
  }
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
  memberships: readonly Membership[],
): Promise<readonly [Membership, ...Membership[]]> {
  const [only = EVERYTHING, ...others] = memberships;
  if (others.length === 0) return [only];
  const sized: { one: Membership; size: number }[] = [];
  for (const one of memberships) {
    const rows = db.selectFrom('listed').select('item').where('list', 'in', one.lists).limit(LONG);
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

const standsIn = ({ lists, parts }: Membership) =>
  lists.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`EXISTS (SELECT 1 FROM listed x WHERE x.list IN (${sql.join(lists)}) AND ${SAME} AND ${isDone('x', parts)})`;

/** An item that stands in several of the lists is taken from the first. */
const firstOf = ({ lists, parts }: Membership) =>
  lists.length < 2
    ? sql<SqlBool>`1 = 1`
    : sql<SqlBool>`NOT EXISTS (SELECT 1 FROM listed x
        WHERE x.list IN (${sql.join(lists)}) AND x.list < l.list AND ${SAME} AND ${isDone('x', parts)})`;

/**
 * `happenedBy` in the words of lists. What one document tells alone is told by then only if that document's day says so,
 * so that its other rows need not be looked up.
 */
const happenedBy = (day: string) => sql<SqlBool>`(l.begins <= ${dayNumber(day)} OR (
  (l.begins = ${sql.lit(UNDATED)} OR l.state IN (${sql.join(UNCERTAIN_STATES)}))
  AND (l.told <= ${dayNumber(day)} OR l.item IN (${ENTRIES_RETOLD})) AND EXISTS (
    SELECT 1 FROM items t JOIN documents d ON d.key = t.document WHERE t.entry = l.item AND d.published_end <= ${day})))`;

/** As `reviewedAs`; what was rejected stands in no list. */
function decidedAs(states: readonly ReviewState[]) {
  const decided = states.filter((state) => state !== 'machine');
  const asked = sql<SqlBool>`l.item IN (SELECT entry FROM items WHERE review <> 'machine' AND review IN (${some(decided)}))`;
  if (!states.includes('machine')) return asked;
  return sql<SqlBool>`(l.item NOT IN (SELECT entry FROM items WHERE review <> 'machine') OR ${asked})`;
}
