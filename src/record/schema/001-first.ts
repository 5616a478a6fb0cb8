// Schema 1: documents, what was read in each, what the documents share, and views for people who open the file in SQL.
import type { EngineWords } from './words.ts';

/**
 * Two layers. What a document says is stored as read, by document and span. What documents share points from there:
 * `entities.entity` is the entity a name was merged into and `items.entry` the item that leads those telling the same;
 * both hold the row's own key where nothing was merged, so a merge is one number and can be undone.
 */
export const FIRST = ({ serialKey, fullTextTable, appendOnly, field }: EngineWords): string => `
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                      -- as the reader was given it
  public_id TEXT NOT NULL,               -- the same, with a suffix where two sources use one id
  path TEXT NOT NULL,                    -- the source as the user named it
  source_hash TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reader_version TEXT NOT NULL,
  text TEXT NOT NULL,
  title TEXT, publisher TEXT, author TEXT, language TEXT, url TEXT,
  published TEXT, published_basis TEXT NOT NULL,
  published_start TEXT, published_end TEXT,
  UNIQUE (id, path)
);
CREATE INDEX documents_path ON documents (path);
CREATE INDEX documents_public ON documents (public_id);
CREATE INDEX documents_date ON documents (published_start, public_id);

CREATE TABLE sources (                   -- files of which every document is in the record
  path TEXT PRIMARY KEY, hash TEXT NOT NULL, reader_version TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE passages (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, rule TEXT,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE sentences (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, passage INTEGER NOT NULL
);
CREATE UNIQUE INDEX sentences_place ON sentences (document, n);
${fullTextTable}

CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL UNIQUE,         -- what makes two documents mean the same by it
  kind TEXT NOT NULL,
  entity INTEGER NOT NULL,               -- key of the entity it was merged into; its own where it was not
  name TEXT NOT NULL, code TEXT, part_of INTEGER,
  offices TEXT NOT NULL DEFAULT '[]',    -- JSON list
  names TEXT NOT NULL DEFAULT '[]',      -- JSON list, most frequent first
  documents INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entities_entity ON entities (entity);
CREATE INDEX entities_kind ON entities (kind, name);

CREATE TABLE document_entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, local TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities,
  name TEXT NOT NULL, code TEXT, part_of INTEGER REFERENCES entities,
  owner TEXT NOT NULL,                   -- identity of the state or organisation at the top of part_of, '' for none
  offices TEXT NOT NULL,                 -- JSON list
  rule TEXT, why TEXT,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE INDEX document_entities_entity ON document_entities (entity, document);

CREATE TABLE named_parties (             -- states and organisations in the names of bodies and groups
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entities,
  PRIMARY KEY (document, n, entity)
) WITHOUT ROWID;
CREATE INDEX named_parties_entity ON named_parties (entity);

CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, n INTEGER NOT NULL, form TEXT NOT NULL,
  PRIMARY KEY (document, n, start, "end")
) WITHOUT ROWID;

CREATE TABLE entity_names (              -- how often documents use a name for an entity
  entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (entity, document, name)
) WITHOUT ROWID;
CREATE INDEX entity_names_document ON entity_names (document);

CREATE TABLE times (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, rule TEXT,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE items (                     -- statements, events and what is derived from them, one row a telling
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  content_key TEXT NOT NULL,             -- names the item by its words, for decisions that outlive a re-reading
  entry INTEGER NOT NULL,                -- key of the item that leads those telling the same; its own where it stands alone
  kind TEXT NOT NULL,                    -- event statement meeting development obligation activity position
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, local TEXT,        -- place in the reading and the id there
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL,                   -- the words from start to end
  trigger_start INTEGER, trigger_end INTEGER, trigger TEXT,
  sentence_first INTEGER, sentence_last INTEGER,
  type TEXT,                             -- PLOVER type, form, level, development, state or stance
  state TEXT,                            -- modality of an event, state of a meeting
  time_value TEXT, time_basis TEXT NOT NULL, time_start TEXT, time_end TEXT,
  score REAL, background INTEGER NOT NULL DEFAULT 0,
  refers INTEGER,                        -- statement that reports the event or position, event that is the meeting
  block TEXT,                            -- events that can tell the same share it
  details TEXT NOT NULL,                 -- JSON object: mode, contexts, content, cue, figures ...
  rule TEXT, why TEXT
);
CREATE INDEX items_id ON items (id);
CREATE INDEX items_content ON items (content_key);
CREATE INDEX items_document ON items (document, kind, n);
CREATE INDEX items_entry ON items (entry);
CREATE INDEX items_block ON items (block) WHERE block IS NOT NULL;
CREATE INDEX items_time ON items ((time_start IS NULL), time_start, time_end, kind) WHERE entry = key;
CREATE INDEX items_sentence ON items (sentence_first, sentence_last);
CREATE INDEX items_refers ON items (refers) WHERE refers IS NOT NULL;

CREATE TABLE roles (                     -- who takes which part in an item
  item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  role TEXT NOT NULL, n INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities,
  PRIMARY KEY (item, role, n)
) WITHOUT ROWID;
CREATE INDEX roles_entity ON roles (entity, role, item);

CREATE TABLE diagnostics (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, code TEXT NOT NULL, start INTEGER, "end" INTEGER, message TEXT NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE reviews (                   -- what people decided; rows are only ever added
  key ${serialKey},
  content_key TEXT NOT NULL,
  who TEXT NOT NULL, "when" TEXT NOT NULL,
  what TEXT NOT NULL,                    -- accepted corrected rejected added merged split undone
  change TEXT NOT NULL DEFAULT '{}'      -- JSON object
);
CREATE INDEX reviews_content ON reviews (content_key, key);
${appendOnly('reviews', 'the review journal is append-only')}

CREATE TABLE stale_blocks (block TEXT PRIMARY KEY) WITHOUT ROWID;        -- to be merged anew
CREATE TABLE stale_entities (entity INTEGER PRIMARY KEY) WITHOUT ROWID;  -- to be counted anew

CREATE VIEW events AS
  SELECT i.id, lead.id AS told_in, d.public_id AS document, i.start, i."end", i.trigger_start, i.trigger_end, i.type,
    ${field('i.details', 'mode')} AS mode, ${field('i.details', 'contexts')} AS contexts, i.state AS modality, i.background,
    i.time_value, i.time_basis, i.time_start, i.time_end, i.score, ${field('i.details', 'cameo')} AS cameo, i.trigger, i.words, i.rule, i.why
  FROM items i JOIN items lead ON lead.key = i.entry JOIN documents d ON d.key = i.document WHERE i.kind = 'event';
CREATE VIEW statements AS
  SELECT i.id, d.public_id AS document, i.start, i."end", i.type AS form, ${field('i.details', 'source')} AS source,
    ${field('i.details', 'cue')} AS cue, ${field('i.details', 'content')} AS content, i.time_value AS published, i.words, i.rule, i.why
  FROM items i JOIN documents d ON d.key = i.document WHERE i.kind = 'statement';
CREATE VIEW participants AS
  SELECT i.id AS item, i.kind, r.role, r.n, e.id AS entity, e.name, e.kind AS entity_kind, e.code
  FROM roles r JOIN items i ON i.key = r.item JOIN entities m ON m.key = r.entity JOIN entities e ON e.key = m.entity;
`;
