// Schema 10: what tellings have in common that may be of one event, so that a new one is compared with these alone; and
// the pairs of sides whose days are to be counted anew, instead of all pairs of a month.

/** In the words of both engines. What was recorded before gets its ties when the record is settled next. */
export const TIES = (): string => `
CREATE TABLE ties (                      -- a telling has a tie: type, modality, parties and matter of an event
  tie BIGINT NOT NULL,                   -- hash of these, with the year
  item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  document INTEGER NOT NULL, n INTEGER NOT NULL,                         -- the item's
  begins INTEGER NOT NULL, ends INTEGER NOT NULL,                        -- its days as numbers: 20131023
  PRIMARY KEY (tie, item)
) WITHOUT ROWID;
CREATE INDEX ties_item ON ties (item);
CREATE TABLE stale_tellings (item INTEGER PRIMARY KEY);                  -- tied anew, and merged with what they are tied to
CREATE TABLE stale_ties (                -- ties that tellings had which are gone: what they joined is merged anew
  tie BIGINT NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  PRIMARY KEY (tie, begins, ends)
) WITHOUT ROWID;
CREATE TABLE stale_pairs (               -- lists of pairs, and days in them, on which something changed: counted anew
  list BIGINT NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  PRIMARY KEY (list, begins, ends)
) WITHOUT ROWID;
DROP TABLE stale_periods;
DROP INDEX items_period;
INSERT INTO stale_tellings SELECT key FROM items WHERE block IS NOT NULL;
`;
