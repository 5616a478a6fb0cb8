// Counts the events between two sides anew, in the months and years where something changed.
import { type Kysely, sql } from 'kysely';
import { EVENT_TYPES, PLOVER } from '../../model/plover.ts';
import { pairedRoles } from '../query/conditions.ts';
import { periodIn } from '../schema/period.ts';
import type { Tables } from '../schema/tables.ts';

/** As `dealings` counts them when it goes through the events themselves. */
export async function settlePeriods(db: Kysely<Tables>): Promise<void> {
  const ofQuad = (quad: number) => {
    const types = EVENT_TYPES.filter((type) => PLOVER[type].quad === quad);
    return sql`count(*) FILTER (WHERE type IN (${sql.join(types)}))`;
  };
  await sql`DELETE FROM pair_periods WHERE period IN (SELECT period FROM stale_periods)`.execute(db);
  await sql`
    INSERT INTO pair_periods (period, one, other, together, events, score, quad1, quad2, quad3, quad4)
    SELECT period, one, other, together, count(*), coalesce(sum(score), 0), ${sql.join([1, 2, 3, 4].map(ofQuad))}
    FROM (
      SELECT DISTINCT ${periodIn('m')} AS period, m.key, m.type, m.score, s.side AS one, t.side AS other,
        CASE WHEN b.role = a.role THEN 1 ELSE 0 END AS together
      FROM items m JOIN roles a ON a.item = m.key JOIN entity_sides s ON s.entity = a.entity
        JOIN roles b ON b.item = m.key JOIN entity_sides t ON t.entity = b.entity
      WHERE m.kind = 'event' AND m.entry = m.key AND m.review <> 'rejected' AND m.state = 'actual' AND a.role = 'actor' AND ${pairedRoles}
        AND s.side <> t.side AND (b.role <> a.role OR s.side < t.side)
        AND ${periodIn('m')} IN (SELECT period FROM stale_periods)
    ) AS dealt GROUP BY period, one, other, together`.execute(db);
  await sql`DELETE FROM stale_periods`.execute(db);
}
