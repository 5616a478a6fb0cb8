// Brings items to the state that the decisions give them, and back to the reader's where none holds.
import { type Kysely, sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import { inPieces } from '../query/links.ts';
import type { ItemRow, Tables } from '../schema/tables.ts';
import { periodOf } from '../write/blocks.ts';
import { resolve, type Sought } from './anchors.ts';
import { addItem, isAdded } from './added-items.ts';
import { changedState, fieldValue } from './changed-state.ts';
import { type Effect, effectOf, effectOnMeeting, NO_EFFECT, onTop, type Ruling } from './effect.ts';
import type { Anchor, NamedEntity, ReviewEntry } from './entry.ts';
import { holding } from './holding.ts';
import { entriesAbout, readJournal } from './journal.ts';
import { ensureKeys, markEntities, namedBy } from './named-entities.ts';
import { type ItemState, originalsOf, partsOf, stateOf } from './originals.ts';

const ABOUT_ITEMS: ReadonlySet<ReviewEntry['what']> = new Set(['accepted', 'corrected', 'rejected', 'added']);

/**
 * Applies all decisions about items anew; with subjects, those about the items of these content keys and what hangs on
 * them. What changed is marked to be settled.
 */
export async function applyToItems(db: Kysely<Tables>, subjects: readonly string[] | null): Promise<void> {
  const entries = subjects === null ? await readJournal(db) : await connected(db, subjects);
  const rulings = rulingsOf(entries);
  const all = rulingsIn(entries.filter(({ what }) => ABOUT_ITEMS.has(what)));
  const found = await resolve(db, all.map(soughtOf));
  const touched = new Set([...found.values()].flatMap((resolved) => ('rows' in resolved ? resolved.rows : [])));
  if (subjects === null) for (const key of await decidedRows(db)) touched.add(key);
  const byRow = new Map<number, Ruling[]>();
  for (const ruling of rulings) {
    const resolved = found.get(ruling.anchor);
    const rows = resolved && 'rows' in resolved ? resolved.rows : await added(db, ruling, touched);
    for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), ruling]);
  }
  const effects = new Map([...touched].map((key) => [key, effectOf(byRow.get(key) ?? [])] as const));
  await change(db, effects);
}

/** Of an item that a person added and nothing in the record is: a new one, where its words stand. */
async function added(db: Kysely<Tables>, { entry, anchor }: Ruling, touched: Set<number>): Promise<readonly number[]> {
  if (entry.what !== 'added') return [];
  const row = await addItem(db, entry, anchor);
  if (row === null) return [];
  touched.add(row);
  return [row];
}

const rulingsOf = (entries: readonly ReviewEntry[]): readonly Ruling[] =>
  rulingsIn(holding(entries).filter(({ what }) => ABOUT_ITEMS.has(what)));

const rulingsIn = (entries: readonly ReviewEntry[]): readonly Ruling[] =>
  entries.flatMap((entry) => entry.items.map((anchor) => ({ entry, anchor })));

/** How an item of a ruling is sought: a corrected type is one that a better reader may have found itself. */
export function soughtOf({ entry, anchor }: { readonly entry: ReviewEntry; readonly anchor: Anchor }): Sought {
  const type = entry.fields.type ?? entry.fields.what;
  return { anchor, ...(entry.what === 'corrected' && type ? { correctedType: type.to as string | null } : {}) };
}

/** All entries about these subjects and about the items that they turn out to mean, meetings with their events. */
async function connected(db: Kysely<Tables>, subjects: readonly string[]): Promise<readonly ReviewEntry[]> {
  const known = new Set(subjects);
  for (;;) {
    const entries = await entriesAbout(db, [...known]);
    const found = await resolve(db, rulingsIn(entries).map(soughtOf));
    const rows = [...found.values()].flatMap((resolved) => ('rows' in resolved ? resolved.rows : []));
    const before = known.size;
    for (const key of await contentKeysAround(db, rows)) known.add(key);
    if (known.size === before) return entries;
  }
}

