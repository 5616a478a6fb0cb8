// Chooses record items: which match a filter, how many, and in what order.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { knownDay, undatedDocuments } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { isListed } from './listing.ts';
import { fromItsEnd, type OpenList, openList } from './open-list.ts';
import { limitOf } from './page.ts';

export interface Found {
  readonly total: number;
  /** Keys of record items, by date, then document, then place in it; undated ones last. */
  readonly keys: readonly number[];
  /** Undated documents that an as-of by knowledge leaves out. */
  readonly leftOut?: number;
}

export async function findItems(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const known = knownDay(filter.asOf);
  if (!isListed(filter)) return known === null ? findWithRejected(db, filter) : findKnownWithRejected(db, filter);
  const { offset = 0, limit } = filter;
  // What is counted alone is not read.
  const list = limit === 0 ? await openList(db, filter, 0) : await openList(db, filter);
  const found = { total: list.total, keys: await list.page(offset, limitOf(limit)) };
  return known === null ? found : { ...found, leftOut: await undatedDocuments(db) };
}

/** The same page by page, and without regard to the filter's own window. */
export async function openItems(db: Kysely<Tables>, filter: ItemFilter): Promise<OpenList> {
  if (isListed(filter)) return openList(db, filter);
  const { limit: _limit, offset: _offset, ...all } = filter;
  const { total, keys } = await findItems(db, all);
  return { total, page: async (offset, limit) => keys.slice(offset, offset + limit) };
}

/** The same from its end on, so many keys at a time. */
export async function* itemsFromEnd(
  db: Kysely<Tables>,
  filter: ItemFilter,
  step: number,
): AsyncGenerator<readonly number[]> {
  if (isListed(filter)) return yield* fromItsEnd(db, filter, step);
  const { total, page } = await openItems(db, filter);
  for (let end = total; end > 0; end -= step) {
    const start = Math.max(0, end - step);
    yield (await page(start, end - start)).toReversed();
  }
}

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

/** The same as of a day of knowledge: by the dates that were known then, not those that later tellings made exact. */
async function findKnownWithRejected(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
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
