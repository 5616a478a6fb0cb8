// Sets a document aside that was taken out of the record, and puts it back: its rows are kept as the reader had them.
import type { Kysely } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import type { Tables, TakenOutRow } from '../schema/tables.ts';
import { nextKeys } from './keys.ts';
import { putRows } from './put-rows.ts';
import { removeDocuments } from './removal.ts';
import type { FilledRows } from './rows.ts';
import { rowsOfDocument, withNewKeys } from './rows-of-document.ts';

/** What a list shows of a document that was taken out. */
export type Shown = Omit<TakenOutRow, 'rows'>;

/**
 * Takes out a document that stands as the reader had it. The next reading goes through its source again, and says that it
 * is left out.
 * @param shown as it stood before decisions about it were taken off
 */
export async function setAside(db: Kysely<Tables>, key: number, shown: Shown): Promise<void> {
  const { path } = shown;
  const row: TakenOutRow = { ...shown, rows: JSON.stringify(await rowsOfDocument(db, key)) };
  await db
    .insertInto('taken_out')
    .values(row)
    .onConflict((on) => on.columns(['id', 'text_hash']).doUpdateSet(row))
    .execute();
  await db.deleteFrom('sources').where('path', '=', path).execute();
  await removeDocuments(db, [key]);
}

/** Puts a document back whose place is free. */
export async function putBack(writing: Writing, { id, text_hash, rows }: TakenOutRow): Promise<void> {
  const kept = JSON.parse(rows) as FilledRows;
  const keys = await nextKeys(writing.db, new Set(kept.entities.map(({ identity }) => identity)));
  const firstItem = keys.item;
  await putRows(writing, withNewKeys(kept, keys), firstItem);
  await writing.db.deleteFrom('taken_out').where('id', '=', id).where('text_hash', '=', text_hash).execute();
}

/** Whether a document stands where one that was taken out would: of the same source, or of the same words elsewhere. */
export async function isPlaceTaken(
  db: Kysely<Tables>,
  { id, path, text_hash }: Pick<TakenOutRow, 'id' | 'path' | 'text_hash'>,
): Promise<boolean> {
  const there = db.selectFrom('documents').select('key').where('id', '=', id);
  const same = there.where((eb) => eb.or([eb('path', '=', path), eb('text_hash', '=', text_hash)]));
  return (await same.executeTakeFirst()) !== undefined;
}
