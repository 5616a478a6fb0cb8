// Merges and splits of entities, on top of what the record's own rules resolve; and names that people gave them.
import type { Kysely } from 'kysely';
import { foldName } from '../identity/fold.ts';
import type { Identity } from '../identity/resolve.ts';
import type { Tables } from '../schema/tables.ts';
import type { NamedEntity, ReviewEntry } from './entry.ts';
import { holding } from './holding.ts';
import { entityEntries } from './journal.ts';
import { ensureKeys } from './named-entities.ts';

/** Decisions about entities that hold, in their order; those about what they are called are apart. */
export interface EntityDecisions {
  readonly links: readonly ReviewEntry[];
  readonly names: readonly ReviewEntry[];
}

export async function entityDecisions(db: Kysely<Tables>): Promise<EntityDecisions> {
  const entries = holding(await entityEntries(db)).filter(({ entities }) => entities.length > 0);
  return {
    links: entries.filter(({ what }) => what === 'merged' || what === 'split'),
    names: entries.filter(({ what }) => what === 'corrected'),
  };
}

/**
 * The entity each identity is part of, decisions applied in their order.
 * @param resolved key of an identity -> key of the identity it was merged into
 */
export function linkEntities(
  identities: readonly Identity[],
  resolved: ReadonlyMap<number, number>,
  links: readonly ReviewEntry[],
): ReadonlyMap<number, number> {
  if (links.length === 0) return resolved;
  const into = new Map(resolved);
  const byIdentity = new Map(identities.map((identity) => [identity.identity, identity]));
  const keyOf = ({ identity }: NamedEntity) => byIdentity.get(identity)?.key;
  const rootOf = (key: number) => into.get(key) ?? key;
  for (const { what, entities, from } of links) {
    const keys = entities.flatMap((entity) => keyOf(entity) ?? []);
    const first = keys[0];
    if (first === undefined) continue;
    if (what === 'merged') {
      const root = rootOf(first);
      const roots = new Set(keys.map(rootOf));
      for (const [key, was] of into) if (roots.has(was)) into.set(key, root);
      continue;
    }
    const apart = new Set(keys);
    const staying = new Set((from?.entities ?? []).flatMap((entity) => keyOf(entity) ?? []).map(rootOf));
    for (const root of staying) {
      const group = identities.filter(({ key }) => rootOf(key) === root);
      const out = group.filter(({ key }) => apart.has(key));
      const rest = group.filter(({ key }) => !apart.has(key));
      for (const part of [out, rest]) {
        const lead = leadOf(part, root);
        for (const { key } of part) into.set(key, lead);
      }
    }
  }
  return into;
}

/** The identity that leads a part of an entity: the one that led all of it, or the one with the longest name. */
function leadOf(part: readonly Identity[], root: number): number {
  const [longest] = [...part].sort(
    (a, b) => b.identity.length - a.identity.length || (a.identity < b.identity ? -1 : 1),
  );
  return part.find(({ key }) => key === root)?.key ?? longest?.key ?? root;
}

/** Puts names, codes and owners that people gave on the entities, after these were described as documents have them. */
export async function renameEntities(
  db: Kysely<Tables>,
  names: readonly ReviewEntry[],
  into: ReadonlyMap<number, number>,
): Promise<void> {
  if (names.length === 0) return;
  const owners = names.flatMap(({ fields }) => (fields.partOf?.to ?? []) as NamedEntity | []);
  const keys = await ensureKeys(db, [...names.flatMap(({ entities }) => entities), ...owners]);
  for (const { entities, fields } of names) {
    const key = keys.get(entities[0]?.identity ?? '');
    if (key === undefined) continue;
    const root = into.get(key) ?? key;
    const row = await db.selectFrom('entities').selectAll().where('key', '=', root).executeTakeFirst();
    if (!row) continue;
    const owner = fields.partOf?.to as NamedEntity | null | undefined;
    const name = (fields.name?.to as string | undefined) ?? row.name;
    const listed = JSON.parse(row.names) as string[];
    await db
      .updateTable('entities')
      .set({
        name,
        code: fields.code ? (fields.code.to as string | null) : row.code,
        part_of: owner === undefined ? row.part_of : owner && (keys.get(owner.identity) ?? null),
        folded: [...new Set([name, ...listed].map(foldName))].join('\n'),
      })
      .where('key', '=', root)
      .execute();
  }
}
