// Makes an entry of the journal from a decision: finds what it is about, checks it, and writes down what it rests on.
import type { Kysely } from 'kysely';
import { contentHash } from '../../intake/fingerprint.ts';
import { Fault } from '../../model/fault.ts';
import { EVENT_TYPES, type EventType, PLOVER } from '../../model/plover.ts';
import { hull, type Span, trimSpan } from '../../model/span.ts';
import type { ItemRow, Tables } from '../schema/tables.ts';
import type { Decision, ItemKind } from '../views.ts';
import { contentKeyOf } from '../write/content-key.ts';
import { ADDED_RULE } from './added-rule.ts';
import { anchorsOf } from './anchors.ts';
import { fieldValue } from './changed-state.ts';
import { DOCUMENT_FIELDS, documentFieldsOf } from './document-fields.ts';
import { isOfWords } from './effect.ts';
import type { Anchor, Change, NamedEntity, ReviewEntry } from './entry.ts';
import { FIELDS } from './fields.ts';
import { documentSubject, entriesAbout } from './journal.ts';
import { identityOfNew, namedBy } from './named-entities.ts';
import { partsOf, stateOf } from './originals.ts';
import type { EntityRef } from './values.ts';

/** An entry without its id, author and time. */
export type Draft = Omit<ReviewEntry, 'id' | 'who' | 'when'>;

const NOTHING: Omit<Draft, 'what'> = {
  items: [],
  entities: [],
  document: null,
  from: null,
  fields: {},
  note: null,
  undoes: null,
};

/** @throws Fault `review-decision`, `review-unknown` or `review-conflict` */
export async function draftOf(db: Kysely<Tables>, decision: Decision): Promise<Draft> {
  const note = decision.note ?? null;
  switch (decision.what) {
    case 'accept':
      return { ...NOTHING, what: 'accepted', note, items: await seenItem(db, decision) };
    case 'reject':
      return { ...NOTHING, what: 'rejected', note, items: await seenItem(db, decision) };
    case 'correct':
      return { ...NOTHING, note, ...(await correction(db, decision)) };
    case 'add':
      return { ...NOTHING, note, ...(await addition(db, decision)) };
    case 'merge':
      return { ...NOTHING, what: 'merged', note, items: await merged(db, decision.items) };
    case 'merge-entities': {
      const entities = await Promise.all(decision.entities.map((id) => entityOf(db, id)));
      if (new Set(entities.map(({ root }) => root)).size < 2) refuse('these are one entity already');
      return { ...NOTHING, what: 'merged', note, entities: entities.map(({ named }) => named) };
    }
    case 'split':
      return { ...NOTHING, what: 'split', note, ...(await parted(db, decision)) };
    case 'split-entity':
      return { ...NOTHING, what: 'split', note, ...(await partedEntity(db, decision)) };
    case 'correct-entity':
      return { ...NOTHING, what: 'corrected', note, ...(await entityCorrection(db, decision)) };
    case 'correct-document':
      return { ...NOTHING, what: 'corrected', note, ...(await documentCorrection(db, decision)) };
    case 'note':
      return { ...NOTHING, what: 'noted', note, ...(await noted(db, decision.on)) };
  }
}

export function refuse(reason: string): never {
  throw new Fault('review-decision', { reason });
}

/** The tellings of an item, the one with the id first. */
export async function tellings(db: Kysely<Tables>, id: string): Promise<readonly ItemRow[]> {
  const asked = await db.selectFrom('items').selectAll().where('id', '=', id).orderBy('key').executeTakeFirst();
  if (!asked) throw new Fault('review-unknown', { what: 'item', id });
  const rows = await db.selectFrom('items').selectAll().where('entry', '=', asked.entry).orderBy('key').execute();
  return [asked, ...rows.filter(({ key }) => key !== asked.key)];
}

