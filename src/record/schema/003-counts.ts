// Schema 3: what is counted once and asked often: names for search, mentions, pairs of sides by month.

/** In the words of both engines. */
export const COUNTS = (): string => `
ALTER TABLE entities ADD COLUMN folded TEXT NOT NULL DEFAULT '';         -- its names folded, a line each
ALTER TABLE document_entities ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
UPDATE document_entities SET mentions =
  (SELECT count(*) FROM mentions m WHERE m.document = document_entities.document AND m.n = document_entities.n);
CREATE INDEX document_entities_part ON document_entities (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX entities_part ON entities (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE pair_periods (              -- events between two sides, counted
  period TEXT NOT NULL,                  -- the month they begin in, '' for undated ones
  one INTEGER NOT NULL, other INTEGER NOT NULL,                          -- keys of sides (entity_sides), the smaller first
  modality TEXT NOT NULL,
  events INTEGER NOT NULL, score REAL NOT NULL,                          -- number, and sum of scores
  quad1 INTEGER NOT NULL, quad2 INTEGER NOT NULL, quad3 INTEGER NOT NULL, quad4 INTEGER NOT NULL,
  PRIMARY KEY (period, one, other, modality)
) WITHOUT ROWID;
CREATE INDEX pair_periods_pair ON pair_periods (one, other, period);
CREATE TABLE stale_periods (period TEXT PRIMARY KEY) WITHOUT ROWID;      -- to be counted anew
CREATE INDEX items_period ON items (coalesce(substr(time_start, 1, 7), '')) WHERE kind = 'event';

INSERT INTO stale_entities SELECT key FROM entities WHERE true ON CONFLICT DO NOTHING;
INSERT INTO stale_periods SELECT DISTINCT coalesce(substr(time_start, 1, 7), '') FROM items WHERE kind = 'event'
  ON CONFLICT DO NOTHING;
`;
