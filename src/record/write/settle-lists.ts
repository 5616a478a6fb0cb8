// Puts the items that changed into the lists in which they stand now, and counts anew what pairs of sides did.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { ALL_ITEMS, heardMonthIn, LAST_OF_PAIRS, MOST_KEYS, PARTS } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import { intoLists, intoTellings } from './list-rows.ts';
import { doubtAnew, settleDoubts } from './settle-doubts.ts';
import { settlePeriods } from './settle-periods.ts';
import { markStands, settleStands } from './settle-stands.ts';

/** Items that are listed together: rows go into the lists in their order, each list once. */
const PIECE = 400_000;

/** From so many items on the engine looks at its tables anew: what it knows of them is from before they were filled. */
const MANY = 10_000;

export async function settleLists({ db, analyze }: Writing): Promise<void> {
  const { stale } = await db
    .selectFrom('stale_lists')
    .select(({ fn }) => fn.countAll<number>().as('stale'))
    .executeTakeFirstOrThrow();
  const isMuch = Number(stale) > MANY;
  if (isMuch) await analyze('stale_lists', 'items', 'roles', 'entities', 'entity_sides', 'documents');
  for (let last = await pieceEnd(db); last !== null; last = await pieceEnd(db)) await listAnew(db, last);
  if (isMuch) await analyze('listed', 'list_counts', 'stale_pairs', 'stale_stands', 'ties');
  await settlePeriods(db);
  await settleStands(db);
  await settleDoubts(db);
}

/** The last item of the next piece; null where nothing is left. */
async function pieceEnd(db: Kysely<Tables>): Promise<number | null> {
  const stale = db.selectFrom('stale_lists').select('item').orderBy('item').limit(PIECE);
  const { last } = await db
    .selectFrom(stale.as('piece'))
    .select(({ fn }) => fn.max('item').as('last'))
    .executeTakeFirstOrThrow();
  return last as number | null;
}

/** @param last lists all stale items up to this one anew */
async function listAnew(db: Kysely<Tables>, last: number): Promise<void> {
  const piece = sql`SELECT item FROM stale_lists WHERE item <= ${last}`;
  // The plus keeps SQLite from going through all items for the few that are stale.
  const inAll = sql`item IN (${piece}) AND +list = ${sql.lit(ALL_ITEMS)}`;
  const count = (sign: number) => sql`
    INSERT INTO item_counts (kind, begins, ends, type, state, number)
    SELECT kind, begins, ends, type, state, ${sql.lit(sign)} * count(*) FROM listed
    WHERE ${inAll} GROUP BY kind, begins, ends, type, state
    ON CONFLICT (kind, begins, ends, type, state) DO UPDATE SET number = item_counts.number + excluded.number`;
  const pairs = sql`
    INSERT INTO stale_pairs SELECT DISTINCT list, begins, ends FROM listed
    WHERE item IN (${piece}) AND list <= ${sql.lit(-MOST_KEYS)} AND list > ${sql.lit(LAST_OF_PAIRS)} AND kind = 'event' ON CONFLICT DO NOTHING`;
  const countMonths = (sign: number) => sql`
    INSERT INTO month_counts (kind, type, begins, ends, heard, number)
    SELECT kind, type, begins / 100, ends / 100, ${heardMonthIn('heard', 'alone')}, ${sql.lit(sign)} * count(*) FROM listed
    WHERE ${inAll} GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (kind, begins, type, ends, heard) DO UPDATE SET number = month_counts.number + excluded.number`;
  const countLists = (sign: number) => sql`
    INSERT INTO list_counts (kind, list, number, subjects)
    SELECT kind, list, ${sql.lit(sign)} * count(*), ${sql.lit(sign)} * count(*) FILTER (WHERE (parts & ${sql.lit(PARTS.subject)}) <> 0)
    FROM listed WHERE item IN (${piece}) AND list > ${sql.lit(ALL_ITEMS)} GROUP BY kind, list
    ON CONFLICT (kind, list) DO UPDATE SET number = list_counts.number + excluded.number,
      subjects = list_counts.subjects + excluded.subjects`;
  for (const statement of [
    count(-1),
    countMonths(-1),
    countLists(-1),
    pairs,
    markStands(piece),
    sql`DELETE FROM listed WHERE item IN (${piece})`,
    sql`INSERT INTO publishers (name) SELECT DISTINCT lower(d.publisher) FROM stale_lists s CROSS JOIN items i CROSS JOIN documents d
      WHERE s.item <= ${last} AND i.key = s.item AND d.key = i.document AND d.publisher IS NOT NULL ON CONFLICT DO NOTHING`,
    intoLists(last),
    sql`DELETE FROM tellings WHERE entry IN (${piece})`,
    intoTellings(last),
    count(1),
    countMonths(1),
    countLists(1),
    pairs,
    markStands(piece),
    sql`DELETE FROM list_counts WHERE number = 0`,
    sql`DELETE FROM month_counts WHERE number = 0`,
  ]) {
    await statement.execute(db);
  }
  await doubtAnew(db, piece);
  await db.deleteFrom('stale_lists').where('item', '<=', last).execute();
}
