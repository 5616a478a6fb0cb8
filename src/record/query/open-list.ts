// Pages of what fits, in the order in which lists are shown: found in the lists alone, so that only the page is looked up.
import { type AliasableExpression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { addTo } from '../group-by.ts';
import { UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import { isPast, knownDay } from './as-of.ts';
import type { ItemFilter } from './item-filter.ts';
import { inPieces } from './links.ts';
import { byPlace, inShownOrder, type Place, type Placed } from './list-order.ts';
import { counting, isCounted, listing, listingBy, type Narrowed, partsBy, retoldBy, rowsAtOnce } from './listing.ts';
import { besideMonths, isMonthly, monthCounts } from './month-counts.ts';

/** What fits a filter; as of a day of knowledge by the dates that were known then. */
export interface OpenList {
  readonly total: number;
  /** Keys of the record items from one place in the list on. */
  readonly page: (offset: number, limit: number) => Promise<readonly number[]>;
}

/** Rows that stand in a place of a list each: what is told once, and what is told more often. */
type Part = AliasableExpression<Placed>;

/** No more rows than these are read at once: that is one walk of the lists instead of several. */
const FEW = 4000;

/**
 * Not for a filter that asks for what was rejected.
 * @param most lists with more rows are walked for each page anew
 */
export async function openList(
  db: Kysely<Tables>,
  filter: ItemFilter,
  most = rowsAtOnce(filter, FEW),
): Promise<OpenList> {
  const parts = await partsOf(db, filter);
  const tellings = (keys: readonly number[]) => fittingTellings(db, filter, keys);
  const counted = await countedItems(db, filter);
  const few = counted === null || counted <= most ? await readWhole(db, parts, most) : null;
  if (few) {
    const rows = few.toSorted(byPlace);
    return {
      total: rows.length,
      page: (offset, limit) => pageOf(db, rows, { offset, limit: Math.min(limit, rows.length - offset) }, tellings),
    };
  }
  const total = counted ?? (await countOf(db, parts));
  // Counted from the end that is nearer.
  const place = (at: number) =>
    at > total / 2 ? placeAt(db, parts, total - 1 - at, true) : placeAt(db, parts, at, false);
  return {
    total,
    page: async (offset, wanted) => {
      const limit = Math.min(wanted, total - offset);
      if (limit <= 0) return [];
      const first = offset === 0 ? null : await place(offset);
      const last = offset + limit === total ? null : await place(offset + limit - 1);
      const before = first
        ? await countOf(db, parts, sql<SqlBool>`(l.begins, l.ends, l.told) < ${valuesOf(first)}`)
        : 0;
      const rows = await rowsBetween(db, filter, first, last);
      return pageOf(db, rows.toSorted(byPlace), { offset: offset - before, limit }, tellings);
    },
  };
}

/** @param begins days that what is told once begins on, at most */
async function partsOf(
  db: Kysely<Tables>,
  filter: ItemFilter,
  begins: Narrowed['begins'] = {},
): Promise<readonly Part[]> {
  const known = knownDay(filter.asOf);
  const place = ['l.item', 'l.begins', 'l.ends', 'l.told'] as const;
  const narrowed = isPast(filter.asOf) ? partsBy(filter.asOf).map((part) => within(part, begins)) : [{ begins }];
  const parts: Part[] = [];
  for (const part of narrowed) {
    const rows = known === null ? listing(db, filter, part) : listingBy(db, filter, known, part);
    parts.push((await rows).select(place));
  }
  if (known === null) return parts;
  const retold = (await retoldBy(db, filter, known))
    .groupBy('l.entry')
    .select('l.entry as item')
    .select(({ fn }) => [
      fn.min<number>('l.begins').as('begins'),
      fn.min<number>('l.ends').as('ends'),
      fn.min<number>('l.told').as('told'),
    ]);
  return [...parts, retold];
}

/** A part of what fits, with the bounds of both. */
const within = (part: Narrowed, { from = 0, to = UNDATED }: NonNullable<Narrowed['begins']>): Narrowed => ({
  ...part,
  begins: { from: Math.max(from, part.begins?.from ?? 0), to: Math.min(to, part.begins?.to ?? UNDATED) },
});

/** How many fit, where that is kept; null where it is to be counted. */
async function countedItems(db: Kysely<Tables>, filter: ItemFilter): Promise<number | null> {
  if (isMonthly(filter)) {
    const { total } = await monthCounts(db, filter)
      .select(({ fn }) => fn.sum<number>('m.number').as('total'))
      .executeTakeFirstOrThrow();
    const beside = await besideMonths(db, filter);
    return Number(total ?? 0) + (beside ? await countOf(db, [beside]) : 0);
  }
  if (!isCounted(filter)) return null;
  const all = counting(db, filter).select(({ fn }) => fn.sum<number>('l.number').as('total'));
  return Number((await all.executeTakeFirstOrThrow()).total ?? 0);
}

/** Null where there are too many. */
async function readWhole(db: Kysely<Tables>, parts: readonly Part[], most: number): Promise<readonly Placed[] | null> {
  const rows: Placed[] = [];
  for (const part of parts) {
    rows.push(
      ...(await db
        .selectFrom(part.as('l'))
        .selectAll('l')
        .limit(most + 1)
        .execute()),
    );
    if (rows.length > most) return null;
  }
  return rows;
}

async function countOf(
  db: Kysely<Tables>,
  parts: readonly AliasableExpression<object>[],
  which = sql<SqlBool>`1 = 1`,
): Promise<number> {
  let sum = 0;
  for (const part of parts) {
    const { total } = await db
      .selectFrom(part.as('l'))
      .where(which)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    sum += Number(total);
  }
  return sum;
}

const valuesOf = ({ begins, ends, told }: Place) => sql`(${begins}, ${ends}, ${told})`;

/**
 * The place of a row; null where there are not so many.
 * @param back whether it is counted from the end
 */
async function placeAt(
  db: Kysely<Tables>,
  parts: readonly Part[],
  offset: number,
  back: boolean,
): Promise<Place | null> {
  const ordered = (part: Part): SelectQueryBuilder<{ l: Placed }, 'l', Place> =>
    (['begins', 'ends', 'told'] as const).reduce(
      (query, column) => query.orderBy(`l.${column}`, back ? 'desc' : 'asc'),
      db.selectFrom(part.as('l')).select(['l.begins', 'l.ends', 'l.told']) as unknown as SelectQueryBuilder<
        { l: Placed },
        'l',
        Place
      >,
    );
  const [one, ...more] = parts.map((part) => ordered(part));
  if (one && more.length === 0) return (await one.limit(1).offset(offset).executeTakeFirst()) ?? null;
  // Of each part no more can stand before the place.
  const pieces = parts.map((part) =>
    db
      .selectFrom(
        ordered(part)
          .limit(offset + 1)
          .as('piece'),
      )
      .selectAll('piece'),
  );
  const [first, ...others] = pieces;
  const all = others.reduce((sum, piece) => sum.unionAll(piece), first as NonNullable<typeof first>);
  const found = await ordered(all as unknown as Part)
    .limit(1)
    .offset(offset)
    .executeTakeFirst();
  return found ?? null;
}

/** The same list from its end on, so many keys at a time; what stands before is not looked at, nor counted. */
export async function* fromItsEnd(
  db: Kysely<Tables>,
  filter: ItemFilter,
  step: number,
): AsyncGenerator<readonly number[]> {
  const parts = await partsOf(db, filter);
  for (let passed = 0; ; passed += step) {
    const last = passed === 0 ? null : await placeAt(db, parts, passed, true);
    if (passed > 0 && last === null) return;
    const first = await placeAt(db, parts, passed + step - 1, true);
    const after = last ? await countOf(db, parts, sql<SqlBool>`(l.begins, l.ends, l.told) > ${valuesOf(last)}`) : 0;
    const rows = (await rowsBetween(db, filter, first, last)).toSorted(byPlace);
    const end = rows.length - (passed - after);
    const window = { offset: Math.max(0, end - step), limit: Math.min(step, end) };
    yield (await pageOf(db, rows, window, (keys) => fittingTellings(db, filter, keys))).toReversed();
    if (first === null) return;
  }
}

/** Rows from one place to another, both included; null for the ends of the list. */
async function rowsBetween(
  db: Kysely<Tables>,
  filter: ItemFilter,
  first: Place | null,
  last: Place | null,
): Promise<readonly Placed[]> {
  const rows: Placed[] = [];
  const begins = { ...(first ? { from: first.begins } : {}), ...(last ? { to: last.begins } : {}) };
  for (const part of await partsOf(db, filter, begins)) {
    const between = db
      .selectFrom(part.as('l'))
      .selectAll('l')
      .$if(first !== null, (query) =>
        query.where(sql<SqlBool>`(l.begins, l.ends, l.told) >= ${valuesOf(first as Place)}`),
      )
      .$if(last !== null, (query) =>
        query.where(sql<SqlBool>`(l.begins, l.ends, l.told) <= ${valuesOf(last as Place)}`),
      );
    rows.push(...(await between.execute()));
  }
  return rows;
}

/** Items that are told more than once, by their key, with the tellings that fit. */
type Tellings = ReadonlyMap<number, readonly number[]>;

/** A part of rows that are in the order of their places: those that share one are put in order as far as the part reaches. */
async function pageOf(
  db: Kysely<Tables>,
  rows: readonly Placed[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  tellingsOf: (keys: readonly number[]) => Promise<Tellings>,
): Promise<readonly number[]> {
  const [first, last] = [rows[offset], rows[offset + limit - 1]];
  if (limit <= 0 || !first || !last) return [];
  const start = rows.findIndex((row) => byPlace(row, first) === 0);
  const end = rows.findLastIndex((row) => byPlace(row, last) === 0) + 1;
  const shown = rows.slice(start, end);
  const ordered = await inShownOrder(db, shown, await tellingsOf(shown.map(({ item }) => item)));
  return ordered.slice(offset - start, offset - start + limit).map(({ item }) => item);
}

async function fittingTellings(db: Kysely<Tables>, filter: ItemFilter, keys: readonly number[]): Promise<Tellings> {
  const known = knownDay(filter.asOf);
  const tellings = new Map<number, number[]>();
  if (known === null) return tellings;
  for (const piece of inPieces(keys)) {
    const retold = await db.selectFrom('tellings').where('entry', 'in', piece).select('entry').distinct().execute();
    if (retold.length === 0) continue;
    const entries = retold.map(({ entry }) => entry);
    const rows = await (await retoldBy(db, filter, known))
      .where('l.entry', 'in', entries)
      .select(['l.entry', 'l.item'])
      .execute();
    for (const { entry, item } of rows) addTo(tellings, entry, item);
  }
  return tellings;
}
