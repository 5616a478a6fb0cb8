// The queue as of a day: of what waits, that which had happened, or was told of, by then.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { knownDay, worldDay } from '../query/as-of.ts';
import { happenedBy } from '../query/listing.ts';
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
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM ${waiting}`.execute(db);
  const total = Number(counted.rows[0]?.total ?? 0);
  if (total > few) {
    // As a sum no index finds the list: each item is looked up by itself, not the whole list gone through for it.
    const which = sql<SqlBool>`EXISTS (SELECT 1 FROM listed l
      WHERE l.item = q.item AND +l.list = ${sql.lit(ALL_ITEMS)} AND ${there})`;
    return { total, keys: await walkWhere(db, asked, wrong, which) };
  }
  return { total, keys: await sortedPage(db, sql`SELECT l.item FROM ${waiting}`, asked, wrong) };
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
