// Documents, as a list and one by one with all that was read in them.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DocumentRow, Tables } from '../schema/tables.ts';
import type {
  AnyView,
  AsOf,
  DocumentListing,
  DocumentText,
  DocumentView,
  EntityLink,
  ItemKind,
  Page,
} from '../views.ts';
import { heardBy, isPast, undatedDocuments } from './as-of.ts';
import { hydrate } from './hydrate.ts';
import { literally } from './like.ts';
import { documentLink, entityLinks, inPieces } from './links.ts';
import { limitOf } from './page.ts';

export interface DocumentFilter {
  /** Parts of the title, or of the id of one without a title, in any order; case makes no difference. */
  readonly title?: string;
  readonly ids?: readonly string[];
  readonly asOf?: AsOf;
  readonly limit?: number;
  readonly offset?: number;
}

/** By date, undated ones last. */
export async function listDocuments(
  db: Kysely<Tables>,
  { title = '', ids, asOf, limit = -1, offset = 0 }: DocumentFilter,
): Promise<Page<DocumentListing>> {
  let chosen = db.selectFrom('documents').where(heardBy('documents', asOf));
  for (const word of title.split(/\s+/u).filter(Boolean)) chosen = chosen.where(titleHolds(word));
  if (ids) chosen = chosen.where('public_id', 'in', ids);
  const { total } = await chosen.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  // Put in order by an index alone: the texts of all documents are not to be moved about.
  const inOrder = await chosen
    .select('key')
    .orderBy((eb) => eb('published_start', 'is', null))
    .orderBy('published_start')
    .orderBy('public_id')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  const found = new Map<number, DocumentRow>();
  for (const piece of inPieces(inOrder.map(({ key }) => key))) {
    const documents = await db.selectFrom('documents').selectAll().where('key', 'in', piece).execute();
    for (const row of documents) found.set(row.key, row);
  }
  const rows = inOrder.flatMap(({ key }) => found.get(key) ?? []);
  const page = { total: Number(total), offset, limit, items: await documentListings(db, rows) };
  return !isPast(asOf) ? page : { ...page, leftOut: await undatedDocuments(db) };
}

/** SQLite knows small and capital letters of ASCII alone: others are looked for as they are written in words and headlines. */
function titleHolds(word: string): RawBuilder<SqlBool> {
  const small = word.toLowerCase();
  const spellings = new Set([small, word.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)]);
  const alike = [...spellings].map(
    (spelling) => sql`lower(coalesce(title, public_id)) LIKE lower(${`%${literally(spelling)}%`}) ESCAPE '\\'`,
  );
  return sql<SqlBool>`(${sql.join(alike, sql` OR `)})`;
}

/** What a list shows of each document. */
export async function documentListings(
  db: Kysely<Tables>,
  rows: readonly DocumentRow[],
): Promise<readonly DocumentListing[]> {
  const counts = await countsOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => listing(row, counts.get(row.key)));
}

/** The document with this id; null where there is none. */
export async function findDocument(db: Kysely<Tables>, id: string): Promise<DocumentView | null> {
  const row = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (!row) return null;
  const counts = await countsOf(db, [row.key]);
  const views = await hydrate(db, await entriesOf(db, row.key), { first: row.key });
  const ofKind = <K extends ItemKind>(kind: K) =>
    views.filter((view): view is Extract<AnyView, { kind: K }> => view.kind === kind);
  return {
    ...listing(row, counts.get(row.key)),
    text: row.text,
    ...(await annotationsOf(db, row.key)),
    statements: ofKind('statement'),
    events: ofKind('event'),
    meetings: ofKind('meeting'),
    developments: ofKind('development'),
    obligations: ofKind('obligation'),
    activities: ofKind('activity'),
    positions: ofKind('position'),
  };
}

/** Every document's text, or that of those with these ids, by date as in the list. */
export async function* documentTexts(db: Kysely<Tables>, ids?: readonly string[]): AsyncGenerator<DocumentText> {
  const documents = db.selectFrom('documents').select('key');
  const rows = await (ids ? documents.where('public_id', 'in', ids) : documents)
    .orderBy((eb) => eb('published_start', 'is', null))
    .orderBy('published_start')
    .orderBy('public_id')
    .execute();
  for (const { key } of rows) {
    const row = await db.selectFrom('documents').selectAll().where('key', '=', key).executeTakeFirst();
    if (!row) continue;
    const counts = await countsOf(db, [key]);
    yield { ...listing(row, counts.get(key)), text: row.text, ...(await annotationsOf(db, key)) };
  }
}

