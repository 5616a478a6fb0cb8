// What the reader had, of items that people changed: kept beside the item, and put back when nothing holds any more.
import type { Kysely } from 'kysely';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { ItemRow, Role, Tables } from '../schema/tables.ts';

/** The columns of an item that decisions can change. */
const COLUMNS = [
  'start',
  'end',
  'words',
  'trigger_start',
  'trigger_end',
  'trigger',
  'sentence_first',
  'sentence_last',
  'type',
  'state',
  'time_value',
  'time_basis',
  'time_start',
  'time_end',
  'score',
  'background',
  'block',
  'details',
] as const;

export type Part = { readonly role: Role; readonly entity: number };

/** What decisions can change of an item: its columns and who takes part. */
export type ItemState = Readonly<Pick<ItemRow, (typeof COLUMNS)[number]>> & { readonly roles: readonly Part[] };

export function stateOf(row: ItemRow, roles: readonly Part[]): ItemState {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, row[column]]));
  return { ...(columns as Omit<ItemState, 'roles'>), roles };
}

/** The reader's state of those of the rows that were changed, by key. */
export async function originalsOf(
  db: Kysely<Tables>,
  rows: readonly Pick<ItemRow, 'key' | 'review'>[],
): Promise<ReadonlyMap<number, ItemState>> {
  const originals = new Map<number, ItemState>();
  const changed = rows.filter(({ review }) => review !== 'machine').map(({ key }) => key);
  for (const piece of inPieces(changed)) {
    const found = await db.selectFrom('machine_items').selectAll().where('item', 'in', piece).execute();
    for (const { item, original } of found) originals.set(item, JSON.parse(original) as ItemState);
  }
  return originals;
}

/** The parts that entities take in items, in order, by item. */
export async function partsOf(
  db: Kysely<Tables>,
  items: readonly number[],
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const parts = new Map<number, Part[]>();
  for (const piece of inPieces(items)) {
    const rows = await db
      .selectFrom('roles')
      .selectAll()
      .where('item', 'in', piece)
      .orderBy('item')
      .orderBy('n')
      .orderBy('role')
      .execute();
    for (const { item, role, entity } of rows) addTo(parts, item, { role, entity });
  }
  return parts;
}
