// Counts the events between two sides anew, in the months where something changed.
import { type Kysely, sql } from 'kysely';
import { EVENT_TYPES, PLOVER, RECIPROCAL_TYPES } from '../../model/plover.ts';
import type { Tables } from '../schema/tables.ts';

/**
 * One side deals with another where one is actor and the other recipient in any telling of an event, or, of what parties
 * do with one another, where both are actors. An event counts once for each pair.
 */
export async function settlePeriods(db: Kysely<Tables>): Promise<void> {
  const period = sql`coalesce(substr(i.time_start, 1, 7), '')`;
  const ofQuad = (quad: number) => {
    const types = EVENT_TYPES.filter((type) => PLOVER[type].quad === quad);
    return sql`count(*) FILTER (WHERE type IN (${sql.join(types)}))`;
  };
  await sql`DELETE FROM pair_periods WHERE period IN (SELECT period FROM stale_periods)`.execute(db);
  await sql`
    INSERT INTO pair_periods (period, one, other, modality, events, score, quad1, quad2, quad3, quad4)
    SELECT period, one, other, modality, count(*), sum(score), ${sql.join([1, 2, 3, 4].map(ofQuad))}
    FROM (
      SELECT DISTINCT ${period} AS period, i.key, i.type, i.state AS modality, i.score,
        CASE WHEN a.side < b.side THEN a.side ELSE b.side END AS one,
        CASE WHEN a.side < b.side THEN b.side ELSE a.side END AS other
      FROM items i JOIN items m ON m.entry = i.key
        JOIN roles p ON p.item = m.key AND p.role = 'actor' JOIN entity_sides a ON a.entity = p.entity
        JOIN roles q ON q.item = m.key AND (q.role = 'recipient'
          OR q.role = 'actor' AND q.n > p.n AND i.type IN (${sql.join([...RECIPROCAL_TYPES])}))
        JOIN entity_sides b ON b.entity = q.entity
      WHERE i.kind = 'event' AND i.entry = i.key AND a.side <> b.side
        AND ${period} IN (SELECT period FROM stale_periods)
    ) AS dealings GROUP BY period, one, other, modality`.execute(db);
  await sql`DELETE FROM stale_periods`.execute(db);
}
