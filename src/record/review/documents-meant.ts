// Finds the documents that entries of the journal are about.
import type { Kysely } from 'kysely';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import type { OrphanReason } from '../views.ts';
import type { ReviewEntry } from './entry.ts';

type Found = Pick<Tables['documents'], 'key' | 'id' | 'text_hash'>;

/** A document by its key, or why none is meant any more. */
export type Meant = { readonly key: number } | { readonly reason: OrphanReason };

/**
 * The same id and text are the same document; so is the only one of the id where its text has changed. A correction
 * never moves to a document of another id, even one with the same words: a paper that carries a wire report is another.
 */
export async function documentsMeant(
  db: Kysely<Tables>,
  entries: readonly ReviewEntry[],
): Promise<ReadonlyMap<string, Meant>> {
  const byId = new Map<string, Found[]>();
  for (const piece of inPieces([...new Set(entries.flatMap(({ document }) => document ?? []))])) {
    const rows = await db.selectFrom('documents').select(['key', 'id', 'text_hash']).where('id', 'in', piece).execute();
    for (const row of rows) addTo(byId, row.id, row);
  }
  return new Map(entries.map((entry) => [entry.id, meantBy(entry, byId.get(entry.document ?? '') ?? [])]));
}

function meantBy({ text }: ReviewEntry, rows: readonly Found[]): Meant {
  const [only] = rows;
  const exact = rows.filter(({ text_hash }) => text_hash === text);
  const [one] = exact;
  if (one && exact.length === 1) return { key: one.key };
  if (!only) return { reason: 'document-missing' };
  return rows.length === 1 ? { key: only.key } : { reason: 'ambiguous' };
}
