// Schema 4: what people decided about items, beside what the reader had.

/** In the words of both engines. */
export const REVIEWS = (): string => `
ALTER TABLE items ADD COLUMN review TEXT NOT NULL DEFAULT 'machine';     -- machine accepted corrected rejected added
CREATE INDEX items_review ON items (review, kind) WHERE review <> 'machine';
ALTER TABLE reviews ADD COLUMN id TEXT NOT NULL DEFAULT '';              -- the same in every record that has the entry
CREATE INDEX reviews_id ON reviews (id);

CREATE TABLE machine_items (             -- what the reader had, of items that people decided about
  item INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  original TEXT NOT NULL                 -- JSON object: columns of items, and roles
);
CREATE TABLE review_subjects (           -- what entries of the journal are about: content keys, entities, documents
  subject TEXT NOT NULL, review INTEGER NOT NULL,
  PRIMARY KEY (subject, review)
) WITHOUT ROWID;
CREATE TABLE stale_reviews (             -- holds a row where documents came or went: decisions are to be applied anew
  stale INTEGER PRIMARY KEY
);
`;
