// Joins the tellings of one event or development, and of the meetings that are events, in the blocks that documents touched.
import { sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { mark } from '../review/stale.ts';
import { periodOf } from '../schema/period.ts';
import { sameEvents } from './merge-events.ts';
import { type BlockTelling, tellingsOf } from './tellings.ts';

export async function settleEvents(writing: Writing): Promise<void> {
  const { db } = writing;
  const blocks = await db.selectFrom('stale_blocks').select('block').orderBy('block').execute();
  const periods = new Set<string>();
  for (const { block } of blocks) {
    const tellings = await tellingsOf(db, block);
    const entries = entriesOf(tellings);
    const periodsOf = new Map(tellings.map(({ key, start, end }) => [key, periodOf(start, end)]));
    const moved = tellings.filter(({ key, entry }) => entries.get(key) !== entry);
    await writing.update(
      'items',
      moved.map(({ key }) => ({ key, entry: entries.get(key) ?? key })),
    );
    await mark(db, 'stale_lists', new Set(moved.flatMap(({ key, entry }) => [key, entry, entries.get(key) ?? key])));
    for (const { key, kind, entry } of moved) {
      if (kind !== 'event') continue;
      for (const touched of [key, entry, entries.get(key) ?? key]) periods.add(periodsOf.get(touched) ?? '');
    }
    await settleMeetings(writing, block);
  }
  await mark(db, 'stale_periods', periods);
  await db.deleteFrom('stale_blocks').execute();
}

/** The entry of each telling: the one that leads those telling the same, its own where it stands alone. */
function entriesOf(tellings: readonly BlockTelling[]): ReadonlyMap<number, number> {
  const entries = new Map(tellings.map(({ key }) => [key, key]));
  const rank = new Map(tellings.map(({ key }, at) => [key, at]));
  for (const group of sameEvents(tellings)) {
    // Tellings come in order of precision and date: the first leads.
    const lead = group.reduce((best, key) => ((rank.get(key) ?? 0) < (rank.get(best) ?? 0) ? key : best));
    for (const key of group) entries.set(key, lead);
  }
  return entries;
}

/** Meetings are one where the events they are, are one. */
async function settleMeetings(writing: Writing, block: string): Promise<void> {
  const { rows } = await sql<{ key: number; entry: number; event: number }>`
    SELECT m.key, m.entry, e.entry AS event
    FROM items e JOIN items m ON m.refers = e.key AND m.kind = 'meeting' AND m.review <> 'rejected'
      JOIN documents d ON d.key = m.document
    WHERE e.block = ${block}
    ORDER BY e.entry, e.key <> e.entry, d.published_start IS NULL, d.published_start, d.id, d.text_hash, m.n`.execute(
    writing.db,
  );
  const leads = new Map<number, number>();
  for (const { key, event } of rows) if (!leads.has(event)) leads.set(event, key);
  const moved = rows.filter(({ entry, event }) => leads.get(event) !== entry);
  await writing.update(
    'items',
    moved.map(({ key, event }) => ({ key, entry: leads.get(event) ?? key })),
  );
  const touched = moved.flatMap(({ key, entry, event }) => [key, entry, leads.get(event) ?? key]);
  await mark(writing.db, 'stale_lists', new Set(touched));
}
