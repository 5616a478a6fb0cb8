// Says for each entity which states or organisations it acts for: a minister for the state, a joint council for both.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import type { Tables } from '../schema/tables.ts';
import { markItems } from './mark-items.ts';

/** Owners above owners are followed so many steps; a circle ends there. */
const DEEPEST = 8;

/**
 * A side is the state or organisation at the top of `part_of`; a state is its own side whatever it belongs to. A body
 * with two parties in its name has the sides of both.
 */
export async function settleSides({ db }: Writing): Promise<void> {
  const before = await sidesIn(db);
  await sql`DELETE FROM entity_sides`.execute(db);
  await sql`
    INSERT INTO entity_sides (entity, side)
      WITH RECURSIVE above (root, at, steps) AS (
        SELECT key, key, 0 FROM entities WHERE entity = key
        UNION ALL
        SELECT a.root, owner.entity, a.steps + 1 FROM above a
          JOIN entities e ON e.key = a.at JOIN entities owner ON owner.key = e.part_of
          WHERE e.kind <> 'state' AND a.steps < ${sql.lit(DEEPEST)}
      ), ranked AS (
        SELECT a.root, a.at, row_number() OVER (PARTITION BY a.root ORDER BY a.steps DESC) AS place
          FROM above a JOIN entities e ON e.key = a.at WHERE e.kind IN ('state', 'organization')
      )
      SELECT e.key, r.at FROM ranked r JOIN entities e ON e.entity = r.root WHERE r.place = 1`.execute(db);
  await sql`
    INSERT INTO entity_sides (entity, side)
      SELECT DISTINCT same.key, s.side FROM entities joint
        JOIN document_entities x ON x.entity = joint.key
        JOIN named_parties p ON p.document = x.document AND p.n = x.n
        JOIN entity_sides s ON s.entity = p.entity
        JOIN entities same ON same.entity = joint.entity
        WHERE joint.identity LIKE '%|*'
      ON CONFLICT DO NOTHING`.execute(db);
  const after = await sidesIn(db);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  await markItems(db, moved);
}

/** The sides of each entity, as one text to compare. */
async function sidesIn(db: Kysely<Tables>): Promise<ReadonlyMap<number, string>> {
  const sides = new Map<number, string>();
  for (const { entity, side } of await db
    .selectFrom('entity_sides')
    .selectAll()
    .orderBy('entity')
    .orderBy('side')
    .execute()) {
    sides.set(entity, `${sides.get(entity) ?? ''} ${side}`);
  }
  return sides;
}
