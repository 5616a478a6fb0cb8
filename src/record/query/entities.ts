// Entities of the record, as a list and one by one.
import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { EntityKind } from '../../model/items.ts';
import { foldName } from '../identity/fold.ts';
import { entityDecisions } from '../review/link-entities.ts';
import type { EntityRow, Tables } from '../schema/tables.ts';
import type { AsOf, EntityDetail, EntityMentions, EntityView, ItemKind, Page } from '../views.ts';
import { heardBy, heardIn, isPast, undatedDocuments } from './as-of.ts';
import { everyKind } from './documents.ts';
import { literally } from './like.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink, entityLink, entityLinks, inPieces } from './links.ts';
import { namesOf } from './names.ts';
import { limitOf } from './page.ts';

export interface EntityFilter {
  readonly kinds?: readonly EntityKind[];
  readonly ids?: readonly string[];
  /** Part of one of its names; case, accents and punctuation make no difference. */
  readonly name?: string;
  /** Only those that documents heard by then name, counted in these alone. */
  readonly asOf?: AsOf;
  readonly limit?: number;
  readonly offset?: number;
}

/** Those in most documents first. */
export async function listEntities(db: Kysely<Tables>, filter: EntityFilter): Promise<Page<EntityView>> {
  const { kinds, ids, name, asOf, limit = -1, offset = 0 } = filter;
  let query = db.selectFrom('entities as e').where(sql<SqlBool>`e.entity = e.key`);
  if (kinds) query = query.where('e.kind', 'in', kinds);
  if (ids) query = query.where('e.id', 'in', ids);
  if (name !== undefined) query = query.where(hasName(name));
  if (isPast(asOf)) return listKnown(db, query, { asOf, limit, offset });
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('e')
    .orderBy('e.documents', 'desc')
    .orderBy('e.mentions', 'desc')
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  return { total: Number(total), offset, limit, items: await entityViews(db, rows) };
}

type Chosen = SelectQueryBuilder<Tables & { e: Tables['entities'] }, 'e', object>;

/** The same at an earlier date: counted in the documents heard by then. */
async function listKnown(
  db: Kysely<Tables>,
  chosen: Chosen,
  { asOf, limit, offset }: { readonly asOf: AsOf; readonly limit: number; readonly offset: number },
): Promise<Page<EntityView>> {
  const counted = await countedBy(db, chosen, asOf, limit < 0 ? null : offset + limit)
    .orderBy('c.documents', 'desc')
    .orderBy('mentions', 'desc')
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  // A page past the end, or of no length, has no row to say how many there are.
  const none = counted.length === 0 && (offset > 0 || limit === 0);
  const total = none
    ? (await listKnown(db, chosen, { asOf, limit: 1, offset: 0 })).total
    : Number(counted[0]?.total ?? 0);
  const rows = new Map<number, EntityRow>();
  for (const piece of inPieces(counted.map(({ key }) => key))) {
    const found = await db.selectFrom('entities').selectAll().where('key', 'in', piece).execute();
    for (const row of found) rows.set(row.key, row);
  }
  const known = counted.flatMap(({ key, documents, mentions }): EntityRow[] => {
    const row = rows.get(key);
    return row ? [{ ...row, documents: Number(documents), mentions: Number(mentions) }] : [];
  });
  const page = { total, offset, limit, items: await entityViews(db, known, asOf) };
  return { ...page, leftOut: await undatedDocuments(db) };
}

/**
 * Documents and mentions by then. Mentions take most of the time: they are added up for those alone that as few others are
 * in more documents than.
 * @param first so many of those that are in most documents, and all that are in as many as the last of them; null for all
 */
function countedBy(db: Kysely<Tables>, chosen: Chosen, asOf: AsOf, first: number | null) {
  const documents = sql<number>`count(DISTINCT x.document)`;
  const counted = chosen
    .innerJoin('entities as n', 'n.entity', 'e.key')
    .innerJoin('document_entities as x', 'x.entity', 'n.key')
    .where(heardIn('x.document', asOf))
    .groupBy(['e.key', 'e.name', 'e.id'])
    .select(['e.key', 'e.name', 'e.id', documents.as('documents'), sql<number>`count(*) OVER ()`.as('total')])
    .select(sql<number>`rank() OVER (ORDER BY ${documents} DESC)`.as('place'));
  return db
    .selectFrom(counted.as('c'))
    .$if(first !== null, (query) => query.where('c.place', '<=', first))
    .select(['c.key', 'c.total', 'c.documents'])
    .select(
      sql<number>`(SELECT sum(x.mentions) FROM entities n JOIN document_entities x ON x.entity = n.key
        WHERE n.entity = c.key AND ${heardIn('x.document', asOf)})`.as('mentions'),
    );
}

/**
 * The entity with this id, or the one it was merged into; null where there is none.
 * @param shown so many of the documents that mention it at most, the first by date; all without it
 */
export async function findEntity(
  db: Kysely<Tables>,
  id: string,
  asOf?: AsOf,
  shown?: number,
): Promise<EntityDetail | null> {
  const row = await db
    .selectFrom('entities as asked')
    .innerJoin('entities as e', 'e.key', 'asked.entity')
    .selectAll('e')
    .where('asked.id', '=', id)
    .executeTakeFirst();
  const [view] = row ? await entityViews(db, [row], asOf) : [];
  if (!row || !view) return null;
  return {
    ...view,
    mentionedIn: await mentionedIn(db, row.key, asOf, shown),
    parts: await partsOf(db, row.key),
    counts: await countsOf(db, row.key),
  };
}

