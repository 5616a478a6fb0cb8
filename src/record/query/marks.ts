// Items along time: their dates alone, or how many begin in each period where they are too many to tell one by one.
import { type AliasableExpression, type Kysely, sql } from 'kysely';
import {
  type ActivityState,
  type DevelopmentKind,
  ITEM_KINDS,
  type MeetingState,
  type Modality,
} from '../../model/items.ts';
import { type EventType, PLOVER, type Quad } from '../../model/plover.ts';
import { type Standing, standingOfActivity, standingOfDevelopment, standingOfMeeting } from '../../model/standing.ts';
import { dayNumber, dayNumberIn, dayOf, monthOf, UNDATED } from '../schema/list.ts';
import type { ListedRow, Tables } from '../schema/tables.ts';
import type { ItemKind, MarksView, Period } from '../views.ts';
import { knownDay, worldDay } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { inPieces } from './links.ts';
import { counting, isCounted, isListed, listing, listingBy, rowsAtOnce } from './listing.ts';
import { besideMonths, type Dated, firstOfRetold, isMonthly, monthCounts } from './month-counts.ts';
import { compare } from './order.ts';

/** Characters of an ISO day that name its period. */
const LENGTH: Readonly<Record<Period, number>> = { year: 4, month: 7, day: 10 };

/** What a day's number is divided by to name its period. */
const DAYS: Readonly<Record<Period, number>> = { year: 10_000, month: 100, day: 1 };

export interface MarksFilter extends Omit<ItemFilter, 'limit' | 'offset'> {
  /** More items than these are counted by period instead. */
  readonly most: number;
  /** Without it years, months or days, as suits the time from the first to the last. */
  readonly by?: Period;
}

/** Days from the first to the last from which on periods of a kind are few enough to be read. */
const LONG = { year: 3660, month: 120 } as const;

export async function marks(db: Kysely<Tables>, { most, by, ...filter }: MarksFilter): Promise<MarksView> {
  const kept = by !== 'day' && isMonthly(filter);
  const read = kept || isCounted(filter) ? null : await readWhole(db, filter, most);
  const few = read !== null && read.length <= most ? read : null;
  const groups = read?.map(groupOf) ?? (await groupsOf(db, filter, by ?? 'month', kept));
  const dated = groups.filter(({ first }) => first < UNDATED);
  const sum = (of: readonly Group[]) => of.reduce((total, { number }) => total + number, 0);
  const total = sum(dated);
  const [from, to] = (await spanOf(db, filter, dated)).map(dayOf);
  const period = by ?? periodFor(from ?? null, to ?? null);
  const known = {
    total,
    undated: sum(groups) - total,
    kinds: ITEM_KINDS.flatMap((kind) => {
      const own = sum(groups.filter((group) => group.kind === kind));
      return own === 0 ? [] : [{ kind, number: own, dated: sum(dated.filter((group) => group.kind === kind)) }];
    }),
    from: from ?? null,
    to: to ?? null,
    by: period,
  };
  if (total > most) {
    const isNear = read === null && by === undefined && period === 'day';
    const counted = isNear ? await countsIn(db, await datesOf(db, filter), period) : groups;
    return {
      ...known,
      marks: [],
      counts: byQuad(
        counted.filter(({ first }) => first < UNDATED),
        period,
      ),
    };
  }
  const rows =
    few ??
    (await db
      .selectFrom((await chosen(db, filter)).as('c'))
      .select(DAYS_OF_ITEM)
      .execute());
  return {
    ...known,
    counts: [],
    marks: await marksOf(
      db,
      rows.filter(({ begins }) => begins < UNDATED),
    ),
  };
}

type Marked = Pick<ListedRow, 'item' | 'kind' | 'begins' | 'ends'>;

/** With the type, all that stands in the index by which items are found in lists: a row of a list itself is not looked up. */
const DAYS_OF_ITEM = ['c.item', 'c.kind', 'c.begins', 'c.ends'] as const;

/** What fits, one by one; null where it is more than are worth reading. With its type where more may be read than are shown. */
async function readWhole(
  db: Kysely<Tables>,
  filter: ItemFilter,
  most: number,
): Promise<readonly (Marked & { readonly type?: string })[] | null> {
  const limit = rowsAtOnce(filter, most);
  const rows = await db
    .selectFrom((await chosen(db, filter)).as('c'))
    .select(DAYS_OF_ITEM)
    .$if(limit > most, (query) => query.select('c.type'))
    .limit(limit + 1)
    .execute();
  return rows.length > limit ? null : rows;
}

