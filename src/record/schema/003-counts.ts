// Schema 3: what is counted once and asked often: names for search, mentions, pairs of sides by month.

/** The month or year that an item's date lies in as a whole; empty where it lies in none. */
const PERIOD = `CASE WHEN substr(time_start, 1, 7) = substr(time_end, 1, 7) THEN substr(time_start, 1, 7)
    WHEN substr(time_start, 1, 4) = substr(time_end, 1, 4) THEN substr(time_start, 1, 4) ELSE '' END`;

/** In the words of both engines. */
export const COUNTS = (): string => `
ALTER TABLE entities ADD COLUMN folded TEXT NOT NULL DEFAULT '';         -- its names folded, a line each
ALTER TABLE document_entities ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
UPDATE document_entities SET mentions =
  (SELECT count(*) FROM mentions m WHERE m.document = document_entities.document AND m.n = document_entities.n);
CREATE INDEX document_entities_part ON document_entities (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX entities_part ON entities (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE pair_periods (              -- actual events between two sides, counted
  period TEXT NOT NULL,                  -- the month they lie in; the year, or '' where they may lie in several
  one INTEGER NOT NULL, other INTEGER NOT NULL,                          -- keys of sides (entity_sides)
  together INTEGER NOT NULL,             -- 0 one acts towards the other; 1 both act, one has the smaller key
  events INTEGER NOT NULL, score REAL NOT NULL,                          -- number, and sum of scores
  quad1 INTEGER NOT NULL, quad2 INTEGER NOT NULL, quad3 INTEGER NOT NULL, quad4 INTEGER NOT NULL,
  PRIMARY KEY (one, other, period, together)
) WITHOUT ROWID;
CREATE INDEX pair_periods_period ON pair_periods (period);
CREATE TABLE stale_periods (period TEXT PRIMARY KEY) WITHOUT ROWID;      -- to be counted anew
CREATE INDEX items_period ON items ((${PERIOD})) WHERE kind = 'event';

INSERT INTO stale_entities SELECT key FROM entities WHERE true ON CONFLICT DO NOTHING;
INSERT INTO stale_periods SELECT DISTINCT ${PERIOD} FROM items WHERE kind = 'event'
  ON CONFLICT DO NOTHING;
`;
