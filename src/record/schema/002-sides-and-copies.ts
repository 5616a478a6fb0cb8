// Schema 2: the side that each entity acts for, and which documents are copies of one text.

/** What was recorded before gets its sides and copies when the record is settled next. */
export const SIDES_AND_COPIES = (): string => `
CREATE TABLE entity_sides (              -- states and organisations that an entity acts for; itself for one of these
  entity INTEGER NOT NULL, side INTEGER NOT NULL,
  PRIMARY KEY (entity, side)
);
CREATE INDEX entity_sides_side ON entity_sides (side, entity);

CREATE TABLE sketches (                  -- what a text's word sequences come to, for finding copies of it
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  words TEXT NOT NULL,                   -- hash of the words alone
  hashes TEXT NOT NULL                   -- JSON list: smallest hashes of sequences of five words
);
CREATE INDEX sketches_words ON sketches (words);
CREATE TABLE sketch_keys (               -- the first of these hashes: texts that share one are compared
  hash BIGINT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (hash, document)
);
CREATE INDEX sketch_keys_document ON sketch_keys (document);
CREATE TABLE copies (                    -- pairs of documents that say the same
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind TEXT NOT NULL,                    -- same near
  resemblance REAL NOT NULL,
  PRIMARY KEY (document, other)
);
CREATE INDEX copies_other ON copies (other);
CREATE TABLE document_sources (          -- the document that those saying the same count as; its own key where it stands alone
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  source INTEGER NOT NULL
);
CREATE INDEX document_sources_source ON document_sources (source);

INSERT INTO stale_entities SELECT key FROM entities WHERE true ON CONFLICT DO NOTHING;
`;