/** By date and id. */
async function marksOf(db: Kysely<Tables>, rows: readonly Marked[]): Promise<MarksView['marks']> {
  const items = new Map<number, Pick<Tables['items'], 'id' | 'type' | 'state'>>();
  for (const piece of inPieces(rows.map(({ item }) => item))) {
    const found = await db
      .selectFrom('items')
      .where('key', 'in', piece)
      .select(['key', 'id', 'type', 'state'])
      .execute();
    for (const { key, ...item } of found) items.set(key, item);
  }
  const marks = rows.flatMap((row) => {
    const item = items.get(row.item);
    return item ? [{ row, ...item }] : [];
  });
  marks.sort((a, b) => a.row.begins - b.row.begins || a.row.ends - b.row.ends || compare(a.id, b.id));
  return marks.map(({ id, type, state, row: { kind, begins, ends } }) => ({
    id,
    kind,
    quad: quadOf(kind, type),
    standing: standingOf(kind, type, state),
    start: dayOf(begins),
    end: dayOf(ends),
  }));
}

/** Where nothing else is asked for, as many as possible are taken from the counts that are kept. */
async function datesOf(db: Kysely<Tables>, filter: ItemFilter): Promise<AliasableExpression<Dated>> {
  const { asOf, ...others } = filter;
  if (!isCounted(others) || knownDay(asOf) !== null) return chosen(db, filter);
  const counted = counting(db, others).select(['l.kind', 'l.type', 'l.begins', 'l.ends', 'l.number']);
  const world = worldDay(asOf);
  if (world === null) return counted;
  // By a day of the world all has happened that begins by then; of the rest, some was told of.
  const day = dayNumber(world);
  const rest = (await listing(db, filter)).where('l.begins', '>', day);
  return counted.where('l.begins', '<=', day).unionAll(rest.select(['l.kind', 'l.type', 'l.begins', 'l.ends', ONE]));
}

const ONE = sql<number>`1`.as('number');

/** One row an item: the entry itself, or, as of a day of knowledge, the first telling known by then. */
async function chosen(db: Kysely<Tables>, filter: ItemFilter): Promise<AliasableExpression<Dated & Marked>> {
  const known = knownDay(filter.asOf);
  const listed = ['l.kind', 'l.type', 'l.begins', 'l.ends', ONE, 'l.item'] as const;
  if (known === null) return (await listing(db, filter)).select(listed);
  if (isListed(filter)) {
    const retold = (await firstOfRetold(db, filter, known)).select(listed);
    return (await listingBy(db, filter, known)).select(listed).unionAll(retold);
  }
  const first = matching(db, filter)
    .groupBy('i.entry')
    .select(({ fn }) => fn.min('i.key').as('key'));
  return db
    .selectFrom('items as i')
    .where('i.key', 'in', first)
    .select(['i.kind', sql<string>`coalesce(i.type, '')`.as('type')])
    .select([dayNumberIn('i.time_start').as('begins'), dayNumberIn('i.time_end').as('ends'), ONE, 'i.key as item']);
}

/** How many items of one kind and type begin in one period, and the first and last of their days. */
interface Group {
  readonly kind: ItemKind;
  readonly type: string;
  readonly number: number;
  readonly first: number;
  readonly last: number;
  /** Whether the days are those of months, which are counted together: the first and last that these can mean. */
  readonly months?: true;
}

const groupOf = ({ kind, type = '', begins, ends }: Marked & { readonly type?: string }): Group => ({
  kind,
  type,
  number: 1,
  first: begins,
  last: ends,
});

/** @param kept whether months answer it */
const groupsOf = async (db: Kysely<Tables>, filter: ItemFilter, by: Period, kept: boolean) =>
  kept ? countsByMonth(db, filter) : countsIn(db, await datesOf(db, filter), by);

