// The journal as rows: entries are added and read, never changed.
import { type Kysely, sql } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { type ReviewEntry, reviewEntrySchema } from './entry.ts';
import { inOrder } from './holding.ts';

type Row = Tables['reviews'];

/** What an entry is about, for finding all entries about the same: items by content key, entities, a document. */
export function subjectsOf({ items, entities, from, document }: ReviewEntry): readonly string[] {
  const all = [
    ...[...items, ...(from?.items ?? [])].map(({ key }) => key),
    ...[...entities, ...(from?.entities ?? [])].map(({ identity }) => entitySubject(identity)),
    ...(document === null ? [] : [documentSubject(document)]),
  ];
  return [...new Set(all)];
}

export const entitySubject = (identity: string): string => `entity:${identity}`;
export const documentSubject = (id: string): string => `document:${id}`;

/** The whole journal, oldest first. */
export async function readJournal(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  return entriesIn(await db.selectFrom('reviews').selectAll().orderBy('key').execute());
}

/** Whether anything was ever decided. */
export async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('reviews').select('key').limit(1).executeTakeFirst()) === undefined;
}

/** Entries about any of these subjects, oldest first. */
export async function entriesAbout(db: Kysely<Tables>, subjects: readonly string[]): Promise<readonly ReviewEntry[]> {
  const rows = new Map<number, Row>();
  for (const piece of inPieces(subjects)) {
    const found = await db
      .selectFrom('review_subjects as s')
      .innerJoin('reviews as r', 'r.key', 's.review')
      .selectAll('r')
      .where('s.subject', 'in', piece)
      .execute();
    for (const row of found) rows.set(row.key, row);
  }
  return entriesIn([...rows.values()].sort((a, b) => a.key - b.key));
}

/** Merges and splits, with the entries that take them back. */
export async function linkEntries(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .where('what', 'in', ['merged', 'split', 'undone'])
    .orderBy('key')
    .execute();
  return entriesIn(rows);
}

/** Entries about entities, with those that take them back. */
export async function entityEntries(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  return entriesWith(db, entitySubject(''));
}

/** Entries about documents, with those that take them back. */
export async function documentCorrections(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  return entriesWith(db, documentSubject(''));
}

export async function entryById(db: Kysely<Tables>, id: string): Promise<ReviewEntry | null> {
  const [entry] = entriesIn(await db.selectFrom('reviews').selectAll().where('id', '=', id).execute());
  return entry ?? null;
}

/** Adds entries; only inside a write transaction. Entries whose id is there are left out. Returns those added. */
export async function append(db: Kysely<Tables>, entries: readonly ReviewEntry[]): Promise<readonly ReviewEntry[]> {
  const known = new Set<string>();
  for (const piece of inPieces(entries.map(({ id }) => id))) {
    const rows = await db.selectFrom('reviews').select('id').where('id', 'in', piece).execute();
    for (const { id } of rows) known.add(id);
  }
  const { rows } = await sql<{ key: number }>`SELECT coalesce(max(key), 0) AS key FROM reviews`.execute(db);
  let key = Number(rows[0]?.key ?? 0);
  const added: ReviewEntry[] = [];
  for (const entry of entries) {
    if (known.has(entry.id)) continue;
    known.add(entry.id);
    key += 1;
    const subjects = subjectsOf(entry);
    await db
      .insertInto('reviews')
      .values({
        key,
        id: entry.id,
        content_key: subjects[0] ?? '',
        who: entry.who,
        when: entry.when,
        what: entry.what,
        change: JSON.stringify(entry),
      })
      .execute();
    for (const piece of inPieces(subjects)) {
      await db
        .insertInto('review_subjects')
        .values(piece.map((subject) => ({ subject, review: key })))
        .execute();
    }
    added.push(entry);
  }
  return added;
}

/** Time of the latest entry; empty where there is none. */
export async function latestTime(db: Kysely<Tables>): Promise<string> {
  const row = await db
    .selectFrom('reviews')
    .select(({ fn }) => fn.max('when').as('when'))
    .executeTakeFirst();
  return row?.when ?? '';
}

/** @param prefix with which the subjects of one sort begin */
async function entriesWith(db: Kysely<Tables>, prefix: string): Promise<readonly ReviewEntry[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .where('key', 'in', (eb) =>
      eb.selectFrom('review_subjects').select('review').where('subject', 'like', `${prefix}%`),
    )
    .orderBy('key')
    .execute();
  return entriesIn(rows);
}

/** A row that a later version wrote in words unknown here is kept, and left alone. */
function entriesIn(rows: readonly Row[]): readonly ReviewEntry[] {
  return inOrder(
    rows.flatMap(({ change }) => {
      const { success, data } = reviewEntrySchema.safeParse(JSON.parse(change));
      return success ? [data] : [];
    }),
  );
}
