// The order in which lists are shown: by date, then document, then the item's place in it.
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { ListedRow, Tables } from '../schema/tables.ts';
import { inPieces } from './links.ts';
import { compare } from './order.ts';

/** Where a row stands in its list; several may stand in one place, in the order of their documents. */
export type Place = Pick<ListedRow, 'begins' | 'ends' | 'told'>;
export type Placed = Place & Pick<ListedRow, 'item'>;

export const byPlace = (a: Place, b: Place): number => a.begins - b.begins || a.ends - b.ends || a.told - b.told;

/** Rows of a list (`l`) with their documents (`d`) and items (`i`). */
export const inListOrder = <O>(rows: SelectQueryBuilder<Tables & { l: ListedRow }, 'l', O>) =>
  rows
    .innerJoin('items as i', 'i.key', 'l.item')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .orderBy('l.begins')
    .orderBy('l.ends')
    .orderBy('l.told')
    .orderBy('d.public_id')
    .orderBy('i.start')
    .orderBy('i.kind')
    .orderBy('i.n')
    .orderBy('i.id');

/**
 * Rows of which only some are shown; items are looked up only where several stand in one place.
 * @param tellings of an item those that count for its place, the first by each of the fields; the item itself where there are none
 */
export async function inShownOrder<R extends Placed>(
  db: Kysely<Tables>,
  rows: readonly R[],
  tellings: ReadonlyMap<number, readonly number[]> = new Map(),
): Promise<readonly R[]> {
  return (await inShownOrderEach(db, [rows], tellings))[0] ?? [];
}

/** The same for several lists, each in an order of its own. */
export async function inShownOrderEach<R extends Placed>(
  db: Kysely<Tables>,
  lists: readonly (readonly R[])[],
  tellings: ReadonlyMap<number, readonly number[]> = new Map(),
): Promise<readonly (readonly R[])[]> {
  const sorted = lists.map((rows) => rows.toSorted(byPlace));
  const shared = sorted.flatMap((rows) =>
    rows.filter((row, at) => [rows[at - 1], rows[at + 1]].some((other) => other && byPlace(row, other) === 0)),
  );
  const ofItem = (item: number) => tellings.get(item) ?? [item];
  const found = new Map<number, Within>();
  for (const piece of inPieces([...new Set(shared.flatMap(({ item }) => ofItem(item)))])) {
    const page = await db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .where('i.key', 'in', piece)
      .select(['i.key', 'd.public_id', 'i.start', 'i.kind', 'i.n', 'i.id'])
      .execute();
    for (const row of page) found.set(row.key, row);
  }
  const withins = new Map(shared.map(({ item }) => [item, first(ofItem(item).flatMap((key) => found.get(key) ?? []))]));
  return sorted.map((rows) =>
    rows.sort((a, b) => byPlace(a, b) || byDocument(withins.get(a.item), withins.get(b.item))),
  );
}

type Within = Pick<Tables['documents'], 'public_id'> & Pick<Tables['items'], 'start' | 'kind' | 'n' | 'id'>;

/** The least of each field. */
const first = (all: readonly Within[]): Within | undefined =>
  all.length < 2
    ? all[0]
    : {
        public_id: least(all.map(({ public_id }) => public_id)),
        start: Math.min(...all.map(({ start }) => start)),
        kind: least(all.map(({ kind }) => kind)),
        n: Math.min(...all.map(({ n }) => n)),
        id: least(all.map(({ id }) => id)),
      };

const least = <T extends string>(values: readonly T[]): T => values.reduce((a, b) => (b < a ? b : a));

function byDocument(a: Within | undefined, b: Within | undefined): number {
  if (!a || !b) return 0;
  return (
    compare(a.public_id, b.public_id) ||
    a.start - b.start ||
    compare(a.kind, b.kind) ||
    a.n - b.n ||
    compare(a.id, b.id)
  );
}
