// Schema 11: what registers are ordered by, counted once: items by subject, and where each actor stands on each subject.

/** In the words of both engines. Stands of what was recorded before are found when the record is settled next. */
export const REGISTERS = (): string => `
CREATE TABLE list_counts (               -- items in the list of an entity, counted
  kind TEXT NOT NULL, list INTEGER NOT NULL,
  number INTEGER NOT NULL,
  subjects INTEGER NOT NULL,             -- of these, those that are about the entity
  PRIMARY KEY (kind, list)
) WITHOUT ROWID;
INSERT INTO list_counts
  SELECT kind, list, count(*), sum(CASE WHEN (parts & 4) <> 0 THEN 1 ELSE 0 END) FROM listed WHERE list > 0 GROUP BY kind, list;
CREATE TABLE stands (                    -- positions of an actor on a subject
  subject INTEGER NOT NULL, actor INTEGER NOT NULL,                      -- keys of entities
  positions INTEGER NOT NULL,
  last INTEGER NOT NULL,                 -- key of the item with the latest dated one
  stance TEXT NOT NULL,                  -- of that
  PRIMARY KEY (subject, actor)
) WITHOUT ROWID;
CREATE INDEX stands_positions ON stands (positions);
CREATE TABLE stale_stands (              -- to be found anew
  subject INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY (subject, actor)
) WITHOUT ROWID;
INSERT INTO stale_stands SELECT DISTINCT s.list, a.list FROM listed l
  JOIN listed a ON a.item = l.item AND a.list > 0 AND (a.parts & 1) <> 0
  JOIN listed s ON s.item = l.item AND s.list > 0 AND (s.parts & 4) <> 0
  WHERE l.list = 0 AND l.kind = 'position';
`;
