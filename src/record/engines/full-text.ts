// Full text on either engine.
import { type Expression, type Kysely, PostgresAdapter, type SqlBool } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { matchesInPostgres } from './postgres/full-text.ts';
import { matchesInSqlite } from './sqlite/full-text.ts';

/** Whether a row of `sentence_text`, named `alias`, holds all the words that a person typed; `termsOf` says how it is read. */
export function sentenceMatches(db: Kysely<Tables>, alias: string, typed: string): Expression<SqlBool> {
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? matchesInPostgres(alias, typed)
    : matchesInSqlite(alias, typed);
}
