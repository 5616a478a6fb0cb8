// Keeps what is uncertain about items, and counts them by it, for the queue of the review.
import { type Kysely, sql } from 'kysely';
import { doubtIn } from '../review/uncertainty.ts';
import { dayNumberIn } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';

/** Items that are looked at together. */
const PIECE = 400_000;

/** Looks at what an earlier version of the program recorded. */
export async function settleDoubts(db: Kysely<Tables>): Promise<void> {
  for (;;) {
    const stale = db.selectFrom('stale_doubts').select('item').orderBy('item').limit(PIECE);
    const { last } = await db
      .selectFrom(stale.as('piece'))
      .select(({ fn }) => fn.max<number | null>('item').as('last'))
      .executeTakeFirstOrThrow();
    if (last === null) return;
    await doubtAnew(db, sql`SELECT item FROM stale_doubts WHERE item <= ${last}`);
    await db.deleteFrom('stale_doubts').where('item', '<=', last).execute();
  }
}

/** @param items a query for the keys of items, which may be gone or lead nothing any more */
export async function doubtAnew(db: Kysely<Tables>, items: ReturnType<typeof sql>): Promise<void> {
  const count = (sign: number) => sql`
    INSERT INTO doubt_counts (waits, kind, doubt, rule, number)
    SELECT waits, kind, doubt, rule, ${sql.lit(sign)} * count(*) FROM doubts WHERE item IN (${items})
    GROUP BY waits, kind, doubt, rule
    ON CONFLICT (waits, kind, doubt, rule) DO UPDATE SET number = doubt_counts.number + excluded.number`;
  const decided = sql`EXISTS (SELECT 1 FROM items t WHERE t.entry = i.key AND t.review <> 'machine')`;
  for (const statement of [
    count(-1),
    sql`DELETE FROM doubts WHERE item IN (${items})`,
    sql`INSERT INTO doubts (item, waits, kind, doubt, rule, begins, id)
      SELECT i.key, CASE WHEN ${decided} THEN 0 ELSE 1 END, i.kind, ${doubtIn()}, coalesce(i.rule, ''),
        ${dayNumberIn('i.time_start')}, i.id
      FROM items i WHERE i.key IN (${items}) AND i.entry = i.key`,
    count(1),
    sql`DELETE FROM doubt_counts WHERE number = 0`,
  ]) {
    await statement.execute(db);
  }
}
