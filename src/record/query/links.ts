// Short forms of entities and documents, as other answers show them.
import type { Kysely } from 'kysely';
import type { DocumentRow, EntityRow, Tables } from '../schema/tables.ts';
import type { DocumentLink, EntityLink } from '../views.ts';

/** SQLite takes about 32,000 parameters a statement; lists of keys are asked for in pieces of this size. */
export const PIECE = 500;

export function inPieces<T>(list: readonly T[]): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  for (let at = 0; at < list.length; at += PIECE) pieces.push(list.slice(at, at + PIECE));
  return pieces;
}

export const entityLink = ({ id, name, kind, code }: Pick<EntityRow, 'id' | 'name' | 'kind' | 'code'>): EntityLink => ({
  id,
  name,
  kind,
  code,
});

export type DocumentLinkRow = Pick<
  DocumentRow,
  'public_id' | 'title' | 'publisher' | 'published' | 'published_basis' | 'published_start' | 'published_end'
>;

export const DOCUMENT_LINK_COLUMNS = [
  'public_id',
  'title',
  'publisher',
  'published',
  'published_basis',
  'published_start',
  'published_end',
] as const;

export const documentLink = (row: DocumentLinkRow): DocumentLink => ({
  id: row.public_id,
  title: row.title,
  publisher: row.publisher,
  published: {
    value: row.published,
    start: row.published_start,
    end: row.published_end,
    basis: row.published_basis,
  },
});

/** The record's entity for each key, which may be of one merged into it. */
export async function entityLinks(
  db: Kysely<Tables>,
  keys: readonly number[],
): Promise<ReadonlyMap<number, EntityLink>> {
  const links = new Map<number, EntityLink>();
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = await db
      .selectFrom('entities as named')
      .innerJoin('entities as whole', 'whole.key', 'named.entity')
      .select(['named.key', 'whole.id', 'whole.name', 'whole.kind', 'whole.code'])
      .where('named.key', 'in', piece)
      .execute();
    for (const row of rows) links.set(row.key, entityLink(row));
  }
  return links;
}
