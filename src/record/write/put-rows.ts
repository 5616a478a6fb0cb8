// Writes the rows of documents that came, and marks what they share with others to be settled.
import { sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { mark } from '../review/stale.ts';
import { reviewsAnew } from './removal.ts';
import { FILLED, type Rows } from './rows.ts';

/** @param firstItem smallest key of the new items */
export async function putRows(writing: Writing, rows: Rows, firstItem: number): Promise<void> {
  for (const table of FILLED) await writing.insert(table, rows[table] as never);
  await writing.index(rows.texts);
  await reviewsAnew.execute(writing.db);
  await mark(writing.db, 'stale_entities', rows.staleEntities);
  for (const stale of [
    sql`INSERT INTO stale_lists SELECT key FROM items WHERE key >= ${firstItem} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO stale_tellings SELECT key FROM items WHERE key >= ${firstItem} AND block IS NOT NULL ON CONFLICT DO NOTHING`,
  ]) {
    await stale.execute(writing.db);
  }
}
