// The conditions of a filter as parts of one query, each about any telling of an item.
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { RECIPROCAL_TYPES } from '../../model/plover.ts';
import { daysOf } from '../dates.ts';
import { sentenceMatches } from '../engines/full-text.ts';
import { ACTING_ROLES, RECEIVING_ROLES, type Role, SIDED_ROLES, SUBJECT_ROLES, type Tables } from '../schema/tables.ts';
import { documentsBy, happenedBy, knownDay, worldDay } from './as-of.ts';
import type { ItemFilter } from './item-filter.ts';
import { reviewedAs } from './reviewed.ts';

/** The items (`i`), tellings included, that fit a filter; its window is left to the caller. */
export function matching(db: Kysely<Tables>, filter: ItemFilter) {
  const { kinds, from, to, types, modalities, actors, recipients, about, entities, themselves } = filter;
  const { ids, retold, documents, publishers, rules, pair, text, asOf } = filter;
  let query = db.selectFrom('items as i').where((eb) => reviewedAs(db, eb, filter.reviews));
  const known = knownDay(asOf);
  // What any telling says counts for the item; as of a day of knowledge, for that telling alone.
  const one: Whole = known === null ? 'entry' : 'key';
  const world = worldDay(asOf);
  if (known !== null) query = query.where('i.document', 'in', documentsBy(db, known));
  if (world !== null) query = query.where((eb) => happenedBy(db, eb, world));
  if (ids) query = query.where('i.entry', 'in', entriesNamed(db, ids));
  if (retold) query = query.where('i.entry', 'in', entriesRetold(db, known));
  if (kinds) query = query.where('i.kind', 'in', kinds);
  if (types) query = query.where('i.type', 'in', types);
  if (modalities) query = query.where('i.state', 'in', modalities);
  if (rules) query = query.where('i.rule', 'in', rules);
  const first = from === undefined ? null : daysOf(from);
  const last = to === undefined ? null : daysOf(to);
  if (first) query = query.where('i.time_end', '>=', first.start);
  if (last) query = query.where('i.time_start', '<=', last.end);
  for (const [ids, roles] of [
    [about, SUBJECT_ROLES],
    [themselves, null],
  ] as const) {
    if (ids) query = query.where(`i.${one}`, 'in', entriesOf(db, one, ids, roles));
  }
  for (const [ids, roles] of [
    [actors, ACTING_ROLES],
    [recipients, RECEIVING_ROLES],
    [entities, null],
  ] as const) {
    if (!ids) continue;
    const own = entriesOf(db, one, ids, roles);
    query = query.where(`i.${one}`, 'in', own.union(entriesOfSides(db, one, ids, roles ?? SIDED_ROLES)));
  }
  if (pair) query = query.where(`i.${one}`, 'in', dealings(db, one, pair).union(dealings(db, one, [pair[1], pair[0]])));
  if (documents) query = query.where(`i.${one}`, 'in', entriesIn(db, one, documents));
  if (publishers) query = query.where(`i.${one}`, 'in', entriesOfPublishers(db, one, publishers));
  if (text !== undefined) query = query.where(`i.${one}`, 'in', entriesSaying(db, one, text));
  return query;
}

/** Whether a condition is about an item with all its tellings, or about one telling. */
type Whole = 'entry' | 'key';

/** Whether it is one of these publishers, in whatever case a document writes its name. */
export const publishedBy = (column: Expression<string | null>, publishers: readonly string[]): Expression<SqlBool> =>
  publishers.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`lower(${column}) IN (${sql.join(publishers.map((name) => sql`lower(CAST(${name} AS TEXT))`))})`;

/** PostgreSQL takes no empty list; nothing has an empty id. */
const some = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : ['']);

/** Entries with these ids, or of which a telling has one. */
export const entriesNamed = (db: Kysely<Tables>, ids: readonly string[]) =>
  db.selectFrom('items as named').where('named.id', 'in', some(ids)).select('named.entry');

/** Entries that a second document tells, by a day of knowledge where one is given. */
export function entriesRetold(db: Kysely<Tables>, known: string | null) {
  const heard = known === null ? null : documentsBy(db, known);
  return db
    .selectFrom('items as again')
    .innerJoin('items as lead', 'lead.key', 'again.entry')
    .where(sql<SqlBool>`again.entry <> again.key`)
    .whereRef('again.document', '<>', 'lead.document')
    .$if(heard !== null, (query) => query.where('again.document', 'in', heard ?? documentsBy(db, '')))
    .$if(heard !== null, (query) => query.where('lead.document', 'in', heard ?? documentsBy(db, '')))
    .select('again.entry');
}