/** Every entity with all its mentions, by kind and name. */
export async function* entityMentions(db: Kysely<Tables>): AsyncGenerator<EntityMentions> {
  const keys = await db
    .selectFrom('entities')
    .select('key')
    .where(sql<SqlBool>`entity = key`)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute();
  const corrected = await correctedEntities(db);
  for (const piece of inPieces(keys.map(({ key }) => key))) {
    const rows = await db.selectFrom('entities').selectAll().where('key', 'in', piece).execute();
    const views = new Map((await entityViews(db, rows)).map((view, at) => [rows[at]?.key, view]));
    for (const key of piece) {
      const view = views.get(key);
      if (!view) continue;
      const review = corrected.has(key) ? 'corrected' : 'machine';
      yield { ...view, review, mentionsAt: await mentionsOf(db, key) };
    }
  }
}

/** Keys of entities that people merged, took apart or renamed, where the decision holds. */
async function correctedEntities(db: Kysely<Tables>): Promise<ReadonlySet<number>> {
  const { links, names } = await entityDecisions(db);
  const named = [...links, ...names].flatMap(({ entities, from }) => [...entities, ...(from?.entities ?? [])]);
  const corrected = new Set<number>();
  for (const piece of inPieces(named.map(({ identity }) => identity))) {
    const rows = await db.selectFrom('entities').select('entity').where('identity', 'in', piece).execute();
    for (const { entity } of rows) corrected.add(entity);
  }
  return corrected;
}

async function mentionsOf(db: Kysely<Tables>, key: number): Promise<EntityMentions['mentionsAt']> {
  const rows = await db
    .selectFrom('entities as named')
    .innerJoin('document_entities as said', 'said.entity', 'named.key')
    .innerJoin('documents as d', 'd.key', 'said.document')
    .innerJoin('mentions as m', (join) => join.onRef('m.document', '=', 'said.document').onRef('m.n', '=', 'said.n'))
    .where('named.entity', '=', key)
    .select(['d.public_id', 'm.start', 'm.end', 'm.form'])
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('m.start')
    .orderBy('m.end')
    .orderBy('m.form')
    .execute();
  return rows.map(({ public_id, start, end, form }) => ({ document: public_id, span: [start, end], form }));
}

/** Whether a name of an entity (`e`) holds the words, as `foldName` makes both. */
export const hasName = (name: string) => sql<SqlBool>`e.folded LIKE ${`%${literally(foldName(name))}%`} ESCAPE '\\'`;

/** @param asOf only names that documents heard by then use */
export async function entityViews(
  db: Kysely<Tables>,
  rows: readonly EntityRow[],
  asOf?: AsOf,
): Promise<readonly EntityView[]> {
  const past = isPast(asOf) && rows.length > 0;
  const heard =
    past &&
    (await namesOf(
      db,
      rows.map(({ key }) => key),
      asOf,
    ));
  const owners = await entityLinks(
    db,
    rows.flatMap(({ part_of }) => part_of ?? []),
  );
  return rows.map((row) => ({
    ...entityLink(row),
    partOf: row.part_of === null ? null : (owners.get(row.part_of) ?? null),
    offices: JSON.parse(row.offices) as string[],
    names: heard ? (heard.get(row.key) ?? []) : (JSON.parse(row.names) as string[]),
    documents: row.documents,
    mentions: row.mentions,
  }));
}

async function mentionedIn(
  db: Kysely<Tables>,
  key: number,
  asOf: AsOf | undefined,
  shown: number | undefined,
): Promise<EntityDetail['mentionedIn']> {
  if (shown === 0) return [];
  const rows = await db
    .selectFrom('entities as named')
    .innerJoin('document_entities as said', 'said.entity', 'named.key')
    .innerJoin('documents as d', 'd.key', 'said.document')
    .where('named.entity', '=', key)
    .where(heardBy('d', asOf))
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .select(({ fn }) => fn.sum<number>('said.mentions').as('mentions'))
    .groupBy('d.key')
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .limit(limitOf(shown))
    .execute();
  return rows.map((row) => ({ document: documentLink(row), mentions: Number(row.mentions) }));
}

async function partsOf(db: Kysely<Tables>, key: number): Promise<EntityDetail['parts']> {
  const rows = await db
    .selectFrom('entities as owner')
    .innerJoin('entities as e', 'e.part_of', 'owner.key')
    .where('owner.entity', '=', key)
    .where(sql<SqlBool>`e.entity = e.key`)
    .select(['e.id', 'e.name', 'e.kind', 'e.code'])
    .orderBy('e.name')
    .orderBy('e.id')
    .execute();
  return rows.map(entityLink);
}

async function countsOf(db: Kysely<Tables>, key: number): Promise<EntityDetail['counts']> {
  const rows = await db
    .selectFrom('listed')
    .where('list', '=', key)
    .groupBy('kind')
    .select('kind')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .execute();
  return everyKind(
    Object.fromEntries(rows.map(({ kind, number }) => [kind, Number(number)])) as Record<ItemKind, number>,
  );
}
