// Marks what is to be settled anew.
import type { Kysely } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';

const COLUMNS = {
  stale_blocks: 'block',
  stale_entities: 'entity',
  stale_lists: 'item',
  stale_tellings: 'item',
} as const;

export async function mark<T extends keyof typeof COLUMNS>(
  db: Kysely<Tables>,
  table: T,
  values: ReadonlySet<T extends 'stale_entities' | 'stale_lists' | 'stale_tellings' ? number : string>,
): Promise<void> {
  for (const piece of inPieces([...values])) {
    await db
      .insertInto(table as 'stale_blocks')
      .values(piece.map((value) => ({ [COLUMNS[table]]: value })) as never)
      .onConflict((on) => on.doNothing())
      .execute();
  }
}
