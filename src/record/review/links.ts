// Merges and splits of items, on top of what the reader's own merging found.
import type { Kysely } from 'kysely';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { resolve } from './anchors.ts';
import type { Anchor, ReviewEntry } from './entry.ts';
import { holding } from './holding.ts';
import { linkEntries } from './journal.ts';
import { mark } from './stale.ts';

type Found = ReadonlyMap<Anchor, readonly number[]>;

/**
 * Before events are merged anew: where a merge or split has an item among those to be merged, or is itself new or taken
 * back, all its items are, so that decisions always start from what the reader's merging finds.
 * @param changed ids of entries that came, or were taken back, since
 * @returns ids of the entries whose items start anew
 */
export async function unlinkItems(db: Kysely<Tables>, changed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const entries = (await linkEntries(db)).filter(({ what }) => what !== 'undone');
  if (entries.length === 0) return new Set();
  const found = await rowsOf(db, entries);
  const keysOf = entries.map((entry) => ({
    entry,
    keys: anchorsIn(entry).flatMap((anchor) => found.get(anchor) ?? []),
  }));
  const facts = await factsOf(
    db,
    keysOf.flatMap(({ keys }) => keys),
  );
  const stale = await touchedBlocks(db);
  const anew = new Set<string>();
  const open = new Set(keysOf);
  const loose = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const link of open) {
      const blocks = link.keys.flatMap((key) => facts.get(key)?.block ?? []);
      const isTouched =
        changed.has(link.entry.id) ||
        blocks.some((block) => stale.has(block)) ||
        standsApart(link.entry, link.keys, facts);
      if (!isTouched && !link.keys.some((key) => loose.has(key))) continue;
      open.delete(link);
      for (const block of blocks) {
        stale.add(block);
        anew.add(block);
      }
      for (const key of link.keys) loose.add(key);
      grown = true;
    }
  }
  await mark(db, 'stale_blocks', anew);
  const alone = [...loose].filter((key) => {
    const fact = facts.get(key);
    return fact && fact.block === null && fact.review !== 'rejected';
  });
  for (const piece of inPieces(alone)) {
    const met = db
      .selectFrom('items')
      .select(['key', 'entry'])
      .where('refers', 'in', piece)
      .where('kind', '=', 'meeting');
    await mark(db, 'stale_lists', new Set((await met.execute()).flatMap(({ key, entry }) => [key, entry])));
    await db
      .updateTable('items')
      .set((eb) => ({ entry: eb.ref('key') }))
      .where((eb) => eb.or([eb('key', 'in', piece), eb.and([eb('refers', 'in', piece), eb('kind', '=', 'meeting')])]))
      .where('review', '<>', 'rejected')
      .execute();
  }
  await mark(db, 'stale_lists', new Set(alone.flatMap((key) => [key, facts.get(key)?.entry ?? key])));
  return new Set(keysOf.filter((link) => !open.has(link)).map(({ entry }) => entry.id));
}

/**
 * After events were merged: joins and parts items as the merges and splits that hold say, in their order.
 * @param anew ids of the entries whose items start anew; the others are as they were left
 */
export async function linkItems(db: Kysely<Tables>, anew: ReadonlySet<string>): Promise<void> {
  if (anew.size === 0) return;
  const entries = holding(await linkEntries(db)).filter(({ id }) => anew.has(id));
  if (entries.length === 0) return;
  const found = await rowsOf(db, entries);
  for (const entry of entries) {
    const keys = await unrejected(
      db,
      entry.items.flatMap((anchor) => found.get(anchor) ?? []),
    );
    if (entry.what === 'merged') await join(db, keys);
    else {
      const staying = (entry.from?.items ?? []).flatMap((anchor) => found.get(anchor) ?? []);
      await part(db, keys, new Set(staying));
    }
  }
}

/** Blocks in which anything is to be merged anew. */
async function touchedBlocks(db: Kysely<Tables>): Promise<Set<string>> {
  const marked = db.selectFrom('stale_blocks').select('block');
  const told = db
    .selectFrom('stale_tellings as s')
    .innerJoin('items as i', 'i.key', 's.item')
    .where('i.block', 'is not', null)
    .select((eb) => eb.ref('i.block').$castTo<string>().as('block'));
  return new Set((await marked.union(told).execute()).map(({ block }) => block));
}

/** Whether what a merge joined is not together: items without a block that were read again, which nothing else marks. */
function standsApart({ what }: ReviewEntry, keys: readonly number[], facts: ReadonlyMap<number, Facts>): boolean {
  const present = keys.flatMap((key) => facts.get(key) ?? []).filter(({ review }) => review !== 'rejected');
  return what === 'merged' && new Set(present.map(({ entry }) => entry)).size > 1;
}

