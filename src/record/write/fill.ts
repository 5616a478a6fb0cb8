// Puts documents that arrived into the record, inside a write transaction.
import type { Writing } from '../engines/engine.ts';
import { identitiesOf } from '../identity/key.ts';
import { inPieces } from '../query/links.ts';
import type { Arrival } from './arrival.ts';
import { addDocument } from './document-rows.ts';
import { nextKeys } from './keys.ts';
import { putRows } from './put-rows.ts';
import { removeDocuments } from './removal.ts';
import { noRows } from './rows.ts';

/** Each takes the place of its earlier reading. */
export async function fill(writing: Writing, arrivals: readonly Arrival[]): Promise<void> {
  await makeRoom(writing, arrivals);
  const identities = arrivals.flatMap(({ document, reading }) => [
    ...identitiesOf(reading.entities, document, reading.document.published.value).values(),
  ]);
  const keys = await nextKeys(writing.db, new Set(identities));
  const firstItem = keys.item;
  const rows = noRows();
  for (const arrival of arrivals) addDocument(rows, keys, arrival);
  await putRows(writing, rows, firstItem);
}

/** Takes out the earlier reading of the same document: of the same source, or of the same words elsewhere. */
async function makeRoom({ db }: Writing, arrivals: readonly Arrival[]): Promise<void> {
  const earlier: { key: number; path: string; id: string; text_hash: string }[] = [];
  for (const piece of inPieces([...new Set(arrivals.map(({ document }) => document.id))])) {
    const found = db.selectFrom('documents').select(['key', 'path', 'id', 'text_hash']).where('id', 'in', piece);
    earlier.push(...(await found.execute()));
  }
  const replaced = earlier.flatMap((row): { readonly key: number; readonly moved: string | null }[] => {
    const by = arrivals.filter(({ document }) => document.id === row.id);
    if (by.some(({ source }) => source.path === row.path)) return [{ key: row.key, moved: null }];
    // Should the file still be where it was, it is read again: it may be a copy that changes on its own.
    return by.some(({ textHash }) => textHash === row.text_hash) ? [{ key: row.key, moved: row.path }] : [];
  });
  await removeDocuments(
    db,
    replaced.map(({ key }) => key),
  );
  const moved = replaced.flatMap(({ moved }) => moved ?? []);
  for (const piece of inPieces(moved)) await db.deleteFrom('sources').where('path', 'in', piece).execute();
}
