// Entities in decisions: named by what makes documents mean the same, so that they are found in any record.
import { type Kysely, sql } from 'kysely';
import { hashOf } from '../hash.ts';
import { foldName, foldPerson } from '../identity/fold.ts';
import { NAMED_PERSON } from '../identity/key.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import type { NamedEntity } from './entry.ts';
import { mark } from './stale.ts';

/** The entities with these keys, each as it was named before any merging. */
export async function namedBy(db: Kysely<Tables>, keys: readonly number[]): Promise<ReadonlyMap<number, NamedEntity>> {
  const named = new Map<number, NamedEntity>();
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = await db
      .selectFrom('entities')
      .select(['key', 'identity', 'kind', 'name', 'code'])
      .where('key', 'in', piece)
      .execute();
    for (const { key, identity, kind, name, code } of rows) named.set(key, { identity, kind, name, code });
  }
  return named;
}

/** A new entity's identity, the same that a document would give it which names no owner. */
export function identityOfNew({ kind, name, code }: Pick<NamedEntity, 'kind' | 'name' | 'code'>): string {
  if (kind === 'state' && code) return `state|${code}`;
  if (kind === 'person') {
    const folded = foldPerson(name);
    return NAMED_PERSON + (folded.includes(' ') ? folded : `${folded}|`);
  }
  return kind === 'body' || kind === 'group' ? `${kind}|${foldName(name)}|` : `${kind}|${foldName(name)}`;
}

/** The keys of entities by identity; those that the record lacks are not in it. */
export async function knownKeys(db: Kysely<Tables>, entities: readonly NamedEntity[]): Promise<Map<string, number>> {
  const keys = new Map<string, number>();
  for (const piece of inPieces([...new Set(entities.map(({ identity }) => identity))])) {
    const rows = await db.selectFrom('entities').select(['key', 'identity']).where('identity', 'in', piece).execute();
    for (const { key, identity } of rows) keys.set(identity, key);
  }
  return keys;
}

/** The keys of entities by identity; those that the record lacks are made. Only inside a write transaction. */
export async function ensureKeys(
  db: Kysely<Tables>,
  entities: readonly NamedEntity[],
): Promise<ReadonlyMap<string, number>> {
  const keys = await knownKeys(db, entities);
  const { rows } = await sql<{ key: number }>`SELECT coalesce(max(key), 0) AS key FROM entities`.execute(db);
  let last = Number(rows[0]?.key ?? 0);
  const created = new Set<number>();
  for (const { identity, kind, name, code } of entities) {
    if (keys.has(identity)) continue;
    last += 1;
    keys.set(identity, last);
    const row = { key: last, id: `e${hashOf(identity)}`, identity, kind, entity: last, name, code, part_of: null };
    const unspoken = {
      offices: '[]',
      names: JSON.stringify([name]),
      documents: 0,
      mentions: 0,
      folded: foldName(name),
    };
    await db
      .insertInto('entities')
      .values({ ...row, ...unspoken })
      .execute();
    created.add(last);
  }
  await mark(db, 'stale_entities', created);
  return keys;
}
