// Brings what documents share up to date, where documents came or went: entities, events, counts, ids.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import type { Tables } from '../schema/tables.ts';
import { settleCopies } from './settle-copies.ts';
import { settleEntities } from './settle-entities.ts';
import { settleEvents } from './settle-events.ts';
import { settlePeriods } from './settle-periods.ts';

/** Whether documents came or went since the record was settled; a run that is stopped before its end leaves it so. */
export async function isStale(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 WHERE EXISTS (SELECT 1 FROM stale_entities)
    OR EXISTS (SELECT 1 FROM stale_blocks) OR EXISTS (SELECT 1 FROM stale_periods)
    OR EXISTS (SELECT 1 FROM documents d LEFT JOIN document_sources s ON s.document = d.key WHERE s.document IS NULL)`.execute(
    db,
  );
  return rows.length > 0;
}

export async function settleAll(writing: Writing): Promise<void> {
  await settleEntities(writing);
  await settleEvents(writing);
  await settlePeriods(writing.db);
  await settleCopies(writing);
  await settleDocumentIds(writing.db);
}

/** Two documents of different sources and words that bear one id are told apart by a piece of their text's hash. */
async function settleDocumentIds(db: Kysely<Tables>): Promise<void> {
  const shared = sql`id IN (SELECT id FROM documents GROUP BY id HAVING count(*) > 1)`;
  await sql`UPDATE documents SET public_id = id WHERE public_id <> id AND NOT ${shared}`.execute(db);
  const told = sql`id || '~' || substr(text_hash, 1, 8)`;
  await sql`UPDATE documents SET public_id = ${told} WHERE ${shared} AND public_id <> ${told}`.execute(db);
}
