// Schema 9: items that are told again, so that those with several tellings are found without going through all.

/** In the words of both engines. */
export const RETOLD = (): string => `
CREATE INDEX items_retold ON items (entry) WHERE entry <> key;
`;