async function join(db: Kysely<Tables>, keys: readonly number[]): Promise<void> {
  const facts = await factsOf(db, keys);
  const lead = facts.get(keys[0] ?? -1)?.entry;
  if (lead === undefined) return;
  const others = [...new Set([...facts.values()].map(({ entry }) => entry))].filter((entry) => entry !== lead);
  if (others.length === 0) return;
  await moveGroups(db, await groupsOf(db, [lead, ...others]), () => lead);
}

async function part(db: Kysely<Tables>, keys: readonly number[], staying: ReadonlySet<number>): Promise<void> {
  const apart = new Set(keys);
  const facts = await factsOf(db, keys);
  const group = await groupsOf(
    db,
    [...facts.values()].map(({ entry }) => entry),
  );
  const byEntry = new Map<number, Grouped[]>();
  for (const row of group) addTo(byEntry, row.entry, row);
  for (const rows of byEntry.values()) {
    if (!rows.some(({ key }) => staying.has(key))) continue;
    const out = rows.filter(({ key }) => apart.has(key));
    const rest = rows.filter(({ key }) => !apart.has(key));
    const lead = (of: readonly Grouped[]) => of.find(({ key, entry }) => key === entry)?.key ?? of[0]?.key ?? 0;
    const [outLead, restLead] = [lead(out), lead(rest)];
    await moveGroups(db, rows, ({ key }) => (apart.has(key) ? outLead : restLead));
  }
}

interface Grouped {
  readonly key: number;
  readonly entry: number;
  readonly kind: string;
  readonly time_start: string | null;
  readonly time_end: string | null;
}

/** All tellings of record items, the earliest document's first. */
async function groupsOf(db: Kysely<Tables>, entries: readonly number[]): Promise<readonly Grouped[]> {
  const rows: Grouped[] = [];
  for (const piece of inPieces([...new Set(entries)])) {
    const found = await db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .select(['i.key', 'i.entry', 'i.kind', 'i.time_start', 'i.time_end'])
      .where('i.entry', 'in', piece)
      .orderBy((eb) => eb('d.published_start', 'is', null))
      .orderBy('d.published_start')
      .orderBy('d.id')
      .orderBy('d.text_hash')
      .orderBy('i.start')
      .orderBy('i.n')
      .execute();
    rows.push(...found);
  }
  return rows;
}

/** Gives rows their new entries, meetings along with the events that they are. */
async function moveGroups(
  db: Kysely<Tables>,
  rows: readonly Grouped[],
  entryOf: (row: Grouped) => number,
): Promise<void> {
  for (const row of rows) {
    const entry = entryOf(row);
    if (entry !== row.entry) await db.updateTable('items').set({ entry }).where('key', '=', row.key).execute();
  }
  await mark(db, 'stale_lists', new Set(rows.flatMap((row) => [row.key, row.entry, entryOf(row)])));
  const events = rows.filter(({ kind }) => kind === 'event');
  const leads = new Map<number, number>();
  const ordered = [...events].sort((a, b) => Number(entryOf(a) !== a.key) - Number(entryOf(b) !== b.key));
  for (const event of ordered) {
    const meetings = await db
      .selectFrom('items')
      .select(['key', 'entry'])
      .where('refers', '=', event.key)
      .where('kind', '=', 'meeting')
      .where('review', '<>', 'rejected')
      .orderBy('n')
      .execute();
    for (const { key, entry } of meetings) {
      const lead = leads.get(entryOf(event)) ?? key;
      await mark(db, 'stale_lists', new Set([key, entry, lead]));
      leads.set(entryOf(event), lead);
      await db.updateTable('items').set({ entry: lead }).where('key', '=', key).execute();
    }
  }
}

const anchorsIn = ({ items, from }: ReviewEntry): readonly Anchor[] => [...items, ...(from?.items ?? [])];

async function rowsOf(db: Kysely<Tables>, entries: readonly ReviewEntry[]): Promise<Found> {
  const resolved = await resolve(
    db,
    entries.flatMap(anchorsIn).map((anchor) => ({ anchor })),
  );
  return new Map([...resolved].map(([anchor, there]) => [anchor, 'rows' in there ? there.rows : []]));
}

async function unrejected(db: Kysely<Tables>, keys: readonly number[]): Promise<readonly number[]> {
  const facts = await factsOf(db, keys);
  return keys.filter((key) => facts.get(key)?.review !== 'rejected');
}

type Facts = Pick<Tables['items'], 'key' | 'entry' | 'kind' | 'block' | 'review' | 'time_start' | 'time_end'>;

async function factsOf(db: Kysely<Tables>, keys: readonly number[]): Promise<ReadonlyMap<number, Facts>> {
  const facts = new Map<number, Facts>();
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = await db
      .selectFrom('items')
      .select(['key', 'entry', 'kind', 'block', 'review', 'time_start', 'time_end'])
      .where('key', 'in', piece)
      .execute();
    for (const row of rows) facts.set(row.key, row);
  }
  return facts;
}
