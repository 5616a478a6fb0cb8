// Writes the state that decisions give to items, and the reader's back where none holds.
import type { Kysely } from 'kysely';
import type { Span } from '../../model/span.ts';
import { inPieces } from '../query/links.ts';
import type { ItemRow, Tables } from '../schema/tables.ts';
import { isAdded } from './added-rule.ts';
import { changedState, fieldValue } from './changed-state.ts';
import { type Effect, NO_EFFECT, onTop } from './effect.ts';
import type { NamedEntity } from './entry.ts';
import { type AsRead, effectOnDerived } from './follow.ts';
import { type Grounds, groundsAround, withKin } from './grounds.ts';
import { ensureKeys, namedBy } from './named-entities.ts';
import { type ItemState, originalsOf, type Part, partsOf, stateOf } from './originals.ts';
import { sentencesOf } from './sentences.ts';
import { setShaken, shakenAmong } from './shaken.ts';
import { mark } from './stale.ts';

/** An item before it is changed. */
interface Subject {
  readonly row: ItemRow;
  readonly parts: readonly Part[];
  /** As the reader had it. */
  readonly original: ItemState;
}

/** @param own what the decisions about each item come to, by key; what is derived follows what it rests on */
export async function saveEffects(db: Kysely<Tables>, own: ReadonlyMap<number, Effect>): Promise<void> {
  const grounds = await groundsAround(db, [...own.keys()]);
  const subjects = await subjectsOf(db, withKin(grounds, new Set(own.keys())));
  const effects = await withDerived(db, subjects, grounds, own);
  const shaken = await shakenAmong(db, [...effects.keys()]);
  const keys = await ensureKeys(db, [...effects.values()].flatMap(entitiesIn));
  const leads = new Map<string, number>();
  const stale = {
    blocks: new Set<string>(),
    entities: new Set<number>(),
    lists: new Set<number>(),
    tellings: new Set<number>(),
  };
  for (const [key, effect] of [...effects].sort(([a], [b]) => a - b)) {
    const subject = subjects.get(key);
    if (!subject) continue;
    const { row, parts } = subject;
    if (isAdded(row) && !effect.added) {
      await partFrom(db, key, stale);
      await db.deleteFrom('items').where('key', '=', key).execute();
      markAll(stale, subject, null);
      continue;
    }
    const after = await stateUnder(db, subject, effect, keys);
    const entry = entryUnder(subject, effect, after, leads);
    const sameState = row.entry === entry && isSame(after, stateOf(row, parts));
    const sameLook = shaken.has(key) === effect.shaken;
    if (sameState && sameLook && row.review === effect.review) continue;
    if (!sameLook) await setShaken(db, key, effect.shaken);
    if (isRejectedAlone(effect)) await partFrom(db, key, stale);
    await keepOriginal(db, subject, effect);
    await save(db, subject, after, effect, entry);
    stale.lists.add(entry);
    if (sameState && row.review !== 'rejected' && effect.review !== 'rejected') continue;
    markAll(stale, subject, after);
    if (row.kind === 'meeting' && !own.has(row.refers ?? key)) {
      for (const block of await blockOfEvent(db, row)) stale.blocks.add(block);
      stale.tellings.add(row.refers ?? key);
    }
  }
  await mark(db, 'stale_blocks', stale.blocks);
  await mark(db, 'stale_entities', stale.entities);
  await mark(db, 'stale_lists', stale.lists);
  await mark(db, 'stale_tellings', stale.tellings);
}

async function subjectsOf(db: Kysely<Tables>, keys: ReadonlySet<number>): Promise<Map<number, Subject>> {
  const rows: ItemRow[] = [];
  for (const piece of inPieces([...keys])) {
    rows.push(...(await db.selectFrom('items').selectAll().where('key', 'in', piece).execute()));
  }
  const originals = await originalsOf(db, rows);
  const parts = await partsOf(
    db,
    rows.map(({ key }) => key),
  );
  const subjects = rows.map((row) => {
    const own = parts.get(row.key) ?? [];
    return [row.key, { row, parts: own, original: originals.get(row.key) ?? stateOf(row, own) }] as const;
  });
  return new Map(subjects);
}

async function withDerived(
  db: Kysely<Tables>,
  subjects: ReadonlyMap<number, Subject>,
  grounds: Grounds,
  own: ReadonlyMap<number, Effect>,
): Promise<ReadonlyMap<number, Effect>> {
  const effects = new Map(own);
  const named = await namedBy(
    db,
    [...subjects.values()].flatMap(({ original }) => original.roles.map(({ entity }) => entity)),
  );
  const asRead = ({ row: { kind }, original }: Subject): AsRead => ({
    kind,
    before: (field) => fieldValue(kind, original, field, (entity) => named.get(entity) ?? null),
  });
  for (const [key, on] of grounds) {
    const derived = subjects.get(key);
    if (!derived || !on.some((ground) => own.has(ground))) continue;
    const told = on.flatMap((ground) => {
      const subject = subjects.get(ground);
      return subject ? [{ ...asRead(subject), effect: own.get(ground) ?? NO_EFFECT }] : [];
    });
    effects.set(key, onTop(effectOnDerived(asRead(derived), told), own.get(key) ?? NO_EFFECT));
  }
  return effects;
}

