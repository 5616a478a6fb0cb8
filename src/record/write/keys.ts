// Keys for new rows: counted up from the largest there is. Only inside a write transaction, where nobody else counts.
import { type Kysely, sql } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';

export interface Keys {
  /** The next keys of new rows. */
  document: number;
  sentence: number;
  item: number;
  entity: number;
  /** Identity -> key of the entities row. */
  readonly entities: Map<string, number>;
}

/** @param identities of entities that may be in the record already */
export async function nextKeys(db: Kysely<Tables>, identities: ReadonlySet<string>): Promise<Keys> {
  const next = async (table: 'documents' | 'sentences' | 'items' | 'entities') => {
    const { rows } = await sql<{
      key: number;
    }>`SELECT coalesce(max(key), 0) + 1 AS key FROM ${sql.table(table)}`.execute(db);
    return rows[0]?.key ?? 1;
  };
  const entities = new Map<string, number>();
  for (const piece of inPieces([...identities])) {
    const found = await db.selectFrom('entities').select(['key', 'identity']).where('identity', 'in', piece).execute();
    for (const { key, identity } of found) entities.set(identity, key);
  }
  return {
    document: await next('documents'),
    sentence: await next('sentences'),
    item: await next('items'),
    entity: await next('entities'),
    entities,
  };
}
