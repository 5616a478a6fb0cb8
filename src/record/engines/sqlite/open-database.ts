// Opens the record's SQLite file, brings its schema up to date, and says in the user's words what is wrong with it.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { Fault, reasonOf } from '../../../model/fault.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../schema/migrations.ts';
import { WORDS } from './words.ts';

/** How long a statement waits for others that hold the file for a moment, in milliseconds. */
export const BUSY_TIMEOUT = 10_000;

/** Pages kept in memory, in kilobytes. Ids are hashes: rows of one document go to all parts of their indexes. */
const READING_CACHE = 64_000;
const WRITING_CACHE = 192_000;

const IN_MEMORY = ':memory:';

/** Marks a SQLite file as a record (`application_id`): "RAPP" in ASCII. */
export const APPLICATION_ID = 0x52415050;

/**
 * @param outdated whether a record of an older version will do, to be read only
 * @throws Fault `record-missing` (read-only and not there), `record-foreign` (not made by this program),
 * `record-newer` (made by a newer one), `record-older` (read-only and made by an older one), `record-unwritable`
 * (cannot be made or changed), `record-unreadable` (read-only and may not be read), `record-folder` (a folder is there)
 */
export function openDatabase(path: string, readOnly: boolean, { outdated = false } = {}): Database {
  if (readOnly && path !== IN_MEMORY && !existsSync(path)) throw new Fault('record-missing', { path });
  const db = connect(path, readOnly);
  try {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    checkOrigin(db, path, outdated);
  } catch (error) {
    db.close();
    if (readOnly && isClosedPlace(error, path)) return openCopy(path, outdated);
    throw faultOf(error, path);
  }
  try {
    db.pragma('foreign_keys = ON');
    db.pragma('mmap_size = 0');
    db.pragma(`cache_size = ${-(readOnly ? READING_CACHE : WRITING_CACHE)}`);
    if (!readOnly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      migrate(db);
    }
    return db;
  } catch (error) {
    db.close();
    throw faultOf(error, path);
  }
}

/** A record of more bytes is not read into memory. */
const LARGEST_COPY = 2 ** 30;

/** Whether the folder may not be written, where SQLite keeps what those that read a file need to know of one another. */
function isClosedPlace(error: unknown, path: string): boolean {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  // What waits in a journal beside the file would be missing from a copy.
  const isWhole = !existsSync(`${path}-wal`);
  return /^SQLITE_(?:CANTOPEN|READONLY)/.test(code) && isWhole && statSync(path).size <= LARGEST_COPY;
}

/** The record as it is, in memory: of one that may only be looked at. */
function openCopy(path: string, outdated: boolean): Database {
  const bytes = readFileSync(path);
  // The file format's versions for writing and reading: 2 asks for a journal beside the file (SQLite's file format, 1.3.3).
  bytes.fill(1, 18, 20);
  const db = new Sqlite(bytes, { readonly: true });
  try {
    checkOrigin(db, path, outdated);
    db.pragma(`cache_size = ${-READING_CACHE}`);
    return db;
  } catch (error) {
    db.close();
    throw faultOf(error, path);
  }
}

/** Whether another connection writes. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** A fault of SQLite in the words of the fault catalogue; other errors as they are. */
export function faultOf(error: unknown, path: string): unknown {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB') return new Fault('record-foreign', { path, reason: 'it is no SQLite file' }, error);
  if (code.startsWith('SQLITE_CORRUPT')) return new Fault('record-foreign', { path, reason: 'it is damaged' }, error);
  if (/^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR|BUSY|PERM)/.test(code)) {
    return new Fault('record-unwritable', { path, reason: reasonOf(error) }, error);
  }
  return error;
}

function connect(path: string, readOnly: boolean): Database {
  try {
    if (path !== IN_MEMORY) {
      if (!readOnly) mkdirSync(dirname(resolve(path)), { recursive: true });
      if (existsSync(path) && statSync(path).isDirectory()) {
        throw new Fault('record-folder', { path, file: join(path, 'rapporteur.db') });
      }
    }
    return new Sqlite(path, { readonly: readOnly && path !== IN_MEMORY });
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(readOnly ? 'record-unreadable' : 'record-unwritable', { path, reason: reasonOf(error) }, error);
  }
}

function checkOrigin(db: Database, path: string, outdated: boolean): void {
  const application = db.pragma('application_id', { simple: true }) as number;
  const version = db.pragma('user_version', { simple: true }) as number;
  if (application === APPLICATION_ID) {
    if (version > SCHEMA_VERSION) throw new Fault('record-newer', { path, found: version, known: SCHEMA_VERSION });
    if (version < SCHEMA_VERSION && db.readonly && !outdated)
      throw new Fault('record-older', { path, found: version, known: SCHEMA_VERSION });
    return;
  }
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (application !== 0 || version !== 0 || tables > 0) {
    throw new Fault('record-foreign', { path, reason: 'another program made it' });
  }
  if (db.readonly) throw new Fault('record-foreign', { path, reason: 'it is empty' });
}

/** Whether an earlier version made the record, and nobody opened it for writing since. */
export function isOutdated(db: Database): boolean {
  return (db.pragma('user_version', { simple: true }) as number) < SCHEMA_VERSION;
}

function migrate(db: Database): void {
  // Without the lock, which a writer may hold for minutes: a record that is up to date stays so.
  if (db.pragma('user_version', { simple: true }) === SCHEMA_VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    const found = db.pragma('user_version', { simple: true }) as number;
    for (const { version, sql } of MIGRATIONS) {
      if (version <= found) continue;
      db.exec(sql(WORDS));
      db.pragma(`user_version = ${version}`);
    }
    if (found === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