/** Entities in the new values of fields. */
const entitiesIn = ({ fields }: Effect): readonly NamedEntity[] => [...fields.values()].flat().filter(isNamedEntity);

const isNamedEntity = (value: unknown): value is NamedEntity =>
  typeof value === 'object' && value !== null && 'identity' in value;

async function stateUnder(
  db: Kysely<Tables>,
  { row, original }: Subject,
  { review, fields }: Effect,
  keys: ReadonlyMap<string, number>,
): Promise<ItemState> {
  const evidence = fields.get('evidence') as Span | undefined;
  const text =
    evidence || fields.has('trigger')
      ? await db.selectFrom('documents').select('text').where('key', '=', row.document).executeTakeFirstOrThrow()
      : { text: '' };
  const within = evidence ? await sentencesOf(db, row.document, evidence) : null;
  const surroundings = {
    ...text,
    keyOf: ({ identity }: NamedEntity) => keys.get(identity) ?? 0,
    sentencesOf: () => within,
  };
  const after = fields.size === 0 ? original : changedState(row.kind, original, fields, surroundings);
  // What is rejected is no telling of anything: it is compared with no other.
  return review === 'rejected' ? { ...after, block: null } : after;
}

/** What was rejected together stays together; what is compared with others than before stands alone until it is merged. */
function entryUnder({ row }: Subject, effect: Effect, after: ItemState, leads: Map<string, number>): number {
  if (effect.rejectedBy !== null) {
    const group = `${effect.rejectedBy}|${row.kind}`;
    const lead = leads.get(group) ?? row.key;
    leads.set(group, lead);
    return lead;
  }
  return row.review === 'rejected' || isRejectedAlone(effect) || after.block !== row.block ? row.key : row.entry;
}

/** Rejected with what it rests on: others that it was one with are not. */
const isRejectedAlone = ({ review, rejectedBy }: Effect): boolean => review === 'rejected' && rejectedBy === null;

/** What had been merged into an item stands alone now and is settled anew. */
async function partFrom(db: Kysely<Tables>, key: number, stale: Stale): Promise<void> {
  const left = await db.selectFrom('items').selectAll().where('entry', '=', key).where('key', '<>', key).execute();
  await db
    .updateTable('items')
    .set((eb) => ({ entry: eb.ref('key') }))
    .where('entry', '=', key)
    .execute();
  for (const row of left) {
    markState(stale, row, row);
    stale.lists.add(row.key);
  }
}

async function keepOriginal(db: Kysely<Tables>, { row, original }: Subject, { review }: Effect): Promise<void> {
  if (review === 'machine') await db.deleteFrom('machine_items').where('item', '=', row.key).execute();
  else {
    await db
      .insertInto('machine_items')
      .values({ item: row.key, original: JSON.stringify(original) })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

async function save(
  db: Kysely<Tables>,
  { row, parts }: Subject,
  after: ItemState,
  { review }: Effect,
  entry: number,
): Promise<void> {
  const { roles, ...columns } = after;
  await db
    .updateTable('items')
    .set({ ...columns, review, entry })
    .where('key', '=', row.key)
    .execute();
  if (isSame(roles, parts)) return;
  await db.deleteFrom('roles').where('item', '=', row.key).execute();
  const rows = roles.map(({ role, entity }, n) => ({ item: row.key, role, n, entity }));
  for (const piece of inPieces(rows)) await db.insertInto('roles').values(piece).execute();
}

interface Stale {
  readonly blocks: Set<string>;
  readonly entities: Set<number>;
  readonly lists: Set<number>;
  readonly tellings: Set<number>;
}

function markAll(stale: Stale, { row, parts }: Subject, after: ItemState | null): void {
  stale.lists.add(row.key).add(row.entry);
  for (const state of [row, after]) if (state) markState(stale, row, state);
  if (!after || !isSame(after.roles, parts)) for (const { entity } of parts) stale.entities.add(entity);
}

type Placed = Pick<ItemState, 'block'>;

function markState({ blocks, tellings }: Stale, { key }: ItemRow, { block }: Placed): void {
  if (block !== null) {
    blocks.add(block);
    tellings.add(key);
  }
}

async function blockOfEvent(db: Kysely<Tables>, { refers }: ItemRow): Promise<readonly string[]> {
  const event = await db.selectFrom('items').select('block').where('key', '=', refers).executeTakeFirst();
  return event?.block ? [event.block] : [];
}

/** Both are plain data with their fields in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
