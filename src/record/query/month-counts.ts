// What fits, counted by months: from what is kept of all months that a date leaves whole, and from the lists for the rest.
import { type AliasableExpression, type Kysely, sql } from 'kysely';
import { ITEM_KINDS } from '../../model/items.ts';
import { daysOf } from '../dates.ts';
import { ALL_ITEMS, dayNumber, monthOf, UNDATED } from '../schema/list.ts';
import type { ListedRow, Tables } from '../schema/tables.ts';
import { knownDay, worldDay } from './as-of.ts';
import type { ItemFilter } from './item-filter.ts';
import { listing, listingBy, type Narrowed, retoldBy } from './listing.ts';

/** How many items of a kind and type there are with these days. */
export interface Dated extends Pick<ListedRow, 'kind' | 'type' | 'begins' | 'ends'> {
  readonly number: number;
}

/** Whether `monthCounts` and `besideMonths` can answer it: nothing is asked for but kinds, types and whole months. */
export function isMonthly({ kinds, types, from, to, asOf, limit, offset, ...others }: ItemFilter): boolean {
  const [first, last] = [daysOf(from ?? null), daysOf(to ?? null)];
  const whole = (first === null || first.start.endsWith('-01')) && (last === null || isLastOfMonth(last.end));
  return whole && Object.values(others).every((value) => value === undefined);
}

const isLastOfMonth = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

/** Rows (`m`) of months and numbers; days as months. As of a day, of what is told once and leaves no doubt by then. */
export function monthCounts(db: Kysely<Tables>, { kinds = ITEM_KINDS, types, from, to, asOf }: ItemFilter) {
  const [first, last] = [daysOf(from ?? null), daysOf(to ?? null)];
  const { world, known } = monthsOf(asOf);
  return db
    .selectFrom('month_counts as m')
    .where('m.kind', 'in', kinds)
    .$if(types !== undefined, (query) => query.where('m.type', 'in', types ?? []))
    .$if(first !== null, (query) =>
      query.where('m.ends', '>=', monthOf(dayNumber(first?.start ?? ''))).where('m.begins', '<', monthOf(UNDATED)),
    )
    .$if(last !== null, (query) => query.where('m.begins', '<=', monthOf(dayNumber(last?.end ?? ''))))
    .$if(world !== null, (query) => query.where('m.begins', '<', world))
    .$if(known !== null, (query) => query.where('m.heard', '>', 0).where('m.heard', '<', known));
}

/** The months of the two dates. */
function monthsOf(asOf: ItemFilter['asOf']) {
  const month = (day: string | null) => (day === null ? null : monthOf(dayNumber(day)));
  return { world: month(worldDay(asOf)), known: month(knownDay(asOf)) };
}

/** Rows of what fits and does not stand in `monthCounts`, one by one; null where all does. */
export async function besideMonths(db: Kysely<Tables>, filter: ItemFilter): Promise<AliasableExpression<Dated> | null> {
  const [known, world] = [knownDay(filter.asOf), worldDay(filter.asOf)];
  const columns = ['l.kind', 'l.type', 'l.begins', 'l.ends', sql<number>`1`.as('number')] as const;
  const pieces = known === null ? [] : [(await firstOfRetold(db, filter, known)).select(columns)];
  for (const narrowed of [
    ...(known === null ? [] : [toldInMonth(known, world)]),
    ...(world === null ? [] : after(world)),
  ]) {
    const rows = known === null ? listing(db, filter, narrowed) : listingBy(db, filter, known, narrowed);
    pieces.push((await rows).select(columns));
  }
  const [first, ...others] = pieces;
  return first ? others.reduce((sum, piece) => sum.unionAll(piece), first) : null;
}

/** What was told in the month of a day of knowledge; as of a day of the world, too, of what begins before its month. */
const toldInMonth = (known: string, world: string | null): Narrowed => ({
  told: monthOfDay(known),
  ...(world === null ? {} : { begins: { to: monthOf(dayNumber(world)) * 100 } }),
});

/** What begins in the month of a day of the world by the day itself, and what was told of by then although it begins later. */
const after = (world: string): readonly Narrowed[] => {
  const day = dayNumber(world);
  return [{ begins: { from: monthOf(day) * 100, to: day } }, { begins: { from: day + 1 }, ahead: true }];
};

/** From the first of a day's month to the day. */
export const monthOfDay = (day: string) => ({ from: `${day.slice(0, 7)}-01`, to: day });

/** Of each item that is told more than once the first telling (`l`) that fits. */
export async function firstOfRetold(db: Kysely<Tables>, filter: ItemFilter, known: string) {
  const first = (await retoldBy(db, filter, known)).groupBy('l.entry').select(({ fn }) => fn.min('l.item').as('item'));
  return db.selectFrom('tellings as l').where('l.list', '=', ALL_ITEMS).where('l.item', 'in', first);
}
