// Schema 14: what was known by a day is read from lists, too: since when each item is told of, and the tellings of those
// that are told more than once; items and dealings counted by the month since which they are told of.
import type { EngineWords } from './words.ts';

/**
 * What one document tells alone says the same on any day since; of the others it depends on which tellings were there.
 * What was recorded before is listed when the record is settled next.
 */
export const KNOWN = ({ including }: EngineWords): string => `
DROP TABLE listed;
CREATE TABLE listed (
  list BIGINT NOT NULL,                  -- 0 all items; key of an entity that takes part; below 0 a pair of sides, a publisher, what lies in several years
  kind TEXT NOT NULL,
  begins INTEGER NOT NULL, ends INTEGER NOT NULL,                        -- days as numbers: 20131023; 99999999 undated
  told INTEGER NOT NULL,                 -- day of the document that leads
  item INTEGER NOT NULL,
  type TEXT NOT NULL, state TEXT NOT NULL,
  parts INTEGER NOT NULL,                -- what the entity does in it: sum of 1 acts, 2 receives, 4 is what it is about
  heard INTEGER NOT NULL,                -- day by the end of which the first document had told it
  alone INTEGER NOT NULL,                -- 1 where it is told once; 0 where its tellings stand in a table of their own
  PRIMARY KEY (list, kind, begins, ends, told, item) ${including('type, state, parts, heard, alone')}
) WITHOUT ROWID;
CREATE INDEX listed_item ON listed (item, list, parts);
CREATE TABLE tellings (                  -- each telling of what is told more than once, in the lists in which it would stand alone
  list BIGINT NOT NULL,
  kind TEXT NOT NULL,
  begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  told INTEGER NOT NULL,                 -- day of its document
  item INTEGER NOT NULL,                 -- the telling
  type TEXT NOT NULL, state TEXT NOT NULL,
  parts INTEGER NOT NULL,
  heard INTEGER NOT NULL,                -- day by the end of which the first document had told what it tells
  known INTEGER NOT NULL,                -- day by the end of which its own document had come out
  entry INTEGER NOT NULL,                -- the item that leads those telling the same
  PRIMARY KEY (list, kind, begins, ends, told, item) ${including('type, state, parts, heard, known, entry')}
) WITHOUT ROWID;
CREATE INDEX tellings_entry ON tellings (entry, list);
CREATE INDEX tellings_item ON tellings (item, list, parts);
DROP INDEX items_sentence;
CREATE INDEX items_sentence ON items (sentence_first, sentence_last, entry);
CREATE INDEX documents_known ON documents (published_end);
CREATE TABLE month_counts (              -- items in the list of all, counted by months: 201310; 999999 undated
  kind TEXT NOT NULL, type TEXT NOT NULL,
  begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  heard INTEGER NOT NULL,                -- 0 for what is told more than once
  number INTEGER NOT NULL,
  PRIMARY KEY (kind, begins, type, ends, heard)
) WITHOUT ROWID;
DROP TABLE pair_periods;
CREATE TABLE pair_periods (              -- actual events between two sides, counted
  period TEXT NOT NULL,                  -- the month they lie in; the year, or '' where they may lie in several
  one INTEGER NOT NULL, other INTEGER NOT NULL,                          -- keys of sides (entity_sides)
  together INTEGER NOT NULL,             -- 0 one acts towards the other; 1 both act, one has the smaller key
  heard INTEGER NOT NULL,                -- the month since which they are told of; 0 for what is told more than once
  events INTEGER NOT NULL, score REAL NOT NULL,                          -- number, and sum of scores
  quad1 INTEGER NOT NULL, quad2 INTEGER NOT NULL, quad3 INTEGER NOT NULL, quad4 INTEGER NOT NULL,
  PRIMARY KEY (one, other, period, together, heard)
) WITHOUT ROWID;
CREATE INDEX pair_periods_period ON pair_periods (period);
CREATE TABLE period_sums (               -- the same of all pairs together
  period TEXT NOT NULL, heard INTEGER NOT NULL,
  events INTEGER NOT NULL, score REAL NOT NULL,
  quad1 INTEGER NOT NULL, quad2 INTEGER NOT NULL, quad3 INTEGER NOT NULL, quad4 INTEGER NOT NULL,
  PRIMARY KEY (period, heard)
) WITHOUT ROWID;
DELETE FROM item_counts;
DELETE FROM list_counts;
DELETE FROM stands;
INSERT INTO stale_lists SELECT key FROM items WHERE true ON CONFLICT DO NOTHING;
`;
