// Takes documents in, writes them some fifty at a time, and brings what documents share up to date afterwards.
import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { contentHash } from '../../intake/fingerprint.ts';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { Reading } from '../../model/reading.ts';
import { faultOf } from '../open-database.ts';
import { emptyReading } from './empty-reading.ts';
import { settleCopies } from './settle-copies.ts';
import { settleEntities } from './settle-entities.ts';
import { settleEvents } from './settle-events.ts';
import { settleSides } from './settle-sides.ts';
import type { Outcome, Source } from './source.ts';
import { prepareWrites } from './statements.ts';
import { type Arrival, type EntityKeys, writeDocument } from './write-document.ts';

/** Documents a transaction: enough to be fast, few enough to lose little when the machine stops. */
const BATCH = 50;

/** A write-ahead log above this many bytes is emptied into the record; long readers make it grow. */
const LOG_LIMIT = 64 * 1024 * 1024;

export interface Writer {
  /** Puts a document in, in the place of its earlier reading. Written with the next batch, or by `settle`. */
  add(document: Document, reading: Reading, source: Source): Outcome;
  /** Whether the document (or, without id, every document of a finished source) is in the record as this reader reads it. */
  isCurrent(source: Source, id?: string): boolean;
  /** Says that `ids` are all documents of the source; documents it had before and has no more are taken out. */
  finishSource(source: Source, ids: readonly string[]): void;
  /** Writes what waits and merges entities and events anew where documents came or went. */
  settle(): void;
}

export function createWriter(db: Database, path: string): Writer {
  const writes = prepareWrites(db);
  const known: EntityKeys = new Map();
  const waiting = new Map<string, Arrival>();
  const ended = new Map<string, { readonly source: Source; readonly ids: ReadonlySet<string> }>();
  const find = db.prepare(
    `SELECT key, path, source_hash, text_hash, reader_version FROM documents
     WHERE id = @id AND (path = @path OR text_hash = @text) ORDER BY path <> @path`,
  );
  const finished = db.prepare('SELECT 1 FROM sources WHERE path = ? AND hash = ? AND reader_version = ?');
  const documentsOf = db.prepare('SELECT key, id FROM documents WHERE path = ?');
  const markFinished = db.prepare('INSERT OR REPLACE INTO sources (path, hash, reader_version) VALUES (?, ?, ?)');

  const forgetSource = db.prepare('DELETE FROM sources WHERE path = ?');

  const remove = (key: number) => {
    for (const statement of writes.removal) statement.run(key);
  };

  const write = (arrival: Arrival) => {
    const { document, source } = arrival;
    const earlier = find.all({ id: document.id, path: source.path, text: contentHash(document.text) }) as Earlier[];
    for (const { key, path: was } of earlier) {
      remove(key);
      // Should the file still be where it was, it is read again: it may be a copy that changes on its own.
      if (was !== source.path) forgetSource.run(was);
    }
    writeDocument(writes, known, arrival);
  };

  /** A reading that cannot be stored leaves its document with a diagnostic, and the other documents of the batch alone. */
  const writeOrExplain = (arrival: Arrival) => {
    db.exec('SAVEPOINT document');
    try {
      write(arrival);
    } catch (error) {
      if (faultOf(error, path) instanceof Fault) throw error;
      db.exec('ROLLBACK TO document');
      known.clear();
      write({ ...arrival, reading: emptyReading(arrival.document, reasonOf(error)) });
    }
    db.exec('RELEASE document');
  };

  const inTransaction = (work: () => void) => {
    try {
      db.exec('BEGIN IMMEDIATE');
      work();
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      known.clear();
      throw faultOf(error, path);
    }
  };

  const finish = (source: Source, ids: ReadonlySet<string>) => {
    const there = documentsOf.all(source.path) as { key: number; id: string }[];
    for (const { key, id } of there) if (!ids.has(id)) remove(key);
    const present = new Set(there.map(({ id }) => id));
    if ([...ids].every((id) => present.has(id))) markFinished.run(source.path, source.hash, source.version);
  };

  const flush = () => {
    if (waiting.size === 0 && ended.size === 0) return;
    inTransaction(() => {
      for (const arrival of waiting.values()) writeOrExplain(arrival);
      for (const { source, ids } of ended.values()) finish(source, ids);
    });
    waiting.clear();
    ended.clear();
    shortenLog(db, path);
  };

  return {
    add(document, reading, source) {
      const place = `${document.id}\n${source.path}`;
      const waits = waiting.get(place);
      if (waits && isSame(waits.source, source) && waits.document.text === document.text) return 'unchanged';
      const [earlier] = find.all({ id: document.id, path: source.path, text: contentHash(document.text) }) as Earlier[];
      const sameSource =
        earlier?.path === source.path &&
        earlier.source_hash === source.hash &&
        earlier.reader_version === source.version;
      if (!waits && sameSource && earlier.text_hash === contentHash(document.text)) return 'unchanged';
      waiting.set(place, { document, reading, source });
      if (waiting.size >= BATCH) flush();
      return waits || earlier ? 'replaced' : 'added';
    },
    isCurrent(source, id) {
      const end = ended.get(source.path);
      if (id === undefined && end) return isSame(end.source, source);
      if (id === undefined) return finished.get(source.path, source.hash, source.version) !== undefined;
      const waits = waiting.get(`${id}\n${source.path}`);
      if (waits) return isSame(waits.source, source);
      const [earlier] = find.all({ id, path: source.path, text: null }) as Earlier[];
      return earlier?.source_hash === source.hash && earlier.reader_version === source.version;
    },
    finishSource(source, ids) {
      ended.set(source.path, { source, ids: new Set(ids) });
      if (ended.size >= BATCH) flush();
    },
    settle() {
      flush();
      if (!isStale(db)) return;
      inTransaction(() => {
        settleEntities(db);
        settleSides(db);
        settleEvents(db);
        settleCopies(db);
        settleDocumentIds(db);
      });
      known.clear();
      shortenLog(db, path);
    },
  };
}

/** Whether documents came or went since entities and events were merged: a run was stopped before its end. */
export function isStale(db: Database): boolean {
  const found = db.prepare(`SELECT EXISTS (SELECT 1 FROM stale_entities) OR EXISTS (SELECT 1 FROM stale_blocks)
    OR EXISTS (SELECT 1 FROM documents d LEFT JOIN document_sources s ON s.document = d.key WHERE s.document IS NULL)`);
  return found.pluck().get() === 1;
}

interface Earlier {
  readonly key: number;
  readonly path: string;
  readonly source_hash: string;
  readonly text_hash: string;
  readonly reader_version: string;
}

const isSame = (a: Source, b: Source): boolean => a.path === b.path && a.hash === b.hash && a.version === b.version;

/** Two documents of different sources and words that bear one id are told apart by a piece of their text's hash. */
function settleDocumentIds(db: Database): void {
  db.exec(`
    UPDATE documents SET public_id = id WHERE public_id <> id;
    UPDATE documents SET public_id = id || '~' || substr(text_hash, 1, 8)
      WHERE id IN (SELECT id FROM documents GROUP BY id HAVING count(*) > 1)`);
}

function shortenLog(db: Database, path: string): void {
  if (db.memory) return;
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) db.pragma('wal_checkpoint(TRUNCATE)');
}