/** Content keys of items, of the events that they are and of the meetings that they are. */
async function contentKeysAround(db: Kysely<Tables>, rows: readonly number[]): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const piece of inPieces(rows)) {
    const found = await db
      .selectFrom('items as i')
      .leftJoin('items as event', (join) => join.onRef('event.key', '=', 'i.refers').on('i.kind', '=', 'meeting'))
      .leftJoin('items as meeting', (join) =>
        join.onRef('meeting.refers', '=', 'i.key').on('meeting.kind', '=', 'meeting'),
      )
      .select(['i.content_key', 'event.content_key as event', 'meeting.content_key as meeting'])
      .where('i.key', 'in', piece)
      .execute();
    keys.push(...found.flatMap(({ content_key, event, meeting }) => [content_key, event ?? [], meeting ?? []].flat()));
  }
  return keys;
}

async function decidedRows(db: Kysely<Tables>): Promise<readonly number[]> {
  const rows = await db.selectFrom('items').select('key').where('review', '<>', 'machine').execute();
  return rows.map(({ key }) => key);
}

async function change(db: Kysely<Tables>, own: ReadonlyMap<number, Effect>): Promise<void> {
  const rows = await rowsOf(db, [...own.keys()]);
  const meetings = await meetingsOf(db, [...rows.values()]);
  for (const meeting of meetings) rows.set(meeting.key, meeting);
  const originals = await originalsOf(db, [...rows.values()]);
  const parts = await partsOf(db, [...rows.keys()]);
  const stateBefore = (row: ItemRow): ItemState => originals.get(row.key) ?? stateOf(row, parts.get(row.key) ?? []);
  const events = [...rows.values()].filter(({ kind }) => kind === 'event');
  const named = await namedBy(
    db,
    events.flatMap((row) => stateBefore(row).roles.map(({ entity }) => entity)),
  );
  const effects = new Map(own);
  for (const meeting of meetings) {
    const event = rows.get(meeting.refers ?? -1);
    const above = event && own.get(event.key);
    if (!event || !above) continue;
    const parties = () => ['actor', 'recipient'].flatMap((role) => valueIn(event, stateBefore(event), above, role, named));
    effects.set(meeting.key, onTop(effectOnMeeting(above, parties), own.get(meeting.key) ?? NO_EFFECT));
  }
  const keys = await ensureKeys(db, [...effects.values()].flatMap(entitiesIn));
  const leads = new Map<string, number>();
  const blocks = new Set<string>();
  const periods = new Set<string>();
  for (const [key, effect] of [...effects].sort(([a], [b]) => a - b)) {
    const row = rows.get(key);
    if (!row) continue;
    if (row.block !== null) blocks.add(row.block);
    if (row.kind === 'event') periods.add(periodOf(row.time_start));
    if (isAdded(row) && effect.review === 'machine') {
      await markEntities(db, (parts.get(key) ?? []).map(({ entity }) => entity));
      await db.deleteFrom('items').where('key', '=', key).execute();
      continue;
    }
    const before = stateBefore(row);
    const after = await stateUnder(db, row, before, effect, keys);
    await keepOriginal(db, row, before, effect);
    const lead = effect.rejectedBy === null ? key : (leads.get(`${effect.rejectedBy}|${row.kind}`) ?? key);
    if (effect.rejectedBy !== null) leads.set(`${effect.rejectedBy}|${row.kind}`, lead);
    const alone = effect.review === 'rejected' || row.review === 'rejected' || after.block !== row.block;
    await save(db, row, after, parts.get(key) ?? [], effect, alone ? lead : row.entry);
    if (after.block !== null) blocks.add(after.block);
    if (row.kind === 'event') periods.add(periodOf(after.time_start));
  }
  await mark(db, 'stale_blocks', 'block', blocks);
  await mark(db, 'stale_periods', 'period', periods);
}

function valueIn(
  row: ItemRow,
  state: ItemState,
  effect: Effect,
  name: string,
  named: ReadonlyMap<number, NamedEntity>,
): readonly NamedEntity[] {
  const value = effect.fields.get(name) ?? fieldValue(row.kind, state, name, (entity) => named.get(entity) ?? null);
  return value as readonly NamedEntity[];
}

