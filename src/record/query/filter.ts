// Chooses record items: which match a filter, how many, and in what order.
import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { ListedRow, Tables } from '../schema/tables.ts';
import { knownDay, undatedDocuments } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { counting, isCounted, listing } from './listing.ts';
import { limitOf } from './page.ts';

export interface Found {
  readonly total: number;
  /** Keys of record items, by date, then document, then place in it; undated ones last. */
  readonly keys: readonly number[];
  /** Undated documents that an as-of by knowledge leaves out. */
  readonly leftOut?: number;
}

export async function findItems(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  if (knownDay(filter.asOf) !== null) return findKnown(db, filter);
  return filter.reviews?.includes('rejected') ? findWithRejected(db, filter) : findListed(db, filter);
}

type Listing = Awaited<ReturnType<typeof listing>>;

/** Where a row stands in its list; several may stand in one place, in the order of their documents. */
type Place = Pick<ListedRow, 'begins' | 'ends' | 'told'>;

/** Finds where the page begins and ends, in the lists alone; only what stands between is looked up and put in order. */
async function findListed(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const rows = await listing(db, filter);
  const total = isCounted(filter) ? await countedItems(db, filter) : await countOf(rows);
  const { offset = 0 } = filter;
  const limit = Math.min(limitOf(filter.limit), total - offset);
  if (limit <= 0) return { total, keys: [] };
  const first = offset === 0 ? null : await placeAt(rows, offset);
  const last = offset + limit === total ? null : await placeAt(rows, offset + limit - 1);
  const before = first ? await countOf(rows.where(sql<SqlBool>`(l.begins, l.ends, l.told) < ${valuesOf(first)}`)) : 0;
  const between = rows
    .$if(first !== null, (query) => query.where(sql<SqlBool>`(l.begins, l.ends, l.told) >= ${valuesOf(first)}`))
    .$if(last !== null, (query) => query.where(sql<SqlBool>`(l.begins, l.ends, l.told) <= ${valuesOf(last)}`))
    .select('l.item');
  const page = await inListOrder(between)
    .limit(limit)
    .offset(offset - before)
    .execute();
  return { total, keys: page.map(({ item }) => item) };
}

/** In the order in which lists are shown: by date, then document (`d`), then the item's (`i`) place in it. */
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

async function countOf(rows: Listing): Promise<number> {
  const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return Number(total);
}

async function countedItems(db: Kysely<Tables>, filter: ItemFilter): Promise<number> {
  const all = counting(db, filter).select(({ fn }) => fn.sum<number>('l.number').as('total'));
  return Number((await all.executeTakeFirstOrThrow()).total ?? 0);
}

const placeAt = async (rows: Listing, at: number): Promise<Place> =>
  rows
    .select(['l.begins', 'l.ends', 'l.told'])
    .orderBy('l.begins')
    .orderBy('l.ends')
    .orderBy('l.told')
    .limit(1)
    .offset(at)
    .executeTakeFirstOrThrow();

const valuesOf = (place: Place | null) => sql`(${place?.begins}, ${place?.ends}, ${place?.told})`;

/** What was rejected stands in no list: it is found among what people decided about. */
async function findWithRejected(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const rows = await matching(db, filter)
    .where(sql<SqlBool>`i.entry = i.key`)
    .innerJoin('documents as d', 'd.key', 'i.document')
    .select(['i.key', sql<number>`count(*) OVER ()`.as('total')])
    .orderBy((eb) => eb('i.time_start', 'is', null))
    .orderBy('i.time_start')
    .orderBy('i.time_end')
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('i.start')
    .orderBy('i.kind')
    .orderBy('i.n')
    .orderBy('i.id')
    .limit(limitOf(filter.limit))
    .offset(filter.offset ?? 0)
    .execute();
  // A page past the end, or of no length, has no row to say how many there are.
  if (rows.length === 0 && (filter.offset !== 0 || filter.limit !== 1)) {
    return { total: (await findWithRejected(db, { ...filter, offset: 0, limit: 1 })).total, keys: [] };
  }
  return { total: Number(rows[0]?.total ?? 0), keys: rows.map(({ key }) => key) };
}

/** What is known at a date rests on the tellings known by then: their dates count, not those that later ones made exact. */
async function findKnown(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const chosen = matching(db, filter);
  const { total } = await chosen
    .select(({ fn }) => fn.count<number>('i.entry').distinct().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .innerJoin('documents as d', 'd.key', 'i.document')
    .groupBy('i.entry')
    .select('i.entry as key')
    .orderBy(({ eb, fn }) => eb(fn.min('i.time_start'), 'is', null))
    .orderBy(({ fn }) => fn.min('i.time_start'))
    .orderBy(({ fn }) => fn.min('i.time_end'))
    .orderBy(({ fn }) => fn.min('d.published_start'))
    .orderBy(({ fn }) => fn.min('d.public_id'))
    .orderBy(({ fn }) => fn.min('i.start'))
    .orderBy(({ fn }) => fn.min('i.kind'))
    .orderBy(({ fn }) => fn.min('i.n'))
    .orderBy(({ fn }) => fn.min('i.id'))
    .limit(limitOf(filter.limit))
    .offset(filter.offset ?? 0)
    .execute();
  return { total: Number(total), keys: rows.map(({ key }) => key), leftOut: await undatedDocuments(db) };
}
