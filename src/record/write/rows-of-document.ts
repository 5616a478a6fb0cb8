// The rows that a document filled, read back out of the record, and made fit for keys that are free in it now.
import { type Kysely, sql } from 'kysely';
import { textOf } from '../../model/span.ts';
import type { Tables } from '../schema/tables.ts';
import type { Keys } from './keys.ts';
import type { Filled, FilledRows, NewRow, Rows } from './rows.ts';

/** Tables whose rows say which document they are of. */
type OfDocument = Exclude<Filled, 'documents' | 'entities' | 'roles'>;

/** The rows of a document as they stand, and those of all entities that it speaks of. */
export async function rowsOfDocument(db: Kysely<Tables>, key: number): Promise<FilledRows> {
  const of = async <T extends OfDocument>(table: T) =>
    (await db
      .selectFrom(table as 'passages')
      .selectAll()
      .where('document', '=', key)
      .execute()) as unknown as NewRow<T>[];
  const items = db.selectFrom('items').select('key').where('document', '=', key);
  return {
    documents: await db.selectFrom('documents').selectAll().where('key', '=', key).execute(),
    entities: await db
      .selectFrom('entities')
      .select(['key', 'id', 'identity', 'kind', 'entity', 'name', 'code'])
      .where(
        'key',
        'in',
        sql<number>`(SELECT entity FROM document_entities WHERE document = ${key}
          UNION SELECT part_of FROM document_entities WHERE document = ${key} AND part_of IS NOT NULL
          UNION SELECT entity FROM named_parties WHERE document = ${key}
          UNION SELECT entity FROM roles WHERE item IN (SELECT key FROM items WHERE document = ${key}))`,
      )
      .execute(),
    passages: await of('passages'),
    sentences: await of('sentences'),
    document_entities: await of('document_entities'),
    named_parties: await of('named_parties'),
    mentions: await of('mentions'),
    entity_names: await of('entity_names'),
    times: await of('times'),
    items: await of('items'),
    roles: await db.selectFrom('roles').selectAll().where('item', 'in', items).execute(),
    diagnostics: await of('diagnostics'),
  };
}

/** The same rows under new keys; `keys` moves on. Entities that the record knows are those it knows. */
export function withNewKeys(rows: FilledRows, keys: Keys): Rows {
  const document = keys.document++;
  const sentences = counted(rows.sentences, () => keys.sentence++);
  const items = counted(rows.items, () => keys.item++);
  const unknown = rows.entities.filter(({ identity }) => !keys.entities.has(identity));
  for (const { identity } of unknown) keys.entities.set(identity, keys.entity++);
  const entities = new Map(rows.entities.map(({ key, identity }) => [key, keys.entities.get(identity)]));
  const sentence = newKeyOf(sentences);
  const item = newKeyOf(items);
  const entity = newKeyOf(entities);
  const own = <R extends { document: number }>(row: R): R => ({ ...row, document });
  const text = rows.documents[0]?.text ?? '';
  return {
    documents: rows.documents.map((row) => ({ ...row, key: document })),
    entities: unknown.map((row) => ({ ...row, key: entity(row.key), entity: entity(row.key) })),
    passages: rows.passages.map(own),
    sentences: rows.sentences.map((row) => ({ ...own(row), key: sentence(row.key) })),
    document_entities: rows.document_entities.map((row) => ({
      ...own(row),
      entity: entity(row.entity),
      part_of: row.part_of === null ? null : entity(row.part_of),
    })),
    named_parties: rows.named_parties.map((row) => ({ ...own(row), entity: entity(row.entity) })),
    mentions: rows.mentions.map(own),
    entity_names: rows.entity_names.map((row) => ({ ...own(row), entity: entity(row.entity) })),
    times: rows.times.map(own),
    items: rows.items.map((row) => ({
      ...own(row),
      key: item(row.key),
      entry: item(row.key),
      sentence_first: row.sentence_first === null ? null : sentence(row.sentence_first),
      sentence_last: row.sentence_last === null ? null : sentence(row.sentence_last),
      refers: row.refers === null ? null : item(row.refers),
    })),
    roles: rows.roles.map((row) => ({ ...row, item: item(row.item), entity: entity(row.entity) })),
    diagnostics: rows.diagnostics.map(own),
    texts: rows.sentences.map(({ key, start, end }) => ({ rowid: sentence(key), text: textOf(text, [start, end]) })),
    staleEntities: new Set(rows.document_entities.map((row) => entity(row.entity))),
  };
}

/** New keys in the order of the old ones, which is that of the reading. */
function counted(rows: readonly { readonly key: number }[], next: () => number): ReadonlyMap<number, number> {
  const old = rows.map(({ key }) => key).sort((a, b) => a - b);
  return new Map(old.map((key) => [key, next()]));
}

function newKeyOf(keys: ReadonlyMap<number, number | undefined>): (old: number) => number {
  return (old) => {
    const key = keys.get(old);
    if (key === undefined) throw new Error(`a row refers to key ${old}, which no row of its document has`);
    return key;
  };
}