async function seenItem(
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

/** @throws Fault `review-conflict` where somebody decided since */
async function checkSeen(
  db: Kysely<Tables>,
  subjects: readonly string[],
  { id, seen }: { readonly id: string; readonly seen: string | null | undefined },
): Promise<void> {
  if (seen === undefined) return;
  const last = (await entriesAbout(db, subjects)).at(-1);
  if ((last?.id ?? null) === seen) return;
  throw new Fault('review-conflict', { item: id, who: last?.who ?? '', when: last?.when ?? '' });
}

async function correction(
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

async function addition(
  db: Kysely<Tables>,
  { kind, document: id, evidence: marked, fields }: Extract<Decision, { what: 'add' }>,
): Promise<Pick<Draft, 'what' | 'items' | 'fields'>> {
  const document = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (!document) throw new Fault('review-unknown', { what: 'document', id });
  const { text } = document;
  const evidence = trimSpan(text, marked);
  if (marked[1] > text.length) refuse(`the evidence ends after the document, which has ${text.length} characters`);
  const given = { ...DEFAULTS[kind], ...fields };
  for (const name of NEEDED[kind]) if (given[name] === undefined) refuse(`a new ${kind} needs the field "${name}"`);
  const { evidence: _, ...rest } = given;
  const to = await checkedFields(db, kind, rest, text);
  const trigger = (to.get('trigger') ?? null) as Span | null;
  const content = to.get('content') as readonly Span[] | undefined;
  const type = (to.get('type') ?? to.get('what') ?? null) as string | null;
  const span = [...(trigger ? [trigger] : []), ...(content ?? [])].reduce(hull, evidence);
  const textHash = contentHash(text);
  const key = contentKeyOf({ kind, span, trigger, type, details: content ? { content } : {} }, textHash);
  const there = await db
    .selectFrom('items')
    .select(['id', 'rule'])
    .where('content_key', '=', key)
    .where('document', '=', document.key)
    .execute();
  const added = there.find(({ rule }) => rule === ADDED_RULE);
  if (added) refuse(`there is already ${added.id}, which a person added at these words; correct that one`);
  const anchor: Anchor = {
    key,
    kind,
    type,
    text: textHash,
    document: document.id,
    span,
    words: text.slice(...span),
    trigger,
    triggerWords: trigger && text.slice(...trigger),
    twin: there.length,
    twins: there.length + 1,
    rule: ADDED_RULE,
    version: document.reader_version,
  };
  const changes = [...to].map(([name, value]) => [name, { from: null, to: value }] as const);
  return { what: 'added', items: [anchor], fields: Object.fromEntries(changes) };
}

/** What a new item must say; without it, it would be none. */
const NEEDED: Readonly<Record<ItemKind, readonly string[]>> = {
  event: ['type', 'trigger'],
  statement: ['content'],
  meeting: ['parties'],
  development: ['agreement', 'what'],
  obligation: ['agreement'],
  activity: ['activity', 'state'],
  position: ['actor', 'on', 'stance'],
};

const DEFAULTS: Readonly<Record<ItemKind, Readonly<Record<string, unknown>>>> = {
  event: { modality: 'actual' },
  statement: { form: 'indirect' },
  meeting: { state: 'held' },
  development: {},
  obligation: {},
  activity: {},
  position: {},
};

async function merged(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Anchor[]> {
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

async function parted(
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

async function partedEntity(
  db: Kysely<Tables>,
  { entity, parts }: Extract<Decision, { what: 'split-entity' }>,
): Promise<Pick<Draft, 'entities' | 'from'>> {
  const { root } = await entityOf(db, entity);
  const apart = await Promise.all(parts.map((id) => entityOf(db, id)));
  const stranger = apart.findIndex((part) => part.root !== root);
  if (stranger >= 0) refuse(`${parts[stranger]} is no part of ${entity}`);
  const rows = await db.selectFrom('entities').selectAll().where('entity', '=', root).orderBy('identity').execute();
  const keys = new Set(apart.map(({ key }) => key));
  const staying = rows.filter(({ key }) => !keys.has(key));
  if (staying.length === 0) refuse('no name would stay; leave out at least one part');
  const named = await namedBy(
    db,
    staying.map(({ key }) => key),
  );
  return { entities: apart.map((part) => part.named), from: { items: [], entities: [...named.values()] } };
}

async function entityCorrection(
  db: Kysely<Tables>,
  { entity, fields }: Extract<Decision, { what: 'correct-entity' }>,
): Promise<Pick<Draft, 'entities' | 'fields'>> {
  const { root } = await entityOf(db, entity);
  const row = await db.selectFrom('entities').selectAll().where('key', '=', root).executeTakeFirstOrThrow();
  const named = await namedBy(db, [root, row.part_of ?? root]);
  const changes: Record<string, Change> = {};
  if (fields.name !== undefined && fields.name !== row.name) changes.name = { from: row.name, to: fields.name };
  if (fields.code !== undefined && fields.code !== row.code) changes.code = { from: row.code, to: fields.code };
  if (fields.partOf !== undefined) {
    const to = fields.partOf === null ? null : await refOf(db, fields.partOf);
    changes.partOf = { from: row.part_of === null ? null : (named.get(row.part_of) ?? null), to };
  }
  if (Object.keys(changes).length === 0) refuse('every field has this value already');
  return { entities: [named.get(root) as NamedEntity], fields: changes };
}

async function documentCorrection(
  db: Kysely<Tables>,
  { document: id, fields, seen }: Extract<Decision, { what: 'correct-document' }>,
): Promise<Pick<Draft, 'document' | 'text' | 'fields'>> {
  const row = await db.selectFrom('documents').selectAll().where('public_id', '=', id).executeTakeFirst();
  if (!row) throw new Fault('review-unknown', { what: 'document', id });
  await checkSeen(db, [documentSubject(row.id)], { id, seen });
  const now = documentFieldsOf(row);
  const changes = DOCUMENT_FIELDS.flatMap((name) => {
    const to = fields[name];
    return to === undefined || to === now[name] ? [] : [[name, { from: now[name], to }] as const];
  });
  if (changes.length === 0) refuse('every field has this value already');
  return { document: row.id, text: row.text_hash, fields: Object.fromEntries(changes) };
}

async function noted(db: Kysely<Tables>, id: string): Promise<Partial<Pick<Draft, 'items' | 'entities' | 'document'>>> {
  const item = await db.selectFrom('items').select('id').where('id', '=', id).executeTakeFirst();
  if (item) return { items: await anchorsOf(db, await tellings(db, id)) };
  const entity = await db.selectFrom('entities').select('key').where('id', '=', id).executeTakeFirst();
  if (entity) return { entities: [(await entityOf(db, id)).named] };
  const document = await db.selectFrom('documents').select('id').where('public_id', '=', id).executeTakeFirst();
  if (document) return { document: document.id };
  throw new Fault('review-unknown', { what: 'item, entity or document', id });
}

export async function entityOf(
  db: Kysely<Tables>,
  id: string,
): Promise<{ readonly key: number; readonly root: number; readonly named: NamedEntity }> {
  const row = await db.selectFrom('entities').select(['key', 'entity']).where('id', '=', id).executeTakeFirst();
  const named = row && (await namedBy(db, [row.key])).get(row.key);
  if (!row || !named) throw new Fault('review-unknown', { what: 'entity', id });
  return { key: row.key, root: row.entity, named };
}

async function refOf(db: Kysely<Tables>, ref: EntityRef): Promise<NamedEntity> {
  if (typeof ref === 'string') return (await entityOf(db, ref)).named;
  const { kind, name, code = null } = ref;
  return { identity: identityOfNew({ kind, name, code: code ?? null }), kind, name, code: code ?? null };
}

/** The values of fields, entities looked up. */
async function checkedFields(
  db: Kysely<Tables>,
  kind: ItemKind,
  fields: Readonly<Record<string, unknown>>,
  text: string,
): Promise<ReadonlyMap<string, unknown>> {
  const checked = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const field = FIELDS[kind][name];
    if (!field) refuse(`the kind ${kind} has no field "${name}"; it has ${Object.keys(FIELDS[kind]).join(', ')}`);
    const { success, data, error } = field.schema.safeParse(value);
    if (!success) refuse(`${name}: ${error.issues[0]?.message ?? 'this value does not fit'}`);
    if (lastOffset(data) > text.length && isOfWords({ kind }, name)) refuse(`${name} ends after the document`);
    if (field.place.in !== 'role') checked.set(name, data);
    else if (Array.isArray(data)) {
      const refs: NamedEntity[] = [];
      for (const ref of data as EntityRef[]) refs.push(await refOf(db, ref));
      checked.set(name, [...new Map(refs.map((ref) => [ref.identity, ref])).values()]);
    } else checked.set(name, data === null ? null : await refOf(db, data as EntityRef));
  }
  return checked;
}

function lastOffset(value: unknown): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return Math.max(0, ...value.map(lastOffset));
  return typeof value === 'object' && value !== null && 'span' in value ? lastOffset(value.span) : 0;
}

/** An event's mode is one of its type's, and its trigger lies in its evidence. */
function checkWords(row: ItemRow, fields: Readonly<Record<string, Change>>, text: string): void {
  if (row.kind !== 'event') return;
  const type = (fields.type?.to ?? row.type) as EventType;
  const mode = fields.mode?.to as string | null | undefined;
  const modes = EVENT_TYPES.includes(type) ? Object.keys(PLOVER[type].modes) : [];
  if (mode && !modes.includes(mode)) refuse(`${type} has no mode "${mode}"; it has ${modes.join(', ') || 'none'}`);
  const trigger = fields.trigger?.to as Span | undefined;
  const evidence = (fields.evidence?.to ?? [row.start, row.end]) as Span;
  if (trigger && (trigger[0] < evidence[0] || trigger[1] > evidence[1])) {
    refuse(`the trigger "${text.slice(...trigger)}" lies outside the evidence; correct "evidence" too`);
  }
}

async function documentOf(db: Kysely<Tables>, key: number): Promise<Pick<Tables['documents'], 'text'>> {
  return db.selectFrom('documents').select('text').where('key', '=', key).executeTakeFirstOrThrow();
}