/** Record items told in a document, in the order of its text. */
async function entriesOf(db: Kysely<Tables>, document: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('items')
    .select('entry')
    .where('document', '=', document)
    .where('review', '<>', 'rejected')
    .groupBy('entry')
    .orderBy((eb) => eb.fn.min('start'))
    .orderBy((eb) => eb.fn.min('n'))
    .orderBy((eb) => eb.fn.min('id'))
    .execute();
  return rows.map(({ entry }) => entry);
}

async function annotationsOf(
  db: Kysely<Tables>,
  document: number,
): Promise<Pick<DocumentView, 'passages' | 'sentences' | 'entities' | 'times' | 'diagnostics'>> {
  const rowsOf = <T extends 'passages' | 'sentences' | 'times' | 'diagnostics'>(table: T) =>
    sql<Tables[T]>`SELECT * FROM ${sql.table(table)} WHERE document = ${document} ORDER BY n`.execute(db);
  const [passages, sentences, times, diagnostics] = await Promise.all([
    rowsOf('passages'),
    rowsOf('sentences'),
    rowsOf('times'),
    rowsOf('diagnostics'),
  ]);
  return {
    passages: passages.rows.map(({ start, end, kind }) => ({ span: [start, end], kind })),
    sentences: sentences.rows.map(({ start, end, passage }) => ({ span: [start, end], passage })),
    entities: await entitiesOf(db, document),
    times: times.rows.map(({ start, end, type, value }) => ({ span: [start, end], type, value })),
    diagnostics: diagnostics.rows.map(({ code, start, end, message }) => ({
      code,
      message,
      span: start === null || end === null ? null : [start, end],
    })),
  };
}

/** The record's entities in the order in which the reading has them, with their mentions in text order. */
async function entitiesOf(db: Kysely<Tables>, document: number): Promise<DocumentView['entities']> {
  const rows = await db
    .selectFrom('document_entities as e')
    .leftJoin('mentions as m', (join) => join.onRef('m.document', '=', 'e.document').onRef('m.n', '=', 'e.n'))
    .select(['e.entity', 'm.start', 'm.end', 'm.form'])
    .where('e.document', '=', document)
    .orderBy('e.n')
    .orderBy('m.start')
    .orderBy('m.end')
    .execute();
  const links = await entityLinks(
    db,
    rows.map(({ entity }) => entity),
  );
  type Mention = DocumentView['entities'][number]['mentions'][number];
  const found = new Map<string, EntityLink & { mentions: Mention[] }>();
  for (const { entity, start, end, form } of rows) {
    const link = links.get(entity);
    if (!link) continue;
    const view = found.get(link.id) ?? { ...link, mentions: [] };
    found.set(link.id, view);
    if (start !== null && end !== null && form !== null) view.mentions.push({ span: [start, end], form });
  }
  for (const { mentions } of found.values()) mentions.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return [...found.values()];
}

async function countsOf(
  db: Kysely<Tables>,
  documents: readonly number[],
): Promise<ReadonlyMap<number, Partial<Record<ItemKind, number>>>> {
  const rows = await db
    .selectFrom('items')
    .select(['document', 'kind'])
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .where('document', 'in', [...documents])
    .where('review', '<>', 'rejected')
    .groupBy(['document', 'kind'])
    .execute();
  const counts = new Map<number, Partial<Record<ItemKind, number>>>();
  for (const { document, kind, number } of rows) {
    counts.set(document, { ...counts.get(document), [kind]: Number(number) });
  }
  return counts;
}

const listing = (row: DocumentRow, counts: Partial<Record<ItemKind, number>> = {}): DocumentListing => ({
  ...documentLink(row),
  author: row.author,
  language: row.language,
  url: row.url,
  length: row.text.length,
  counts: everyKind(counts),
});

/** Counts with a zero for the kinds that have none. */
export const everyKind = (counts: Partial<Record<ItemKind, number>>): Record<ItemKind, number> => ({
  event: 0,
  statement: 0,
  meeting: 0,
  development: 0,
  obligation: 0,
  activity: 0,
  position: 0,
  ...counts,
});
