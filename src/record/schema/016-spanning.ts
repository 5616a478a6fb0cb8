// Schema 16: what several sentences tell, found among the words of any of them; what is found by words, counted by type.

/** In the words of both engines. Indexes alone: what was recorded before stands in them at once. */
export const SPANNING = (): string => `
CREATE INDEX items_spanning ON items (sentence_first, sentence_last, entry) WHERE sentence_last > sentence_first;
DROP INDEX listed_item;
CREATE INDEX listed_item ON listed (item, list, parts, type);
`;
