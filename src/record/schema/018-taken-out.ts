// Schema 18: documents that people took out of the record, kept aside so that they can be put back.

/** In the words of both engines. A later step that changes a table of `FILLED` finds rows of it here, too. */
export const TAKEN_OUT = (): string => `
CREATE TABLE taken_out (
  id TEXT NOT NULL, text_hash TEXT NOT NULL,                             -- as in documents: what the decision is about
  source_hash TEXT NOT NULL, path TEXT NOT NULL,
  public_id TEXT NOT NULL, title TEXT, publisher TEXT,                   -- as they stood, for the list of what was taken out
  published TEXT, published_basis TEXT NOT NULL,
  items INTEGER NOT NULL,                -- how many were in the record
  rows TEXT NOT NULL,                    -- JSON object: rows by table, as the reader had them
  PRIMARY KEY (id, text_hash)
);
`;
