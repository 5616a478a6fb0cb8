// Entities of the record, as a list and one by one.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { EntityKind } from '../../model/items.ts';
import { foldName } from '../identity/fold.ts';
import type { EntityRow, Tables } from '../schema/tables.ts';
import type { EntityDetail, EntityMentions, EntityView, ItemKind, Page } from '../views.ts';
import { everyKind } from './documents.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink, entityLink, entityLinks, inPieces } from './links.ts';
import { limitOf } from './page.ts';

export interface EntityFilter {
  readonly kinds?: readonly EntityKind[];
  readonly ids?: readonly string[];
  /** Part of one of its names; case, accents and punctuation make no difference. */
  readonly name?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** Those in most documents first. */
export async function listEntities(db: Kysely<Tables>, filter: EntityFilter): Promise<Page<EntityView>> {
  const { kinds, ids, name, limit = -1, offset = 0 } = filter;
  let query = db.selectFrom('entities as e').where(sql<SqlBool>`e.entity = e.key`);
  if (kinds) query = query.where('e.kind', 'in', kinds);
  if (ids) query = query.where('e.id', 'in', ids);
  if (name !== undefined) query = query.where(hasName(name));
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

/** The entity with this id, or the one it was merged into; null where there is none. */
export async function findEntity(db: Kysely<Tables>, id: string): Promise<EntityDetail | null> {
  const row = await db
    .selectFrom('entities as asked')
    .innerJoin('entities as e', 'e.key', 'asked.entity')
    .selectAll('e')
    .where('asked.id', '=', id)
    .executeTakeFirst();
  const [view] = row ? await entityViews(db, [row]) : [];
  if (!row || !view) return null;
  return {
    ...view,
    mentionedIn: await mentionedIn(db, row.key),
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
  for (const piece of inPieces(keys.map(({ key }) => key))) {
    const rows = await db.selectFrom('entities').selectAll().where('key', 'in', piece).execute();
    const views = new Map((await entityViews(db, rows)).map((view, at) => [rows[at]?.key, view]));
    for (const key of piece) {
      const view = views.get(key);
      if (view) yield { ...view, mentionsAt: await mentionsOf(db, key) };
    }
  }
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

/** A text for `LIKE` in which `%` and `_` are themselves. */
const likely = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');

/** Whether a name of an entity (`e`) holds the words, as `foldName` makes both. */
export const hasName = (name: string) => sql<SqlBool>`e.folded LIKE ${`%${likely(foldName(name))}%`} ESCAPE '\\'`;

export async function entityViews(db: Kysely<Tables>, rows: readonly EntityRow[]): Promise<readonly EntityView[]> {
  const owners = await entityLinks(
    db,
    rows.flatMap(({ part_of }) => part_of ?? []),
  );
  return rows.map((row) => ({
    ...entityLink(row),
    partOf: row.part_of === null ? null : (owners.get(row.part_of) ?? null),
    offices: JSON.parse(row.offices) as string[],
    names: JSON.parse(row.names) as string[],
    documents: row.documents,
    mentions: row.mentions,
  }));
}

async function mentionedIn(db: Kysely<Tables>, key: number): Promise<EntityDetail['mentionedIn']> {
  const rows = await db
    .selectFrom('entities as named')
    .innerJoin('document_entities as said', 'said.entity', 'named.key')
    .innerJoin('documents as d', 'd.key', 'said.document')
    .where('named.entity', '=', key)
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .select(({ fn }) => fn.sum<number>('said.mentions').as('mentions'))
    .groupBy('d.key')
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
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
    .selectFrom('entities as named')
    .innerJoin('roles as r', 'r.entity', 'named.key')
    .innerJoin('items as m', 'm.key', 'r.item')
    .where('named.entity', '=', key)
    .where('m.review', '<>', 'rejected')
    .select('m.kind')
    .select(sql<number>`count(DISTINCT m.entry)`.as('number'))
    .groupBy('m.kind')
    .execute();
  return everyKind(
    Object.fromEntries(rows.map(({ kind, number }) => [kind, Number(number)])) as Record<ItemKind, number>,
  );
}
