// The prepared statements that put a document into the record and take it out again.
import type { Database, Statement } from 'better-sqlite3';

type WriteName =
  | 'document'
  | 'passage'
  | 'sentence'
  | 'sentenceText'
  | 'nextSentence'
  | 'entity'
  | 'entityAlone'
  | 'entityKey'
  | 'documentEntity'
  | 'namedParty'
  | 'mention'
  | 'entityName'
  | 'time'
  | 'item'
  | 'nextItem'
  | 'role'
  | 'diagnostic'
  | 'staleBlock'
  | 'staleEntity';

export interface Writes extends Readonly<Record<WriteName, Statement>> {
  /** Run in this order, each with the document's key, they leave no trace of a document. */
  readonly removal: readonly Statement[];
}

/** `INSERT` with named parameters, one a column. */
function insert(db: Database, table: string, columns: string): Statement {
  const names = columns.split(' ');
  const quoted = names.map((name) => `"${name}"`).join(', ');
  return db.prepare(`INSERT INTO ${table} (${quoted}) VALUES (${names.map((name) => `@${name}`).join(', ')})`);
}

export function prepareWrites(db: Database): Writes {
  return {
    document: insert(
      db,
      'documents',
      'id public_id path source_hash text_hash reader_version text title publisher author language url published published_basis published_start published_end',
    ),
    passage: insert(db, 'passages', 'document n start end kind rule'),
    sentence: insert(db, 'sentences', 'key document n start end passage'),
    sentenceText: db.prepare('INSERT INTO sentence_text (rowid, text) VALUES (?, ?)'),
    nextSentence: db.prepare('SELECT coalesce(max(key), 0) + 1 AS key FROM sentences'),
    entity: db.prepare(
      `INSERT INTO entities (id, identity, kind, name, code, entity) VALUES (@id, @identity, @kind, @name, @code, 0)`,
    ),
    entityAlone: db.prepare('UPDATE entities SET entity = key WHERE key = ?'),
    entityKey: db.prepare('SELECT key FROM entities WHERE identity = ?'),
    documentEntity: insert(db, 'document_entities', 'document n local entity name code part_of owner offices rule why'),
    namedParty: db.prepare('INSERT OR IGNORE INTO named_parties (document, n, entity) VALUES (?, ?, ?)'),
    mention: db.prepare('INSERT OR IGNORE INTO mentions (document, n, start, "end", form) VALUES (?, ?, ?, ?, ?)'),
    entityName: db.prepare(
      `INSERT INTO entity_names (entity, document, name, times) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET times = times + excluded.times`,
    ),
    time: insert(db, 'times', 'document n start end type value rule'),
    item: insert(
      db,
      'items',
      'key id content_key entry kind document n local start end words trigger_start trigger_end trigger sentence_first sentence_last type state time_value time_basis time_start time_end score background refers block details rule why',
    ),
    nextItem: db.prepare('SELECT coalesce(max(key), 0) + 1 AS key FROM items'),
    role: db.prepare('INSERT INTO roles (item, role, n, entity) VALUES (?, ?, ?, ?)'),
    diagnostic: insert(db, 'diagnostics', 'document n code start end message'),
    staleBlock: db.prepare('INSERT OR IGNORE INTO stale_blocks (block) VALUES (?)'),
    staleEntity: db.prepare('INSERT OR IGNORE INTO stale_entities (entity) VALUES (?)'),
    removal: [
      `INSERT OR IGNORE INTO stale_blocks SELECT DISTINCT block FROM items WHERE document = ? AND block IS NOT NULL`,
      `INSERT OR IGNORE INTO stale_entities SELECT DISTINCT entity FROM document_entities WHERE document = ?`,
      // Items that another document's telling led stand alone until they are merged anew.
      `UPDATE items SET entry = key WHERE entry IN (SELECT key FROM items WHERE document = ?)`,
      `DELETE FROM sentence_text WHERE rowid IN (SELECT key FROM sentences WHERE document = ?)`,
      `DELETE FROM documents WHERE key = ?`,
    ].map((sql) => db.prepare(sql)),
  };
}
