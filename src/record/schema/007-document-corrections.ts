// Schema 7: what people corrected about documents, beside what the reader had.

/** In the words of both engines. */
export const DOCUMENT_CORRECTIONS = (): string => `
ALTER TABLE documents ADD COLUMN counted_from TEXT;                      -- the corrected date that "yesterday" was counted from; NULL for the reader's own
CREATE TABLE machine_documents (         -- what the reader had, of documents that people corrected
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  original TEXT NOT NULL                 -- JSON object: columns of documents
);
`;
