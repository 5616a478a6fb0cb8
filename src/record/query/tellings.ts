// The tellings that questions about many items go through: those that lead, or all that were known on a day.
import type { AliasableExpression, Kysely, SelectQueryBuilder } from 'kysely';
import type { ItemRow, Tables } from '../schema/tables.ts';
import { knownDay } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { isListed, listing, listingBy, type Narrowed, retoldBy } from './listing.ts';

/**
 * Keys of the tellings that fit, each with its entry's; as of a day of knowledge several of one entry.
 * @param among which of those that lead, or as of a day of knowledge of those that are told once; without it all
 */
export async function tellingsThatFit(
  db: Kysely<Tables>,
  filter: ItemFilter,
  { about, among = [{}] }: { readonly about?: number; readonly among?: readonly Narrowed[] } = {},
): Promise<AliasableExpression<Pick<ItemRow, 'entry' | 'key'>>> {
  const known = knownDay(filter.asOf);
  if (known !== null && !isListed(filter)) return matching(db, filter).select(['i.entry', 'i.key']);
  const parts: Pairs[] = [];
  for (const one of among) {
    const narrowed = { ...one, about };
    const rows = known === null ? await listing(db, filter, narrowed) : await listingBy(db, filter, known, narrowed);
    parts.push(rows.select(['l.item as entry', 'l.item as key']) as unknown as Pairs);
  }
  if (known !== null) {
    const retold = await retoldBy(db, filter, known, { about });
    parts.push(retold.select(['l.entry', 'l.item as key']) as unknown as Pairs);
  }
  return parts.reduce((all, part) => all.unionAll(part));
}

type Pairs = SelectQueryBuilder<Tables, 'items', Pick<ItemRow, 'entry' | 'key'>>;
