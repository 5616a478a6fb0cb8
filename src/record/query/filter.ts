// Chooses record items: which match a filter, how many, and in what order.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, ItemKind, ReviewState } from '../views.ts';
import { knownDay, undatedDocuments } from './as-of.ts';
import { matching } from './conditions.ts';
import { limitOf } from './page.ts';

/** All that are given must hold; of a list, one. */
export interface ItemFilter {
  readonly kinds?: readonly ItemKind[];
  /** Dates or partial dates; what can lie from the first day of `from` to the last day of `to`. Leaves out what is undated. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly EventType[];
  readonly modalities?: readonly Modality[];
  /** Ids of entities that act or speak. */
  readonly actors?: readonly string[];
  /** Ids of entities in any role. */
  readonly entities?: readonly string[];
  readonly documents?: readonly string[];
  /** Ids of entities that something is done to or said to. */
  readonly recipients?: readonly string[];
  /** Ids of entities that the item is about: its issue, agreement or activity. */
  readonly about?: readonly string[];
  /** Ids of two states or organisations: one, or what belongs to it, deals with the other, either way round. */
  readonly pair?: readonly [string, string];
  /** Publishers of a document that tells it. */
  readonly publishers?: readonly string[];
  readonly reviews?: readonly ReviewState[];
  /** Rules or models that made it. */
  readonly rules?: readonly string[];
  readonly asOf?: AsOf;
  /** Words in the sentence of the evidence. */
  readonly text?: string;
  readonly limit?: number;
  readonly offset?: number;
}

export interface Found {
  readonly total: number;
  /** Keys of record items, by date, then document, then place in it; undated ones last. */
  readonly keys: readonly number[];
  /** Undated documents that an as-of by knowledge leaves out. */
  readonly leftOut?: number;
}

export async function findItems(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  return knownDay(filter.asOf) === null ? findSettled(db, filter) : findKnown(db, filter);
}

async function findSettled(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const chosen = matching(db, filter).where(sql<SqlBool>`i.entry = i.key`);
  const count = async () => {
    const all = chosen.select(({ fn }) => fn.countAll<number>().as('total'));
    return Number((await all.executeTakeFirstOrThrow()).total);
  };
  const page = chosen
    .innerJoin('documents as d', 'd.key', 'i.document')
    .select('i.key')
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
    .offset(filter.offset ?? 0);
  if (!isSearched(filter)) {
    const total = await count();
    return { total, keys: (await page.execute()).map(({ key }) => key) };
  }
  const rows = await page.select(sql<number>`count(*) OVER ()`.as('total')).execute();
  // A page past the end, or of no length, has no row to say it.
  const total = rows[0] ? Number(rows[0].total) : await count();
  return { total, keys: rows.map(({ key }) => key) };
}

/**
 * Whether what fits is looked up before it is put in order, so that one pass counts it too. What has filters of its own
 * columns alone is read in order up to the page's end, and counted from an index.
 */
const isSearched = ({ actors, recipients, about, entities, pair, documents, publishers, text }: ItemFilter): boolean =>
  [actors, recipients, about, entities, pair, documents, publishers, text].some((value) => value !== undefined);

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