/** Entities in the new values of fields. */
const entitiesIn = ({ fields }: Effect): readonly NamedEntity[] =>
  [...fields.values()].flat().filter((value): value is NamedEntity => isNamedEntity(value));

const isNamedEntity = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'identity' in value;

async function stateUnder(
  db: Kysely<Tables>,
  row: ItemRow,
  before: ItemState,
  { review, fields }: Effect,
  keys: ReadonlyMap<string, number>,
): Promise<ItemState> {
  const spans = [...fields.keys()].some((name) => name === 'evidence' || name === 'trigger');
  const { text } = spans
    ? await db.selectFrom('documents').select('text').where('key', '=', row.document).executeTakeFirstOrThrow()
    : { text: '' };
  const evidence = fields.get('evidence') as Span | undefined;
  const within = evidence ? await sentencesOf(db, row.document, evidence) : null;
  const after =
    fields.size === 0
      ? before
      : changedState(row.kind, before, fields, {
          text,
          keyOf: ({ identity }) => keys.get(identity) ?? 0,
          sentencesOf: () => within,
        });
  // What is rejected is no telling of anything: it is compared with no other.
  return review === 'rejected' ? { ...after, block: null } : after;
}

/** First and last key of the sentences that share words with a span. */
export async function sentencesOf(
  db: Kysely<Tables>,
  document: number,
  [start, end]: Span,
): Promise<readonly [number, number] | null> {
  const row = await db
    .selectFrom('sentences')
    .where('document', '=', document)
    .where('end', '>', start)
    .where('start', '<', end)
    .select(({ fn }) => [fn.min('key').as('first'), fn.max('key').as('last')])
    .executeTakeFirst();
  return row?.first == null || row.last == null ? null : [Number(row.first), Number(row.last)];
}

async function keepOriginal(db: Kysely<Tables>, row: ItemRow, before: ItemState, { review }: Effect): Promise<void> {
  if (review === 'machine') await db.deleteFrom('machine_items').where('item', '=', row.key).execute();
  else {
    await db
      .insertInto('machine_items')
      .values({ item: row.key, original: JSON.stringify(before) })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

async function save(
  db: Kysely<Tables>,
  row: ItemRow,
  after: ItemState,
  parts: ItemState['roles'],
  { review }: Effect,
  entry: number,
): Promise<void> {
  const { roles, ...columns } = after;
  await db
    .updateTable('items')
    .set({ ...columns, review, entry })
    .where('key', '=', row.key)
    .execute();
  if (JSON.stringify(roles) === JSON.stringify(parts)) return;
  await db.deleteFrom('roles').where('item', '=', row.key).execute();
  for (const piece of inPieces(roles)) {
    const rows = piece.map(({ role, entity }, n) => ({ item: row.key, role, n, entity }));
    await db.insertInto('roles').values(rows).execute();
  }
  await markEntities(
    db,
    parts.map(({ entity }) => entity),
  );
}

async function rowsOf(db: Kysely<Tables>, keys: readonly number[]): Promise<Map<number, ItemRow>> {
  const rows = new Map<number, ItemRow>();
  for (const piece of inPieces(keys)) {
    const found = await db.selectFrom('items').selectAll().where('key', 'in', piece).execute();
    for (const row of found) rows.set(row.key, row);
  }
  return rows;
}

async function meetingsOf(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<readonly ItemRow[]> {
  const found: ItemRow[] = [];
  const events = rows.filter(({ kind }) => kind === 'event').map(({ key }) => key);
  for (const piece of inPieces(events)) {
    const query = db.selectFrom('items').selectAll().where('refers', 'in', piece).where('kind', '=', 'meeting');
    found.push(...(await query.execute()));
  }
  return found;
}

async function mark(
  db: Kysely<Tables>,
  table: 'stale_blocks' | 'stale_periods',
  column: 'block' | 'period',
  values: ReadonlySet<string>,
): Promise<void> {
  for (const value of values) {
    await sql`INSERT INTO ${sql.table(table)} (${sql.ref(column)}) VALUES (${value}) ON CONFLICT DO NOTHING`.execute(db);
  }
}
