// All that was decided about one item or entity, with what the reader said of it.
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import { hydrate } from '../query/hydrate.ts';
import { entityLink, entityLinks } from '../query/links.ts';
import type { DocumentRow, ItemRow, Tables } from '../schema/tables.ts';
import type { HistoryEntry, ReviewHistory } from '../views.ts';
import { isAdded } from './added-rule.ts';
import { countedFrom, originalDocument } from './apply-documents.ts';
import { fieldValue } from './changed-state.ts';
import { documentFieldsOf } from './document-fields.ts';
import type { ReviewEntry } from './entry.ts';
import { fieldNames } from './fields.ts';
import { takenBack } from './holding.ts';
import { documentSubject, entitySubject, entriesAbout } from './journal.ts';
import { kinOf } from './kin.ts';
import { namedBy } from './named-entities.ts';
import { type ItemState, originalsOf, partsOf, stateOf } from './originals.ts';
import { outOf, standing } from './standing.ts';
import { takenOutEntries } from './taken-out.ts';

/** @param id of an item, a telling of one, an entity or a document */
export async function historyOf(db: Kysely<Tables>, id: string): Promise<ReviewHistory | null> {
  const row = await db.selectFrom('items').selectAll().where('id', '=', id).orderBy('key').executeTakeFirst();
  if (row) return itemHistory(db, row);
  const entity = await db.selectFrom('entities').select(['key', 'entity']).where('id', '=', id).executeTakeFirst();
  if (entity) return entityHistory(db, entity);
  const document = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  return document ? documentHistory(db, document) : takenOutHistory(db, id);
}

/** Who took a document out; nothing else is told of it. */
async function takenOutHistory(db: Kysely<Tables>, id: string): Promise<ReviewHistory | null> {
  const row = await db.selectFrom('taken_out').select('id').where('public_id', '=', id).executeTakeFirst();
  const about = row?.id ?? id;
  if ((await takenOutEntries(db, [about])).length === 0) return null;
  const entries = await entriesAbout(db, [documentSubject(about)]);
  return { ...NOTHING, document: id, entries: marked(standing(entries, await outOf(db))) };
}

async function documentHistory(db: Kysely<Tables>, row: DocumentRow): Promise<ReviewHistory> {
  const from = await countedFrom(db, row);
  const file = /^(?:upload\/|https?:)/u.test(row.path) ? null : basename(row.path);
  return {
    ...NOTHING,
    document: row.public_id,
    machine: documentFieldsOf((await originalDocument(db, row.key)) ?? row),
    fields: documentFieldsOf(row),
    entries: marked(await entriesAbout(db, [documentSubject(row.id)])),
    ...(from === row.published ? {} : { outdated: { countedFrom: from, file } }),
  };
}

const NOTHING = {
  ...{ item: null, entity: null, document: null, merged: [], machine: {}, fields: {} },
  ...{ grounds: [], taken: [], shaken: false },
};

async function itemHistory(db: Kysely<Tables>, row: ItemRow): Promise<ReviewHistory> {
  const tellings = await db.selectFrom('items').select(['key', 'content_key']).where('entry', '=', row.entry).execute();
  const entries = await entriesAbout(
    db,
    tellings.map(({ content_key }) => content_key),
  );
  const parts = (await partsOf(db, [row.key])).get(row.key) ?? [];
  const state = stateOf(row, parts);
  const original = (await originalsOf(db, [row])).get(row.key) ?? state;
  const [item] = await hydrate(db, [row.entry]);
  const document = await db
    .selectFrom('documents')
    .select('public_id')
    .where('key', '=', row.document)
    .executeTakeFirst();
  return {
    ...NOTHING,
    item: item ?? null,
    document: document?.public_id ?? null,
    machine: isAdded(row) ? {} : await fieldsIn(db, row, original),
    fields: await fieldsIn(db, row, state),
    entries: marked(entries),
    ...(await kinOf(
      db,
      tellings.map(({ key }) => key),
    )),
  };
}

async function fieldsIn(db: Kysely<Tables>, { kind }: ItemRow, state: ItemState): Promise<Record<string, unknown>> {
  const named = await namedBy(
    db,
    state.roles.map(({ entity }) => entity),
  );
  const values = fieldNames(kind).map((name) => [
    name,
    fieldValue(kind, state, name, (entity) => named.get(entity) ?? null),
  ]);
  return Object.fromEntries(values) as Record<string, unknown>;
}

async function entityHistory(
  db: Kysely<Tables>,
  { key, entity }: Pick<Tables['entities'], 'key' | 'entity'>,
): Promise<ReviewHistory> {
  const parts = await db
    .selectFrom('entities')
    .select(['key', 'id', 'name', 'kind', 'code', 'identity'])
    .where('entity', '=', entity)
    .orderBy((eb) => eb('key', '<>', entity))
    .orderBy('name')
    .orderBy('id')
    .execute();
  const entries = await entriesAbout(
    db,
    parts.map(({ identity }) => entitySubject(identity)),
  );
  const links = await entityLinks(db, [key]);
  return {
    ...NOTHING,
    entity: links.get(key) ?? null,
    merged: parts.map(entityLink),
    entries: marked(entries),
  };
}

function marked(entries: readonly ReviewEntry[]): readonly HistoryEntry[] {
  const back = takenBack(entries);
  return entries.map((entry) => {
    const by = back.get(entry.id);
    return { ...entry, undone: by ? { id: by.id, who: by.who, when: by.when } : null };
  });
}
