// Brings what is known about documents to what people corrected, and back to what the reader had where nothing holds.
import type { Kysely } from 'kysely';
import { daysOf } from '../dates.ts';
import { inPieces } from '../query/links.ts';
import type { DocumentRow, Tables } from '../schema/tables.ts';
import { markTold } from '../write/mark-items.ts';
import type { DocumentField } from './document-fields.ts';
import { documentsMeant } from './documents-meant.ts';
import type { ReviewEntry } from './entry.ts';
import { followDate } from './follow-date.ts';
import { holding } from './holding.ts';
import { documentCorrections, documentSubject, entriesAbout } from './journal.ts';

const COLUMNS = [
  'title',
  'publisher',
  'author',
  'language',
  'url',
  'published',
  'published_basis',
  'published_start',
  'published_end',
] as const;

/** What decisions can change of a document. */
export type DocumentState = Pick<DocumentRow, (typeof COLUMNS)[number]>;

/**
 * Applies all corrections of documents anew, or of those with these ids. What is dated by its document moves with the
 * date and is marked to be settled. Only inside a write transaction.
 */
export async function applyToDocuments(db: Kysely<Tables>, ids: readonly string[] | null): Promise<void> {
  const entries = ids === null ? await documentCorrections(db) : await entriesAbout(db, ids.map(documentSubject));
  const held = holding(entries).filter(({ what, document }) => what === 'corrected' && document !== null);
  const meant = await documentsMeant(db, held);
  const values = new Map<number, Map<DocumentField, string | null>>();
  for (const entry of held) {
    const there = meant.get(entry.id);
    if (!there || 'reason' in there) continue;
    const of = values.get(there.key) ?? new Map<DocumentField, string | null>();
    // The last word counts, field by field.
    for (const [name, { to }] of Object.entries(entry.fields)) of.set(name as DocumentField, to as string | null);
    values.set(there.key, of);
  }
  for (const key of await correctedRows(db, ids)) if (!values.has(key)) values.set(key, new Map());
  for (const [key, fields] of values) await applyTo(db, key, fields);
}

/** Brings what is known about a document back to what the reader had, whatever was decided. */
export async function withoutCorrections(db: Kysely<Tables>, key: number): Promise<void> {
  await applyTo(db, key, new Map());
}

async function applyTo(
  db: Kysely<Tables>,
  key: number,
  fields: ReadonlyMap<DocumentField, string | null>,
): Promise<void> {
  const row = await db.selectFrom('documents').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  const kept = await db
    .selectFrom('machine_documents')
    .select('original')
    .where('document', '=', key)
    .executeTakeFirst();
  const before = stateOf(row);
  const original = kept ? (JSON.parse(kept.original) as DocumentState) : before;
  const after = changed(original, fields);
  if (!kept && fields.size > 0) {
    await db
      .insertInto('machine_documents')
      .values({ document: key, original: JSON.stringify(original) })
      .execute();
  }
  if (fields.size === 0) await db.deleteFrom('machine_documents').where('document', '=', key).execute();
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await db.updateTable('documents').set(after).where('key', '=', key).execute();
  // Lists are by publisher, and what has one date stands in the order of its documents' dates.
  await markTold(db, key);
  if (after.published === before.published) return;
  await followDate(db, key, after.published);
  if ((row.counted_from ?? original.published) === after.published) return;
  // The next run reads it again, and counts the days that its text names from the other date.
  await db.deleteFrom('sources').where('path', '=', row.path).execute();
}

function changed(original: DocumentState, fields: ReadonlyMap<DocumentField, string | null>): DocumentState {
  const { published, ...others } = Object.fromEntries(fields) as Partial<Record<DocumentField, string | null>>;
  const state = { ...original, ...others };
  if (!published) return state;
  const days = daysOf(published);
  return {
    ...state,
    published,
    published_basis: 'given',
    published_start: days?.start ?? null,
    published_end: days?.end ?? null,
  };
}

const stateOf = (row: DocumentRow): DocumentState =>
  Object.fromEntries(COLUMNS.map((column) => [column, row[column]])) as unknown as DocumentState;

/** Documents that hold a correction, of which it may be that none is left. */
async function correctedRows(db: Kysely<Tables>, ids: readonly string[] | null): Promise<readonly number[]> {
  const corrected = db
    .selectFrom('machine_documents as m')
    .innerJoin('documents as d', 'd.key', 'm.document')
    .select('d.key');
  if (ids === null) return (await corrected.execute()).map(({ key }) => key);
  const keys: number[] = [];
  for (const piece of inPieces(ids)) {
    for (const { key } of await corrected.where('d.id', 'in', piece).execute()) keys.push(key);
  }
  return keys;
}

/** What the reader had of a document; null where nobody corrected it. */
export async function originalDocument(db: Kysely<Tables>, key: number): Promise<DocumentState | null> {
  const row = await db
    .selectFrom('machine_documents')
    .select('original')
    .where('document', '=', key)
    .executeTakeFirst();
  return row ? (JSON.parse(row.original) as DocumentState) : null;
}

/** The date from which days such as "yesterday" were counted when a document was read. */
export async function countedFrom(
  db: Kysely<Tables>,
  row: Pick<DocumentRow, 'key' | 'published' | 'counted_from'>,
): Promise<string | null> {
  return row.counted_from ?? ((await originalDocument(db, row.key)) ?? row).published;
}

/** The date that people gave a document, where they did and it holds; undefined otherwise. */
export async function correctedDate(
  db: Kysely<Tables>,
  { id, textHash }: { readonly id: string; readonly textHash: string },
): Promise<string | undefined> {
  const entries = await entriesAbout(db, [documentSubject(id)]);
  const isMeant = ({ text }: ReviewEntry) => text === textHash;
  const dated = holding(entries).filter(({ what, fields }) => what === 'corrected' && fields.published !== undefined);
  const last = dated.filter(isMeant).at(-1) ?? dated.at(-1);
  return last?.fields.published?.to as string | undefined;
}
