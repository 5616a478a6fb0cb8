// Marks sources as finished, of which every document is in the record, and takes out what a source has no more.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { removeDocuments } from './removal.ts';
import { partlyRead, type Source } from './source.ts';

/** A source whose documents several writers may have brought, each without knowing of the others. */
export interface CountedSource {
  readonly source: Source;
  /** How many documents it has. */
  readonly documents: number;
  /** Whether all parts of it could be opened. */
  readonly whole: boolean;
}

/** `ids` are all documents of the source. It is finished where all of them are in the record. */
export async function finishListed(db: Kysely<Tables>, source: Source, ids: ReadonlySet<string>): Promise<void> {
  const there = await db.selectFrom('documents').select(['key', 'id']).where('path', '=', source.path).execute();
  await removeDocuments(
    db,
    there.flatMap(({ key, id }) => (ids.has(id) ? [] : [key])),
  );
  const present = new Set(there.map(({ id }) => id));
  if ([...ids].every((id) => present.has(id))) await finish(db, source);
}

/**
 * Finishes a source once the record has as many documents of its content, read by this reader, as it is to have.
 * @param isRead whether a document is read with the date that people gave it
 * @returns whether all documents are there
 */
export async function finishCounted(
  db: Kysely<Tables>,
  { source, documents, whole }: CountedSource,
  isRead: (id: string) => Promise<boolean>,
): Promise<boolean> {
  const { path, hash, version } = source;
  const here = db.selectFrom('documents').where('path', '=', path);
  const { there } = await here
    .where('source_hash', '=', hash)
    .where('reader_version', '=', version)
    .select(({ fn }) => fn.countAll<number>().as('there'))
    .executeTakeFirstOrThrow();
  if (Number(there) !== documents) return false;
  const gone = await here.where('source_hash', '<>', hash).select('key').execute();
  await removeDocuments(
    db,
    gone.map(({ key }) => key),
  );
  const corrected = await here
    .where('key', 'in', (eb) => eb.selectFrom('machine_documents').select('document'))
    .select('id')
    .execute();
  for (const { id } of corrected) if (!(await isRead(id))) return true;
  await finish(db, { ...source, hash: whole ? hash : partlyRead(hash) });
  return true;
}

async function finish(db: Kysely<Tables>, { path, hash, version }: Source): Promise<void> {
  const row = { path, hash, reader_version: version };
  await db
    .insertInto('sources')
    .values(row)
    .onConflict((on) => on.column('path').doUpdateSet(row))
    .execute();
}
