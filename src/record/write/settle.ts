// Brings what documents share up to date, where documents came or went: entities, events, counts, lists, ids.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { applyToDocuments } from '../review/apply-documents.ts';
import { applyToItems } from '../review/apply-items.ts';
import { applyTakenOut } from '../review/apply-taken-out.ts';
import { linkItems, unlinkItems } from '../review/links.ts';
import type { Tables } from '../schema/tables.ts';
import { settleCopies } from './settle-copies.ts';
import { settleEntities } from './settle-entities.ts';
import { settleEvents } from './settle-events.ts';
import { settleLists } from './settle-lists.ts';

/** Whether documents came or went since the record was settled; a run that is stopped before its end leaves it so. */
export async function isStale(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 WHERE EXISTS (SELECT 1 FROM stale_entities)
    OR EXISTS (SELECT 1 FROM stale_blocks) OR EXISTS (SELECT 1 FROM stale_tellings) OR EXISTS (SELECT 1 FROM stale_ties)
    OR EXISTS (SELECT 1 FROM stale_reviews) OR EXISTS (SELECT 1 FROM stale_lists) OR EXISTS (SELECT 1 FROM stale_stands)
    OR EXISTS (SELECT 1 FROM stale_doubts)
    OR EXISTS (SELECT 1 FROM documents d LEFT JOIN document_sources s ON s.document = d.key WHERE s.document IS NULL)`.execute(
    db,
  );
  return rows.length > 0;
}

export async function settleAll(writing: Writing): Promise<void> {
  await settleItems(writing, new Set());
  await settleDocuments(writing);
}

/**
 * The same after decisions in a record that was settled.
 * @param changed ids of entries of the review journal that came, or were taken back, since
 * @param documents whether documents may have come or gone, or got other dates, which say which of several copies is first
 */
export async function settleDecided(writing: Writing, changed: ReadonlySet<string>, documents: boolean): Promise<void> {
  await settleItems(writing, changed);
  if (documents) await settleDocuments(writing);
}

async function settleDocuments(writing: Writing): Promise<void> {
  await settleCopies(writing);
  await settleDocumentIds(writing.db);
}

async function settleItems(writing: Writing, changed: ReadonlySet<string>): Promise<void> {
  await applyAnew(writing);
  await settleEntities(writing);
  const anew = await unlinkItems(writing.db, changed);
  await settleEvents(writing);
  await linkItems(writing.db, anew);
  await settleLists(writing);
}

/** Decisions about documents that came or went, and about their items. */
async function applyAnew(writing: Writing): Promise<void> {
  const { db } = writing;
  if (!(await db.selectFrom('stale_reviews').select('stale').executeTakeFirst())) return;
  await applyTakenOut(writing, null);
  await applyToDocuments(db, null);
  await applyToItems(db, null);
  await db.deleteFrom('stale_reviews').execute();
}

/** Two documents of different sources and words that bear one id are told apart by a piece of their text's hash. */
async function settleDocumentIds(db: Kysely<Tables>): Promise<void> {
  const shared = sql`id IN (SELECT id FROM documents GROUP BY id HAVING count(*) > 1)`;
  await sql`UPDATE documents SET public_id = id WHERE public_id <> id AND NOT ${shared}`.execute(db);
  const told = sql`id || '~' || substr(text_hash, 1, 8)`;
  await sql`UPDATE documents SET public_id = ${told} WHERE ${shared} AND public_id <> ${told}`.execute(db);
}
