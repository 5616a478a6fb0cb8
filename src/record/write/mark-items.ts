// Marks the items of entities or documents to be listed anew.
import { type Kysely, sql } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';

/** @param entities as documents name them, not what they were merged into */
export async function markItems(db: Kysely<Tables>, entities: readonly number[]): Promise<void> {
  for (const piece of inPieces(entities)) {
    await sql`INSERT INTO stale_lists
      SELECT DISTINCT i.entry FROM roles r JOIN items i ON i.key = r.item WHERE r.entity IN (${sql.join(piece)})
      ON CONFLICT DO NOTHING`.execute(db);
  }
}

/** Items that a document tells. */
export async function markTold(db: Kysely<Tables>, document: number): Promise<void> {
  await sql`INSERT INTO stale_lists SELECT DISTINCT entry FROM items WHERE document = ${document}
    ON CONFLICT DO NOTHING`.execute(db);
}
