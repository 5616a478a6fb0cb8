// The tellings that questions about many items go through: those that lead, or all that were known on a day.
import type { AliasableExpression, Kysely } from 'kysely';
import type { ItemRow, Tables } from '../schema/tables.ts';
import { knownDay } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { isListed, listing, listingBy, retoldBy } from './listing.ts';

/** Keys of the tellings that fit, each with its entry's; as of a day of knowledge several of one entry. */
export async function tellingsThatFit(
  db: Kysely<Tables>,
  filter: ItemFilter,
): Promise<AliasableExpression<Pick<ItemRow, 'entry' | 'key'>>> {
  const known = knownDay(filter.asOf);
  if (known === null) return (await listing(db, filter)).select(['l.item as entry', 'l.item as key']);
  if (!isListed(filter)) return matching(db, filter).select(['i.entry', 'i.key']);
  const alone = (await listingBy(db, filter, known)).select(['l.item as entry', 'l.item as key']);
  return alone.unionAll(retoldBy(db, filter).select(['i.entry', 'i.key']));
}
