// The record in one SQLite file, through better-sqlite3.
import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, SqliteDialect, sql } from 'kysely';
import { Fault, reasonOf } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Engine } from '../engine.ts';
import { keptPrepared } from './kept-prepared.ts';
import { faultOf, openDatabase } from './open-database.ts';
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
  return {
    place: path,
    readOnly,
    db,
    write: (work) =>
      // Kysely has one connection to give: what others ask of this record meanwhile waits.
      db.connection().execute(async (held) => {
        try {
          await sql`BEGIN IMMEDIATE`.execute(held);
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
    async backup(file, progress = () => undefined) {
      if (existsSync(file)) throw new Fault('file-unwritable', { path: file, reason: 'there is a file of this name' });
      try {
        await connection.backup(file, {
          progress({ totalPages, remainingPages }) {
            progress(1 - remainingPages / Math.max(totalPages, 1));
            return PAGES_AT_ONCE;
          },
        });
      } catch (error) {
        throw new Fault('file-unwritable', { path: file, reason: reasonOf(error) }, error);
      }
    },
    close: () => db.destroy(),
  };
}

/** Pages a backup copies before it lets others have the record: 16 MB. */
const PAGES_AT_ONCE = 4096;

function shortenLog(connection: Database, path: string): void {
  if (connection.memory) return;
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) connection.pragma('wal_checkpoint(TRUNCATE)');
}
