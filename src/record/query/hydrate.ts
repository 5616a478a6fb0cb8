// From rows to views: looks up the entities, words and dates of record items, all tellings of each together.
import type { Kysely } from 'kysely';
import type { Span } from '../../model/span.ts';
import { groupBy } from '../group-by.ts';
import type { DocumentRow, ItemRow, Role, Tables } from '../schema/tables.ts';
import type { AnyView, AsOf, EntityLink, Evidence, ReviewState } from '../views.ts';
import { knownDay } from './as-of.ts';
import { documentLink, entityLinks, inPieces } from './links.ts';
import type { Telling } from './telling.ts';
import { viewOf } from './view-of.ts';

export interface HydrateOptions {
  /** Key of the document whose evidence comes first, for a page about it. */
  readonly first?: number | undefined;
  /** Only tellings of documents that were published by then. */
  readonly asOf?: AsOf | undefined;
}

/**
 * The views of record items in the order asked for.
 * @param keys keys of the items that lead those telling the same; others give nothing
 */
export async function hydrate(
  db: Kysely<Tables>,
  keys: readonly number[],
  options: HydrateOptions = {},
): Promise<readonly AnyView[]> {
  const views = await hydrateByKey(db, keys, options);
  return keys.flatMap((key) => views.get(key) ?? []);
}

/** The same by key: as of a day of knowledge a view may have the id of another telling than the one that leads. */
export async function hydrateByKey(
  db: Kysely<Tables>,
  keys: readonly number[],
  options: HydrateOptions = {},
): Promise<ReadonlyMap<number, AnyView>> {
  const views = new Map<number, AnyView>();
  for (const piece of inPieces(keys)) {
    const tellings = await tellingsOf(db, piece, options);
    for (const group of groupBy(tellings, ({ row }) => row.entry).values()) {
      const exact = mostExact(group.map(({ row }) => row));
      const lead = group.find(({ row }) => row.key === row.entry) ?? group.find(({ row }) => row === exact);
      if (lead) views.set(lead.row.entry, viewOf(lead, group, reviewOf(group)));
    }
  }
  return views;
}

/** All tellings of record items, in the order in which a view shows them. */
export async function tellingsOf(
  db: Kysely<Tables>,
  entries: readonly number[],
  { first, asOf }: HydrateOptions,
): Promise<readonly Telling[]> {
  const known = knownDay(asOf);
  const rows = await db
    .selectFrom('items')
    .innerJoin('documents as d', 'd.key', 'items.document')
    .selectAll('items')
    .where('items.entry', 'in', entries)
    .$if(known !== null, (query) => query.where('d.published_end', '<=', known))
    .orderBy((eb) => eb('items.document', '<>', first ?? -1))
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('items.start')
    .orderBy('items.n')
    .execute();
  const documents = await loadDocuments(db, rows);
  const sentences = await loadSentences(db, rows);
  const roles = await loadRoles(db, rows);
  const refers = await loadReferred(db, rows);
  return rows.flatMap((row) => {
    const document = documents.get(row.document);
    if (!document) return [];
    const details = JSON.parse(row.details) as Record<string, unknown>;
    const around = aroundOf(row, sentences);
    const evidence: Evidence = {
      document: documentLink(document),
      span: [row.start, row.end],
      quote: row.words,
      trigger: row.trigger_start === null || row.trigger_end === null ? null : [row.trigger_start, row.trigger_end],
      also: (details.also ?? []) as readonly Span[],
      sentence: { span: around, text: document.text.slice(...around) },
      rule: row.rule,
      why: row.why,
    };
    const referred = row.refers === null ? null : (refers.get(row.refers) ?? null);
    return [{ row, details, roles: roles.get(row.key) ?? [], evidence, text: document.text, refers: referred }];
  });
}

/** Stands in for a leading telling that was not known yet: the one whose date says most, the earliest of equal ones. */
export function mostExact<R extends Pick<ItemRow, 'time_start' | 'time_end'>>(group: readonly R[]): R | undefined {
  const length = ({ time_start, time_end }: R) =>
    time_start === null || time_end === null ? Number.POSITIVE_INFINITY : Date.parse(time_end) - Date.parse(time_start);
  return group.toSorted((a, b) => length(a) - length(b) || 0)[0];
}

/** The sentences that the item's words lie in; the words themselves where no sentence holds them. */
function aroundOf(row: ItemRow, sentences: ReadonlyMap<number, Span>): Span {
  const first = sentences.get(row.sentence_first ?? -1);
  const last = sentences.get(row.sentence_last ?? -1);
  return first && last ? [Math.min(first[0], row.start), Math.max(last[1], row.end)] : [row.start, row.end];
}

async function loadDocuments(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<ReadonlyMap<number, DocumentRow>> {
  const found = await db
    .selectFrom('documents')
    .selectAll()
    .where('key', 'in', [...new Set(rows.map(({ document }) => document))])
    .execute();
  return new Map(found.map((row) => [row.key, row]));
}

async function loadSentences(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<ReadonlyMap<number, Span>> {
  const spans = new Map<number, Span>();
  const keys = new Set(rows.flatMap((row) => [row.sentence_first ?? [], row.sentence_last ?? []].flat()));
  for (const piece of inPieces([...keys])) {
    const found = await db.selectFrom('sentences').select(['key', 'start', 'end']).where('key', 'in', piece).execute();
    for (const { key, start, end } of found) spans.set(key, [start, end]);
  }
  return spans;
}

async function loadRoles(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<ReadonlyMap<number, Telling['roles']>> {
  const found: Tables['roles'][] = [];
  for (const piece of inPieces(rows.map(({ key }) => key))) {
    found.push(
      ...(await db.selectFrom('roles').selectAll().where('item', 'in', piece).orderBy('item').orderBy('n').execute()),
    );
  }
  const links = await entityLinks(
    db,
    found.map(({ entity }) => entity),
  );
  const roles = new Map<number, { role: Role; entity: EntityLink }[]>();
  for (const { item, role, entity } of found) {
    const link = links.get(entity);
    const list = roles.get(item) ?? [];
    if (link) list.push({ role, entity: link });
    roles.set(item, list);
  }
  return roles;
}

/** Key of an item -> id of the record item that it is part of. */
async function loadReferred(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  for (const piece of inPieces([...new Set(rows.flatMap(({ refers }) => refers ?? []))])) {
    const found = await db
      .selectFrom('items as told')
      .innerJoin('items as lead', 'lead.key', 'told.entry')
      .select(['told.key', 'lead.id'])
      .where('told.key', 'in', piece)
      .execute();
    for (const { key, id } of found) ids.set(key, id);
  }
  return ids;
}

/** A decision on one telling is one on the event. */
const reviewOf = (group: readonly Telling[]): ReviewState =>
  group.find(({ row }) => row.review !== 'machine')?.row.review ?? 'machine';
