// The order in which lists are shown, for rows of a list of which only some are shown.
import type { Kysely } from 'kysely';
import type { ListedRow, Tables } from '../schema/tables.ts';
import { inPieces } from './links.ts';
import { compare } from './order.ts';

type Placed = Pick<ListedRow, 'begins' | 'ends' | 'told' | 'item'>;

/** As `inListOrder`; items are looked up only where several stand in one place. */
export async function inShownOrder<R extends Placed>(db: Kysely<Tables>, rows: readonly R[]): Promise<readonly R[]> {
  const sorted = rows.toSorted(byPlace);
  const shared = sorted.filter((row, at) =>
    [sorted[at - 1], sorted[at + 1]].some((other) => other && byPlace(row, other) === 0),
  );
  const keys = new Map<number, Within>();
  for (const piece of inPieces(shared.map(({ item }) => item))) {
    const found = await db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .where('i.key', 'in', piece)
      .select(['i.key', 'd.public_id', 'i.start', 'i.kind', 'i.n', 'i.id'])
      .execute();
    for (const row of found) keys.set(row.key, row);
  }
  return sorted.sort((a, b) => byPlace(a, b) || byDocument(keys.get(a.item), keys.get(b.item)));
}

const byPlace = (a: Placed, b: Placed): number => a.begins - b.begins || a.ends - b.ends || a.told - b.told;

type Within = Pick<Tables['documents'], 'public_id'> & Pick<Tables['items'], 'start' | 'kind' | 'n' | 'id'>;

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
