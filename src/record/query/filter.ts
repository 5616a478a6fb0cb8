// Chooses record items: which match a filter, how many, and in what order.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import { daysOf } from '../dates.ts';
import { ACTING_ROLES, type Tables } from '../schema/tables.ts';
import type { AsOf, ItemKind, ReviewState } from '../views.ts';
import { matchExpression } from './match.ts';

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
}

export async function findItems(db: Kysely<Tables>, filter: ItemFilter): Promise<Found> {
  const matching = matchingItems(db, filter);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await matching
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
    .limit(filter.limit ?? -1)
    .offset(filter.offset ?? 0)
    .execute();
  return { total: Number(total), keys: rows.map(({ key }) => key) };
}

function matchingItems(db: Kysely<Tables>, filter: ItemFilter) {
  const { kinds, from, to, types, modalities, actors, entities, documents, text } = filter;
  let query = db.selectFrom('items as i').where(sql<SqlBool>`i.entry = i.key`);
  if (kinds) query = query.where('i.kind', 'in', kinds);
  if (types) query = query.where('i.type', 'in', types);
  if (modalities) query = query.where('i.state', 'in', modalities);
  const first = from === undefined ? null : daysOf(from);
  const last = to === undefined ? null : daysOf(to);
  if (first) query = query.where('i.time_end', '>=', first.start);
  if (last) query = query.where('i.time_start', '<=', last.end);
  if (actors) query = query.where('i.key', 'in', itemsOf(db, actors, true));
  if (entities) query = query.where('i.key', 'in', itemsOf(db, entities, false));
  if (documents) query = query.where('i.key', 'in', itemsIn(db, documents));
  if (text !== undefined) query = query.where('i.key', 'in', itemsSaying(db, text));
  return query;
}

/** Entries in which an entity, or one merged into the same, takes part. */
function itemsOf(db: Kysely<Tables>, ids: readonly string[], acting: boolean) {
  const query = db
    .selectFrom('entities as asked')
    .innerJoin('entities as named', 'named.entity', 'asked.entity')
    .innerJoin('roles as r', 'r.entity', 'named.key')
    .innerJoin('items as m', 'm.key', 'r.item')
    .where('asked.id', 'in', ids)
    .select('m.entry');
  return acting ? query.where('r.role', 'in', ACTING_ROLES) : query;
}

function itemsIn(db: Kysely<Tables>, ids: readonly string[]) {
  return db
    .selectFrom('documents as told')
    .innerJoin('items as m', 'm.document', 'told.key')
    .where('told.public_id', 'in', ids)
    .select('m.entry');
}

function itemsSaying(db: Kysely<Tables>, text: string) {
  return db
    .selectFrom('sentence_text as f')
    .innerJoin('sentences as s', 's.key', 'f.rowid')
    .innerJoin('items as m', (join) =>
      join
        .onRef('m.document', '=', 's.document')
        .onRef('m.sentence_first', '<=', 's.key')
        .onRef('m.sentence_last', '>=', 's.key'),
    )
    .where(sql<SqlBool>`sentence_text MATCH ${matchExpression(text)}`)
    .select('m.entry');
}
