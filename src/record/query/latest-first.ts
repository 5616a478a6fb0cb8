// What fits a filter from the latest on, for what is wanted of the end of a long list.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { findItems } from './filter.ts';
import type { ItemFilter } from './item-filter.ts';

/** Before every date that a document can tell of. */
const EVER = '0001';

/** Keys of what has a date, the latest first, and of what has none. */
export async function latestFirst(
  db: Kysely<Tables>,
  { limit: _limit, offset: _offset, ...filter }: ItemFilter,
): Promise<readonly [dated: readonly number[], undated: readonly number[]]> {
  const dated = await findItems(db, { ...filter, from: filter.from ?? EVER });
  if (filter.from !== undefined || filter.to !== undefined) return [dated.keys.toReversed(), []];
  const all = await findItems(db, { ...filter, offset: dated.total });
  return [dated.keys.toReversed(), all.keys];
}
