// Schema 6: items of a kind in the order in which they are shown, so that a page is read and not sorted.

/** In the words of both engines. Holds all that counting what fits needs. */
export const ORDER = (): string => `
CREATE INDEX items_order ON items (kind, (time_start IS NULL), time_start, time_end, review, document, entry)
  WHERE entry = key;
`;
