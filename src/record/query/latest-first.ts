// What fits a filter from the latest on, for what is wanted of the end of a long list.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { findItems, itemsFromEnd, openItems } from './filter.ts';
import type { ItemFilter } from './item-filter.ts';
import { UNLIMITED } from './page.ts';

/** Before every date that a document can tell of. */
const EVER = '0001';

/** Keys of what has a date, the latest first, then of what has none; so many at a time. */
export async function* latestFirst(
  db: Kysely<Tables>,
  filter: ItemFilter,
  step: number,
): AsyncGenerator<readonly number[]> {
  const dated = { ...filter, from: filter.from ?? EVER };
  yield* itemsFromEnd(db, dated, step);
  if (filter.from !== undefined || filter.to !== undefined) return;
  const [all, before] = [await openItems(db, filter), (await openItems(db, dated)).total];
  for (let at = before; at < all.total; at += step) yield await all.page(at, step);
}

/** Keys of the latest that have a date. */
export async function latestDated(db: Kysely<Tables>, filter: ItemFilter, number: number): Promise<readonly number[]> {
  const dated = { ...filter, from: filter.from ?? EVER };
  if (number === UNLIMITED) return (await findItems(db, dated)).keys.toReversed();
  for await (const keys of itemsFromEnd(db, dated, number)) return keys;
  return [];
}

/** Key of the last that has a date; of the last in the list where none has, null where there is none. */
export async function lastOf(db: Kysely<Tables>, filter: ItemFilter): Promise<number | null> {
  const [dated] = await latestDated(db, filter, 1);
  if (dated !== undefined) return dated;
  const all = await openItems(db, filter);
  return (await all.page(Math.max(0, all.total - 1), 1))[0] ?? null;
}
