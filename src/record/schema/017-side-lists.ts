// Schema 17: lists of sides, so that what a state's people do is found with what the state does.

/** In the words of both engines. What was recorded before is put into the new lists out of those of whoever takes part. */
export const SIDE_LISTS = (): string => ['alone', 'known, entry'].map(rowsOf).join('\n');

/** @param own columns that one of the two tables of lists has alone */
function rowsOf(own: string): string {
  const table = own === 'alone' ? 'listed' : 'tellings';
  const place = ['kind', 'begins', 'ends', 'told', 'item', 'type', 'state'].map((column) => `l.${column}`).join(', ');
  const since = ['heard', ...own.split(', ')].map((column) => `l.${column}`).join(', ');
  return `
INSERT INTO ${table} (list, kind, begins, ends, told, item, type, state, parts, heard, ${own})
  SELECT -4503599627370496 - CAST(s.side AS BIGINT), ${place}, max(l.parts & 1) + max(l.parts & 2) + max(l.parts & 4), ${since}
  FROM ${table} l JOIN entity_sides s ON s.entity = l.list
  WHERE l.list > 0 AND (l.parts <> 0 OR l.list = s.side)
  GROUP BY s.side, ${place}, ${since}
  ORDER BY 1, 2, 3, 4, 5, 6;`;
}
