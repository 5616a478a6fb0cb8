// Schema 19: what rests on something that a person corrected otherwise, and so is to be looked at again.

/** In the words of both engines. */
export const SHAKEN = (): string => `
CREATE TABLE shaken (                    -- items that cannot follow what was corrected of the event or statement they rest on
  item INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE
);
`;
