// The record in one SQLite file, through better-sqlite3.
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, SqliteDialect, sql } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import type { Engine } from '../engine.ts';
import { keptPrepared } from './kept-prepared.ts';
import { BUSY_TIMEOUT, faultOf, isBusy, openDatabase } from './open-database.ts';
import { rowWriter } from './rows.ts';

/** A write-ahead log above this many bytes is emptied into the record; long readers make it grow. */
const LOG_LIMIT = 64 * 1024 * 1024;

/** @throws Fault as `openDatabase` */
export function openSqlite(path: string, readOnly: boolean): Engine {
  const connection = openDatabase(path, readOnly);
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keptPrepared(connection) }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  const rows = rowWriter(connection);
  // A connection of its own: what is held on the other one hides what others write.
  let watching: Database | null = null;
  return {
    place: path,
    readOnly,
    db,
    write: (work, patient = true) =>
      // Kysely has one connection to give: what others ask of this record meanwhile waits.
      db.connection().execute(async (held) => {
        try {
          await begin(connection, patient ? PATIENCE : 0);
          const result = await work({ db: held, ...rows });
          await sql`COMMIT`.execute(held);
          shortenLog(connection, path);
          return result;
        } catch (error) {
          if (connection.inTransaction) connection.exec('ROLLBACK');
          throw faultOf(error, path);
        }
      }),
    async hold() {
      await sql`BEGIN`.execute(db);
    },
    async release() {
      await sql`COMMIT`.execute(db);
    },
    state() {
      if (connection.memory) return null;
      watching ??= openDatabase(path, true);
      return watching.pragma('data_version', { simple: true }) as number;
    },
    async close() {
      watching?.close();
      await db.destroy();
    },
  };
}

/** How long a writer waits for another one, in milliseconds: merging a large record takes minutes. */
const PATIENCE = 10 * 60_000;

/** Between two attempts, in milliseconds. */
const PAUSE = 20;

/** @param patience in milliseconds. Waits without holding up this process, in which the writer that is waited for may be. */
async function begin(connection: Database, patience: number): Promise<void> {
  const started = performance.now();
  connection.pragma('busy_timeout = 0');
  try {
    for (;;) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() - started >= patience) throw error;
      }
      await setTimeout(PAUSE);
    }
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
}

function shortenLog(connection: Database, path: string): void {
  if (connection.memory) return;
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) connection.pragma('wal_checkpoint(TRUNCATE)');
}
