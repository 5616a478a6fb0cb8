// Takes documents out of the record, without a trace.
import { type Kysely, sql } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { markTies } from './ties.ts';

/** Has decisions applied anew when the record is settled; nothing where there are none. */
export const reviewsAnew = sql`INSERT INTO stale_reviews SELECT 1 WHERE EXISTS (SELECT 1 FROM reviews) ON CONFLICT DO NOTHING`;

/** What they shared with others is marked to be settled. */
export async function removeDocuments(db: Kysely<Tables>, documents: readonly number[]): Promise<void> {
  for (const piece of inPieces(documents)) {
    const keys = sql.join(piece);
    for (const statement of [
      markTies(sql`SELECT key FROM items WHERE document IN (${keys})`),
      sql`DELETE FROM stale_tellings WHERE item IN (SELECT key FROM items WHERE document IN (${keys}))`,
      // What people merged or parted starts anew with all that it may be compared with.
      sql`INSERT INTO stale_blocks SELECT DISTINCT block FROM items WHERE document IN (${keys}) AND block IS NOT NULL
        AND EXISTS (SELECT 1 FROM reviews WHERE what IN ('merged', 'split')) ON CONFLICT DO NOTHING`,
      sql`INSERT INTO stale_lists SELECT key FROM items WHERE document IN (${keys})
        UNION SELECT entry FROM items WHERE document IN (${keys})
        UNION SELECT key FROM items WHERE entry IN (SELECT key FROM items WHERE document IN (${keys}))
        ON CONFLICT DO NOTHING`,
      sql`INSERT INTO stale_entities SELECT DISTINCT entity FROM document_entities WHERE document IN (${keys})
        ON CONFLICT DO NOTHING`,
      // Items that another document's telling led stand alone until they are merged anew.
      sql`UPDATE items SET entry = key WHERE entry IN (SELECT key FROM items WHERE document IN (${keys})) AND entry <> key`,
      reviewsAnew,
      sql`DELETE FROM sentence_text WHERE rowid IN (SELECT key FROM sentences WHERE document IN (${keys}))`,
      sql`DELETE FROM documents WHERE key IN (${keys})`,
    ]) {
      await statement.execute(db);
    }
  }
}
