// The names that documents use for entities.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { AsOf } from '../views.ts';
import { heardIn, isPast } from './as-of.ts';

/** Names that are shown of an entity; those used most. */
const MOST_NAMES = 50;

/** Names by the key of the entity, most frequent first; as of a day those that documents heard by then use. */
export async function namesOf(
  db: Kysely<Tables>,
  roots: readonly number[],
  asOf?: AsOf,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const heard = isPast(asOf) ? sql`AND ${heardIn('n.document', asOf)}` : sql``;
  const { rows } = await sql<{ root: number; name: string }>`
    SELECT e.entity AS root, n.name FROM entities e JOIN entity_names n ON n.entity = e.key
    WHERE e.entity IN (${sql.join(roots)}) ${heard} GROUP BY e.entity, n.name ORDER BY e.entity, sum(n.times) DESC, n.name`.execute(
    db,
  );
  const names = new Map<number, string[]>();
  for (const { root, name } of rows) names.set(root, [...(names.get(root) ?? []), name].slice(0, MOST_NAMES));
  return names;
}
