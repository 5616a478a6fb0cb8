// Keeps statements prepared: the record asks the same few questions again and again, and preparing one costs as much as
// answering it.
import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements kept; the one that was not used for longest goes first. */
const MOST = 200;

export function keptPrepared(connection: Database): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    prepare(text) {
      const statement = kept.get(text) ?? connection.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close: () => connection.close(),
  };
}
