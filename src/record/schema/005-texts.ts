// Schema 5: documents by their text, for finding the words that a decision rests on.

/** In the words of both engines. */
export const TEXTS = (): string => `
CREATE INDEX documents_text ON documents (text_hash);
`;