async function countsByMonth(db: Kysely<Tables>, filter: ItemFilter): Promise<readonly Group[]> {
  const kept = await monthCounts(db, filter)
    .groupBy(['m.begins', 'm.kind', 'm.type'])
    .select(['m.kind', 'm.type', 'm.begins'])
    .select(({ fn }) => [fn.sum<number>('m.number').as('number'), fn.max<number>('m.ends').as('ends')])
    .orderBy('m.begins')
    .execute();
  const undated = (month: number) => (month === monthOf(UNDATED) ? UNDATED : null);
  const groups = kept.map(({ kind, type, number, begins, ends }): Group => {
    const days = { first: undated(begins) ?? begins * 100, last: undated(ends) ?? ends * 100 + 99 };
    return { kind, type, number: Number(number), ...days, months: true };
  });
  const beside = await besideMonths(db, filter);
  return beside ? [...groups, ...(await countsIn(db, beside, 'month'))] : groups;
}

/** The first and last day of these groups; nothing where there are none. */
async function spanOf(db: Kysely<Tables>, filter: ItemFilter, dated: readonly Group[]): Promise<readonly number[]> {
  if (dated.length === 0) return [];
  const exact = dated.filter(({ months }) => !months);
  const spans = exact.flatMap(({ first, last }) => [first, last]);
  const counted = dated.filter(({ months }) => months);
  if (counted.length > 0) {
    // Days are looked up in the first month, and in those in which something begins that may end last.
    const first = Math.min(...counted.map((group) => group.first));
    const last = Math.max(...counted.map((group) => group.last));
    const lasting = new Set(counted.filter((group) => group.last === last).map((group) => group.first));
    const known = knownDay(filter.asOf);
    const rowsIn = (month: number) => {
      const begins = { begins: { from: month, to: month + 99 } };
      return known === null ? listing(db, filter, begins) : listingBy(db, filter, known, begins);
    };
    const opens = (await rowsIn(first)).select(({ fn }) => fn.min<number | null>('l.begins').as('day'));
    const closes = await Promise.all([...lasting].map(rowsIn));
    for (const query of [
      opens,
      ...closes.map((rows) =>
        rows.where('l.ends', '>=', last - 99).select(({ fn }) => fn.max<number | null>('l.ends').as('day')),
      ),
    ]) {
      const { day } = await query.executeTakeFirstOrThrow();
      if (day !== null) spans.push(day);
    }
  }
  return [Math.min(...spans), Math.max(...spans)];
}

async function countsIn(db: Kysely<Tables>, all: AliasableExpression<Dated>, by: Period): Promise<readonly Group[]> {
  const period = sql<number>`c.begins / ${sql.lit(DAYS[by])}`;
  const rows = await db
    .selectFrom(all.as('c'))
    .select(['c.kind', 'c.type'])
    .select(({ fn }) => [
      fn.sum<number>('c.number').as('number'),
      fn.min<number>('c.begins').as('first'),
      fn.max<number>('c.ends').as('last'),
    ])
    .groupBy([period, 'c.kind', 'c.type'])
    .orderBy(period)
    .execute();
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

function periodFor(from: string | null, to: string | null): Period {
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
  if (days > LONG.year) return 'year';
  return days > LONG.month ? 'month' : 'day';
}

/** @param by as long as the periods of the groups, or longer */
function byQuad(groups: readonly Group[], by: Period): MarksView['counts'] {
  const counts = new Map<string, MarksView['counts'][number]>();
  for (const { first, kind, type, number: more } of groups) {
    const quad = quadOf(kind, type);
    const period = dayOf(first).slice(0, LENGTH[by]);
    const key = `${period} ${kind} ${quad}`;
    counts.set(key, { period, kind, quad, number: more + (counts.get(key)?.number ?? 0) });
  }
  return [...counts.values()];
}

const quadOf = (kind: ItemKind, type: string | null): Quad | null =>
  kind === 'event' ? (PLOVER[type as EventType]?.quad ?? null) : null;

/** The columns `type` and `state` hold different things for each kind of item; see `write/drafts.ts`. */
function standingOf(kind: ItemKind, type: string | null, state: string | null): Standing {
  if (kind === 'event') return (state as Modality | null) ?? 'actual';
  if (kind === 'meeting') return standingOfMeeting(state as MeetingState);
  if (kind === 'activity') return standingOfActivity(type as ActivityState);
  return kind === 'development' ? standingOfDevelopment(type as DevelopmentKind) : 'actual';
}
