// Schema 8: lists of items by who takes part, by pair and by publisher, in the order in which they are shown.
import type { EngineWords } from './words.ts';

/**
 * A page of a list is read where it stands, and what fits is counted without looking items up. Only items that lead those
 * telling the same, and are not rejected, stand in lists. What was recorded before is listed when the record is settled next.
 */
export const LISTS = ({ serialKey, including }: EngineWords): string => `
CREATE TABLE publishers (key ${serialKey}, name TEXT NOT NULL UNIQUE);   -- in small letters
CREATE TABLE listed (
  list BIGINT NOT NULL,                  -- 0 all items; key of an entity that takes part; below 0 a pair of sides or a publisher
  kind TEXT NOT NULL,
  begins INTEGER NOT NULL, ends INTEGER NOT NULL,                        -- days as numbers: 20131023; 99999999 undated
  told INTEGER NOT NULL,                 -- day of the document that leads
  item INTEGER NOT NULL,
  type TEXT NOT NULL, state TEXT NOT NULL,
  parts INTEGER NOT NULL,                -- what the entity does in it: sum of 1 acts, 2 receives, 4 is what it is about
  PRIMARY KEY (list, kind, begins, ends, told, item) ${including('type, state, parts')}
) WITHOUT ROWID;
CREATE INDEX listed_item ON listed (item, list);
CREATE TABLE item_counts (               -- items in the list of all, counted
  kind TEXT NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, type TEXT NOT NULL, state TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (kind, begins, ends, type, state)
) WITHOUT ROWID;
CREATE TABLE stale_lists (item INTEGER PRIMARY KEY);                     -- to be listed anew
INSERT INTO stale_lists SELECT key FROM items;
DROP INDEX items_time;
DROP INDEX items_order;
`;
