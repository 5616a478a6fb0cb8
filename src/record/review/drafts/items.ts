// Decisions about items: what the machine read, accepted, corrected, merged or split.
import type { Kysely } from 'kysely';
import { Fault } from '../../../model/fault.ts';
import type { ItemRow, Tables } from '../../schema/tables.ts';
import type { Decision } from '../../views.ts';
import { anchorsOf } from '../anchors.ts';
import { fieldValue } from '../changed-state.ts';
import { isOfWords } from '../effect.ts';
import type { Anchor, Change } from '../entry.ts';
import { namedBy } from '../named-entities.ts';
import { partsOf, stateOf } from '../originals.ts';
import { checkSeen, type Draft, refuse } from './draft.ts';
import { checkedFields, checkWords } from './given-fields.ts';

/** The tellings of an item, the one with the id first. */
export async function tellings(db: Kysely<Tables>, id: string): Promise<readonly ItemRow[]> {
  const asked = await db.selectFrom('items').selectAll().where('id', '=', id).orderBy('key').executeTakeFirst();
  if (!asked) throw new Fault('review-unknown', { what: 'item', id });
  const rows = await db.selectFrom('items').selectAll().where('entry', '=', asked.entry).orderBy('key').execute();
  return [asked, ...rows.filter(({ key }) => key !== asked.key)];
}

export async function seenItem(
  db: Kysely<Tables>,
  { item, seen }: { readonly item: string; readonly seen?: string | null | undefined },
): Promise<readonly Anchor[]> {
  const anchors = await anchorsOf(db, await tellings(db, item));
  await checkSeen(
    db,
    anchors.map(({ key }) => key),
    { id: item, seen },
  );
  return anchors;
}

export async function correction(
  db: Kysely<Tables>,
  decision: Extract<Decision, { what: 'correct' }>,
): Promise<Pick<Draft, 'what' | 'items' | 'fields'>> {
  const rows = await tellings(db, decision.item);
  const [first] = rows as [ItemRow];
  const anchors = await seenItem(db, decision);
  const { text } = await documentOf(db, first.document);
  const to = await checkedFields(db, first.kind, decision.fields, text);
  const state = stateOf(first, (await partsOf(db, [first.key])).get(first.key) ?? []);
  const named = await namedBy(
    db,
    state.roles.map(({ entity }) => entity),
  );
  const fields: Record<string, Change> = {};
  for (const [name, value] of to) {
    const from = fieldValue(first.kind, state, name, (entity) => named.get(entity) ?? null);
    if (JSON.stringify(from) !== JSON.stringify(value)) fields[name] = { from, to: value };
  }
  const names = Object.keys(fields);
  if (names.length === 0) refuse('every field has this value already; accept the item instead');
  checkWords(first, fields, text);
  // Places in a text mean something in that text alone: where nothing else is corrected, the other tellings stay.
  const ofWords = anchors[0] !== undefined && names.every((name) => isOfWords(anchors[0] as Anchor, name));
  return { what: 'corrected', items: ofWords ? anchors.slice(0, 1) : anchors, fields };
}

export async function merged(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Anchor[]> {
  const groups: (readonly ItemRow[])[] = [];
  for (const id of ids) groups.push(await tellings(db, id));
  const rows = groups.flat();
  const kinds = new Set(rows.map(({ kind }) => kind));
  if (kinds.size > 1) refuse(`these are items of different kinds: ${[...kinds].join(', ')}`);
  if (kinds.has('meeting')) refuse('a meeting follows the event that it is; merge the events');
  if (new Set(rows.map(({ entry }) => entry)).size < 2) refuse('these are one item already');
  if (rows.some(({ review }) => review === 'rejected')) refuse('one of them is rejected; undo that first');
  return anchorsOf(db, [...new Map(rows.map((row) => [row.key, row])).values()]);
}

export async function parted(
  db: Kysely<Tables>,
  { item, documents }: Extract<Decision, { what: 'split' }>,
): Promise<Pick<Draft, 'items' | 'from'>> {
  const rows = await tellings(db, item);
  if (rows.some(({ kind }) => kind === 'meeting')) refuse('a meeting follows the event that it is; split the event');
  const told = await db
    .selectFrom('documents')
    .select(['key', 'public_id'])
    .where('public_id', 'in', documents)
    .execute();
  const missing = documents.find(
    (id) => !told.some(({ key, public_id }) => public_id === id && rows.some(({ document }) => document === key)),
  );
  if (missing !== undefined) refuse(`document ${missing} does not tell ${item}`);
  const keys = new Set(told.map(({ key }) => key));
  const apart = rows.filter(({ document }) => keys.has(document));
  const staying = rows.filter(({ document }) => !keys.has(document));
  if (staying.length === 0) refuse('no telling would stay; leave out at least one document');
  return { items: await anchorsOf(db, apart), from: { items: await anchorsOf(db, staying), entities: [] } };
}

async function documentOf(db: Kysely<Tables>, key: number): Promise<Pick<Tables['documents'], 'text'>> {
  return db.selectFrom('documents').select('text').where('key', '=', key).executeTakeFirstOrThrow();
}
