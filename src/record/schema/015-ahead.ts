// Schema 15: what was told of before it began, and what of documents' entities is counted and read for people.

/** In the words of both engines. Indexes alone: what was recorded before stands in them at once. */
export const AHEAD = (): string => `
CREATE INDEX listed_ahead ON listed (begins) WHERE begins > heard;       -- little: plans, and what is undated
DROP INDEX document_entities_entity;
CREATE INDEX document_entities_entity ON document_entities (entity, document, mentions);
CREATE INDEX document_entities_offices ON document_entities (entity, document) WHERE offices <> '[]';
`;
