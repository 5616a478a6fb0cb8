// Makes the rows of the items that changed, in each list in which they stand.
import { type RawBuilder, sql } from 'kysely';
import { pairedRoles } from '../query/conditions.ts';
import {
  ALL_ITEMS,
  dayNumberIn,
  listOfPairIn,
  listOfSideIn,
  PARTS,
  ROLES_OF,
  UNDATED,
  WIDE_ITEMS,
} from '../schema/list.ts';
import { ACTING_ROLES, SIDED_ROLES } from '../schema/tables.ts';

/** Which rows stand in a table of lists. */
interface Lists {
  readonly table: 'listed' | 'tellings';
  /** Which items (`i`) have to do with one that changed (`s`). */
  readonly chosen: RawBuilder<unknown>;
  /** Whether the lists in which one stands are those of all that tell the same, or its own. */
  readonly by: 'entry' | 'key';
  /** Columns of this table alone. */
  readonly own: Readonly<Record<string, RawBuilder<unknown>>>;
}

/** Whether an entry is told more than once. */
const isRetold = (entry: string) =>
  sql`EXISTS (SELECT 1 FROM items x WHERE x.entry = ${sql.ref(entry)} AND x.key <> x.entry)`;

/**
 * What leads those telling the same, with the parts of all of these.
 * @param last all stale items up to this one
 */
export const intoLists = (last: number) =>
  rowsFor(last, {
    table: 'listed',
    chosen: sql`i.key = s.item AND i.entry = i.key`,
    by: 'entry',
    own: { alone: sql`CASE WHEN ${isRetold('i.key')} THEN 0 ELSE 1 END` },
  });

/** The tellings of what is told more than once, each with its own parts. */
export const intoTellings = (last: number) =>
  rowsFor(last, {
    table: 'tellings',
    chosen: sql`i.entry = s.item AND ${isRetold('s.item')}`,
    by: 'key',
    own: { known: dayNumberIn('d.published_end'), entry: sql`i.entry` },
  });

/**
 * Each in the list of all, where it may lie in several years in that of such, and in those of its publishers, of whoever
 * takes part, of their sides, and of the pairs among these. The joins stand in the order in which SQLite is to make them: from
 * the few items that changed.
 */
function rowsFor(last: number, { table, chosen, by, own }: Lists) {
  const columns = Object.keys(own).map((column) => sql.ref(column));
  const place = sql`c.kind, c.begins, c.ends, c.told, c.item, c.type, c.state`;
  const since = sql.join([sql.ref('c.heard'), ...Object.keys(own).map((column) => sql.ref(`c.${column}`))]);
  const part = (does: keyof typeof PARTS) =>
    sql`max(CASE WHEN r.role IN (${sql.join(ROLES_OF[does])}) THEN ${sql.lit(PARTS[does])} ELSE 0 END)`;
  return sql`
    WITH chosen AS (
      SELECT i.kind, ${dayNumberIn('i.time_start')} AS begins, ${dayNumberIn('i.time_end')} AS ends,
        ${dayNumberIn('d.published_start')} AS told, i.key AS item, coalesce(i.type, '') AS type, coalesce(i.state, '') AS state,
        (SELECT coalesce(min(${dayNumberIn('h.published_end')}), ${sql.lit(UNDATED)}) FROM items y JOIN documents h ON h.key = y.document
          WHERE y.entry = i.entry) AS heard,
        ${sql.join(Object.entries(own).map(([column, value]) => sql`${value} AS ${sql.ref(column)}`))}
      FROM stale_lists s CROSS JOIN items i CROSS JOIN documents d
      WHERE s.item <= ${last} AND ${chosen} AND d.key = i.document AND i.review <> 'rejected'
    )
    INSERT INTO ${sql.table(table)} (list, kind, begins, ends, told, item, type, state, parts, heard, ${sql.join(columns)})
    SELECT ${sql.lit(ALL_ITEMS)} AS list, ${place}, 0 AS parts, ${since} FROM chosen c
    UNION ALL
    SELECT ${sql.lit(WIDE_ITEMS)}, ${place}, 0, ${since} FROM chosen c WHERE c.begins / 10000 <> c.ends / 10000
    UNION ALL
    SELECT DISTINCT -p.key, ${place}, 0, ${since}
      FROM chosen c CROSS JOIN items t CROSS JOIN documents d CROSS JOIN publishers p
      WHERE t.${sql.ref(by)} = c.item AND d.key = t.document AND p.name = lower(d.publisher)
    UNION ALL
    SELECT e.entity, ${place}, ${part('acts')} + ${part('receives')} + ${part('subject')}, ${since}
      FROM chosen c CROSS JOIN items t CROSS JOIN roles r CROSS JOIN entities e
      WHERE t.${sql.ref(by)} = c.item AND r.item = t.key AND e.key = r.entity
      GROUP BY e.entity, ${place}, ${since}
    UNION ALL
    SELECT ${listOfSideIn('s.side')}, ${place}, ${part('acts')} + ${part('receives')} + ${part('subject')}, ${since}
      FROM chosen c CROSS JOIN items t CROSS JOIN roles r CROSS JOIN entities e CROSS JOIN entity_sides s
      WHERE t.${sql.ref(by)} = c.item AND r.item = t.key AND e.key = r.entity AND s.entity = r.entity
        AND (r.role IN (${sql.join(SIDED_ROLES)}) OR e.entity = s.side)
      GROUP BY s.side, ${place}, ${since}
    UNION ALL
    SELECT DISTINCT ${listOfPairIn('s.side', 't.side')}, ${place}, 0, ${since}
      FROM chosen c CROSS JOIN items m CROSS JOIN roles a CROSS JOIN entity_sides s CROSS JOIN roles b CROSS JOIN entity_sides t
      WHERE m.${sql.ref(by)} = c.item AND a.item = m.key AND a.role IN (${sql.join(ACTING_ROLES)}) AND s.entity = a.entity
        AND b.item = m.key AND ${pairedRoles} AND t.entity = b.entity AND s.side <> t.side
    ORDER BY 1, 2, 3, 4, 5, 6`;
}
