// Schema 13: what is uncertain about each item, so that the queue of the review is walked in its order and not scored anew.

/** In the words of both engines. What was recorded before is looked at when the record is settled next. */
export const DOUBTS = (): string => `
CREATE TABLE doubts (                    -- of each item that leads those telling the same
  item INTEGER PRIMARY KEY,
  waits INTEGER NOT NULL,                -- 1 while nobody decided about any telling of it
  kind TEXT NOT NULL,
  doubt INTEGER NOT NULL,                -- sum of 1 who, 2 to whom, 4 when, 8 whether it happened
  rule TEXT NOT NULL,                    -- how often its rule was wrong changes with each decision, so it is counted then; '' none
  begins INTEGER NOT NULL,               -- day as a number: 20131023; 99999999 undated
  id TEXT NOT NULL
);
CREATE INDEX doubts_order ON doubts (waits, kind, doubt, begins, id);
CREATE INDEX doubts_rule ON doubts (waits, kind, rule, doubt);
CREATE TABLE doubt_counts (
  waits INTEGER NOT NULL, kind TEXT NOT NULL, doubt INTEGER NOT NULL, rule TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (waits, kind, doubt, rule)
) WITHOUT ROWID;
CREATE TABLE stale_doubts (item INTEGER PRIMARY KEY);                    -- to be looked at
INSERT INTO stale_doubts SELECT key FROM items WHERE entry = key;
`;
