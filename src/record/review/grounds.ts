// What derived items rest on: the event that a meeting is, the events or the statement that tell a stand.
import type { Kysely } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';

/** Keys of what each derived item rests on, by its own; what its words tell alone is not in it. */
export type Grounds = ReadonlyMap<number, readonly number[]>;

const DERIVED = ['meeting', 'development', 'activity', 'position'] as const satisfies readonly ItemKind[];

/** Of all derived items in the documents of these items. */
export async function groundsAround(db: Kysely<Tables>, items: readonly number[]): Promise<Grounds> {
  const grounds = new Map<number, readonly number[]>();
  for (const piece of inPieces(await documentsOf(db, items))) {
    const rows = await db
      .selectFrom('items')
      .select(['key', 'document', 'kind', 'local', 'refers', 'details'])
      .where('document', 'in', piece)
      .where('kind', 'in', [...DERIVED, 'event', 'statement'])
      .execute();
    const keys = new Map(
      rows.flatMap(({ document, local, key }) => (local === null ? [] : [[`${document} ${local}`, key]])),
    );
    for (const { key, document, kind, local, refers, details } of rows) {
      if (local !== null) continue;
      const named = kind === 'meeting' ? [] : ((JSON.parse(details) as { grounds?: readonly string[] }).grounds ?? []);
      const on = named.flatMap((id) => keys.get(`${document} ${id}`) ?? []);
      if (kind === 'meeting' && refers !== null) on.push(refers);
      if (on.length > 0) grounds.set(key, on);
    }
  }
  return grounds;
}

/** Items with all that they rest on, that rests on them, or that rests on the same. */
export function withKin(grounds: Grounds, items: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(items);
  for (const [key, on] of grounds) {
    if (items.has(key) || on.some((ground) => items.has(ground))) for (const one of [key, ...on]) all.add(one);
  }
  return all;
}

async function documentsOf(db: Kysely<Tables>, items: readonly number[]): Promise<readonly number[]> {
  const documents = new Set<number>();
  for (const piece of inPieces(items)) {
    const rows = db.selectFrom('items').select('document').distinct().where('key', 'in', piece);
    for (const { document } of await rows.execute()) documents.add(document);
  }
  return [...documents];
}
