// Whom the parties of deeds act for, to see whether the same ones act in two of them.
import type { Kysely } from 'kysely';
import type { EntityKind } from '../../../model/items.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Deed } from '../deeds.ts';
import { inPieces } from '../links.ts';

/** An entity and its sides, in the order of their ids. */
export interface Sides {
  readonly key: number;
  readonly kind: EntityKind;
  readonly ids: readonly string[];
  readonly keys: readonly number[];
}

export type AllSides = ReadonlyMap<string, Sides>;

/** The sides of all who take part in these deeds, by id. */
export async function sidesIn(db: Kysely<Tables>, deeds: readonly Deed[]): Promise<AllSides> {
  const sides = new Map<string, Sides>();
  const parties = new Set(deeds.flatMap(({ actor, recipient, about }) => [...actor, ...recipient, ...about]));
  for (const piece of inPieces([...parties])) {
    const rows = await db
      .selectFrom('entities as e')
      .leftJoin('entity_sides as s', 's.entity', 'e.key')
      .leftJoin('entities as side', 'side.key', 's.side')
      .where('e.id', 'in', piece)
      .select(['e.id', 'e.key', 'e.kind', 'side.id as side', 'side.key as sideKey'])
      .orderBy('side.id')
      .execute();
    for (const { id, key, kind, side, sideKey } of rows) {
      const { ids, keys } = sides.get(id) ?? { ids: [], keys: [] };
      const isSide = side !== null && sideKey !== null;
      sides.set(id, { key, kind, ids: isSide ? [...ids, side] : ids, keys: isSide ? [...keys, sideKey] : keys });
    }
  }
  return sides;
}

/** Their own ids and those of their sides. */
export const idsOf = (parties: readonly string[], sides: AllSides): readonly string[] =>
  parties.flatMap((id) => [id, ...(sides.get(id)?.ids ?? [])]);

/** Those who must act: who promised, or who was asked. */
export const boundBy = ({ type, actor, recipient }: Deed): readonly string[] => (type === 'AGREE' ? actor : recipient);

/** Those it was promised to, or who asked. */
export const askingOf = ({ type, actor, recipient }: Deed): readonly string[] => (type === 'AGREE' ? recipient : actor);
