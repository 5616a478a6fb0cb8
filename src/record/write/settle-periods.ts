// Counts the events between two sides anew, in the months and years in which something changed between them.
import { type Kysely, sql } from 'kysely';
import { EVENT_TYPES, PLOVER } from '../../model/plover.ts';
import { pairedRoles } from '../query/conditions.ts';
import { heardMonthIn, MOST_KEYS, UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';

/** The month or year that days as numbers lie in as a whole, in the words of `periodOf`. */
const PERIOD = sql`CASE WHEN begins = ${sql.lit(UNDATED)} OR ends = ${sql.lit(UNDATED)} THEN ''
  WHEN begins / 100 = ends / 100 THEN substr(CAST(begins AS TEXT), 1, 4) || '-' || substr(CAST(begins AS TEXT), 5, 2)
  WHEN begins / 10000 = ends / 10000 THEN substr(CAST(begins AS TEXT), 1, 4) ELSE '' END`;

/** The first and last day on which something begins that is counted in a period. */
const FIRST = sql`CASE WHEN period = '' THEN 0 ELSE CAST(replace(period, '-', '') AS INTEGER) * CASE WHEN length(period) = 4 THEN 10000 ELSE 100 END END`;
const LAST = sql`CASE WHEN period = '' THEN ${sql.lit(UNDATED)} ELSE CAST(replace(period, '-', '') AS INTEGER) * CASE WHEN length(period) = 4 THEN 10000 ELSE 100 END
  + CASE WHEN length(period) = 4 THEN 1231 ELSE 31 END END`;

/** As `dealings` counts them when it goes through the events themselves. */
export async function settlePeriods(db: Kysely<Tables>): Promise<void> {
  const ofQuad = (quad: number) => {
    const types = EVENT_TYPES.filter((type) => PLOVER[type].quad === quad);
    return sql`count(*) FILTER (WHERE type IN (${sql.join(types)}))`;
  };
  const keys = sql.lit(MOST_KEYS);
  const stale = sql`SELECT DISTINCT list, (-list) / ${keys} AS first, (-list) % ${keys} AS second, ${PERIOD} AS period FROM stale_pairs`;
  // Each way by itself: for both together SQLite goes through all that is counted.
  for (const sides of [sql`first, second`, sql`second, first`]) {
    await sql`DELETE FROM pair_periods WHERE (one, other, period) IN (SELECT ${sides}, period FROM (${stale}) AS p)`.execute(
      db,
    );
  }
  await sql`
    INSERT INTO pair_periods (period, one, other, together, heard, events, score, quad1, quad2, quad3, quad4)
    SELECT period, one, other, together, heard, count(*), coalesce(sum(score), 0), ${sql.join([1, 2, 3, 4].map(ofQuad))}
    FROM (
      SELECT DISTINCT p.period, m.key, m.type, m.score, s.side AS one, t.side AS other,
        CASE WHEN b.role = a.role THEN 1 ELSE 0 END AS together, ${heardMonthIn('l.heard', 'l.alone')} AS heard
      FROM (SELECT list, first, second, period, ${FIRST} AS opens, ${LAST} AS closes FROM (${stale}) AS pairs) AS p
        CROSS JOIN listed l CROSS JOIN items m CROSS JOIN roles a CROSS JOIN entity_sides s CROSS JOIN roles b CROSS JOIN entity_sides t
      WHERE l.list = p.list AND l.kind = 'event' AND l.begins BETWEEN p.opens AND p.closes AND l.state = 'actual'
        AND ${PERIOD} = p.period AND m.key = l.item AND a.item = m.key AND a.role = 'actor' AND s.entity = a.entity
        AND s.side IN (p.first, p.second) AND b.item = m.key AND ${pairedRoles} AND t.entity = b.entity
        AND t.side IN (p.first, p.second) AND s.side <> t.side AND (b.role <> a.role OR s.side < t.side)
    ) AS dealt GROUP BY period, one, other, together, heard`.execute(db);
  const periods = sql`SELECT DISTINCT ${PERIOD} FROM stale_pairs`;
  await sql`DELETE FROM period_sums WHERE period IN (${periods})`.execute(db);
  await sql`INSERT INTO period_sums (period, heard, events, score, quad1, quad2, quad3, quad4)
    SELECT period, heard, sum(events), sum(score), sum(quad1), sum(quad2), sum(quad3), sum(quad4) FROM pair_periods
    WHERE period IN (${periods}) GROUP BY period, heard`.execute(db);
  await sql`DELETE FROM stale_pairs`.execute(db);
}