/** Entries in which an entity, or one merged into the same, takes part; in these roles, or in any. */
function entriesOf(db: Kysely<Tables>, one: Whole, ids: readonly string[], roles: readonly Role[] | null) {
  const query = db
    .selectFrom('entities as asked')
    .innerJoin('entities as named', 'named.entity', 'asked.entity')
    .innerJoin('roles as r', 'r.entity', 'named.key')
    .innerJoin('items as m', 'm.key', 'r.item')
    .where('asked.id', 'in', some(ids))
    .select(`m.${one}`);
  return roles ? query.where('r.role', 'in', roles) : query;
}

/** Entries in which those who act for one of these sides take part in these roles. */
const entriesOfSides = (db: Kysely<Tables>, one: Whole, sides: readonly string[], roles: readonly Role[]) =>
  db
    .selectFrom('entities as asked')
    .innerJoin('entity_sides as s', 's.side', 'asked.entity')
    .innerJoin('roles as r', 'r.entity', 's.entity')
    .innerJoin('items as m', 'm.key', 'r.item')
    .where('asked.id', 'in', some(sides))
    .where('r.role', 'in', roles)
    .select(`m.${one}`);

/**
 * Entries in which the first side acts towards the second, or the two act together: both met or agreed, or did
 * something to nobody else. A joint body has both sides. The joins stand in the order in which SQLite is to make them:
 * a large side takes part in far more items than the two have with one another, and only those are looked up.
 */
function dealings(db: Kysely<Tables>, one: Whole, [first, second]: readonly [string, string]) {
  return db
    .selectFrom('entities as acts')
    .crossJoin('entity_sides as acting')
    .crossJoin('roles as a')
    .crossJoin('roles as b')
    .crossJoin('entity_sides as dealt')
    .crossJoin('entities as meets')
    .crossJoin('items as m')
    .where('acts.id', '=', first)
    .whereRef('acting.side', '=', 'acts.entity')
    .whereRef('a.entity', '=', 'acting.entity')
    .where('a.role', 'in', ACTING_ROLES)
    .whereRef('b.item', '=', 'a.item')
    .where(sql<SqlBool>`(b.role IN ('recipient', 'addressee') OR b.role = a.role)`)
    .whereRef('dealt.entity', '=', 'b.entity')
    .whereRef('meets.entity', '=', 'dealt.side')
    .where('meets.id', '=', second)
    .whereRef('m.key', '=', 'a.item')
    .where(pairedRoles)
    .select(`m.${one}`);
}

/** Whether two parts (`a`, `b`) of an item (`m`) deal with one another. */
export const pairedRoles = sql<SqlBool>`(b.role IN ('recipient', 'addressee') OR (b.role = a.role AND (
  m.type IN (${sql.join([...RECIPROCAL_TYPES])}) OR m.kind <> 'event'
  OR NOT EXISTS (SELECT 1 FROM roles c WHERE c.item = m.key AND c.role = 'recipient'))))`;

/** Entries told in documents with these ids. */
export function entriesIn(db: Kysely<Tables>, one: Whole, documents: readonly string[]) {
  return db
    .selectFrom('documents as told')
    .innerJoin('items as m', 'm.document', 'told.key')
    .where('told.public_id', 'in', some(documents))
    .select(`m.${one}`);
}

/** Items of documents that came out on these days, in the order of joins that begins with the documents. */
export const itemsTold = (db: Kysely<Tables>, { from, to }: { readonly from: string; readonly to: string }) =>
  db
    .selectFrom('documents as told')
    .crossJoin('items as m')
    .where('told.published_end', '>=', from)
    .where('told.published_end', '<=', to)
    .whereRef('m.document', '=', 'told.key')
    .select('m.key');

function entriesOfPublishers(db: Kysely<Tables>, one: Whole, publishers: readonly string[]) {
  return db
    .selectFrom('documents as told')
    .innerJoin('items as m', 'm.document', 'told.key')
    .where(publishedBy(sql.ref('told.publisher'), publishers))
    .select(`m.${one}`);
}

/**
 * Entries told in sentences with these words: those of one sentence by that, and those of several by all of theirs. The keys
 * of a document's sentences follow one another, so that of these only what begins between the document's first sentence
 * and this one is looked at.
 */
export function entriesSaying(db: Kysely<Tables>, one: Whole, text: string) {
  const found = db.selectFrom('sentence_text as f').where(sentenceMatches(db, 'f', text));
  const ofOne = found.innerJoin('items as m', 'm.sentence_first', 'f.rowid').select(`m.${one}`);
  const ofSeveral = found
    .innerJoin('sentences as s', 's.key', 'f.rowid')
    .innerJoin('items as m', (join) =>
      join
        .on(sql<SqlBool>`m.sentence_first BETWEEN s.key - s.n AND s.key - 1`)
        .onRef('m.sentence_last', '>=', 's.key')
        .onRef('m.sentence_last', '>', 'm.sentence_first'),
    )
    .select(`m.${one}`);
  return ofOne.unionAll(ofSeveral);
}
