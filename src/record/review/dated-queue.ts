// The queue as of a day: of what waits, that which had happened, or was told of, by then.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { knownDay, worldDay } from '../query/as-of.ts';
import { happenedBy } from '../query/listing.ts';
import { openList } from '../query/open-list.ts';
import { ALL_ITEMS, dayNumber } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf } from '../views.ts';
import { type Asked, walkWhere } from './shelves.ts';
import { sortedPage } from './sorted-page.ts';
import type { WrongShares } from './uncertainty.ts';

/** Few enough to be sorted; of more, enough are met soon on a walk through what waits. */
const FEW = 5000;

/** @param few where they are more, the queue is walked */
export async function datedPage(
  db: Kysely<Tables>,
  asked: Asked,
  asOf: AsOf,
  wrong: WrongShares,
  few = FEW,
): Promise<{ readonly total: number; readonly keys: readonly number[] }> {
  const { kinds, rules } = asked;
  const there = thereBy(asOf);
  const decided = sql`SELECT item FROM doubts WHERE waits = 0`;
  const ruled = rules && sql`SELECT item FROM doubts WHERE waits = 1 AND rule IN (${some(rules)})`;
  const waiting = sql`listed l WHERE l.list = ${sql.lit(ALL_ITEMS)} AND l.kind IN (${sql.join(kinds)}) AND ${there}
    AND l.item NOT IN (${decided}) ${ruled ? sql`AND l.item IN (${ruled})` : sql``}`;
  // What is known by a day counts here by the first that told it, in the lists by the dates that were known then.
  const isListed = ruled === undefined && knownDay(asOf) === null;
  const total = isListed
    ? (await openList(db, { kinds, asOf })).total -
      (await numberOf(
        db,
        sql`listed l WHERE l.item IN (${decided})
        AND +l.list = ${sql.lit(ALL_ITEMS)} AND l.kind IN (${sql.join(kinds)}) AND ${there}`,
      ))
    : await numberOf(db, waiting);
  if (total > few) return { total, keys: await walkWhere(db, asked, wrong, waitingBy(asOf, there)) };
  return { total, keys: await sortedPage(db, sql`SELECT l.item FROM ${waiting}`, asked, wrong) };
}

async function numberOf(db: Kysely<Tables>, rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ number: number }>`SELECT count(*) AS number FROM ${rows}`.execute(db);
  return Number(counted.rows[0]?.number ?? 0);
}

/** Whether a row of the queue (`q`) was there. */
function waitingBy(asOf: AsOf, there: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  const all = sql.lit(ALL_ITEMS);
  const day = worldDay(asOf);
  // As a sum no index finds the list: each item is looked up by itself, not the whole list gone through for it.
  if (day === null || knownDay(asOf) !== null)
    return sql<SqlBool>`EXISTS (SELECT 1 FROM listed l WHERE l.item = q.item AND +l.list = ${all} AND ${there})`;
  // Of what begins later little was told of before; the rest says itself when it begins.
  const number = dayNumber(day);
  return sql<SqlBool>`(q.begins <= ${number} OR q.item IN (
    SELECT l.item FROM listed l WHERE l.begins > ${number} AND l.begins > l.heard AND +l.list = ${all} AND ${there}))`;
}

/** PostgreSQL takes no empty list. */
const some = (rules: readonly string[]) => (rules.length > 0 ? sql.join(rules) : sql`NULL`);

/** Whether a row of a list (`l`) was there at the two dates. */
function thereBy(asOf: AsOf): RawBuilder<SqlBool> {
  const [known, world] = [knownDay(asOf), worldDay(asOf)];
  const conditions = [
    ...(known === null ? [] : [sql<SqlBool>`l.heard <= ${dayNumber(known)}`]),
    ...(world === null ? [] : [happenedBy(world)]),
  ];
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}
