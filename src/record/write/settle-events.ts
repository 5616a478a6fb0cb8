// Joins the tellings of one event or development, and of the meetings that are events, in the blocks that documents touched.
import type { Database } from 'better-sqlite3';
import { sameEvents } from './merge-events.ts';
import { tellingsLoader } from './tellings.ts';

export function settleEvents(db: Database): void {
  const blocks = db.prepare('SELECT block FROM stale_blocks ORDER BY block').pluck().all() as string[];
  const alone = db.prepare('UPDATE items SET entry = key WHERE block = ? AND entry <> key');
  const join = db.prepare('UPDATE items SET entry = ? WHERE key = ?');
  if (blocks.length === 0) return;
  const load = tellingsLoader(db);
  for (const block of blocks) {
    alone.run(block);
    const tellings = load(block);
    const rank = new Map(tellings.map(({ key }, at) => [key, at]));
    for (const group of sameEvents(tellings)) {
      // Tellings come in order of precision and date: the first leads.
      const lead = group.reduce((best, key) => ((rank.get(key) ?? 0) < (rank.get(best) ?? 0) ? key : best));
      for (const key of group) join.run(lead, key);
    }
  }
  settleMeetings(db);
  db.exec('DELETE FROM stale_blocks');
}

/** Meetings are one where the events they are, are one. */
function settleMeetings(db: Database): void {
  db.exec(`
    WITH told AS (
      SELECT m.key, first_value(m.key) OVER (
        PARTITION BY e.entry ORDER BY e.key <> e.entry, d.published_start IS NULL, d.published_start, d.id, d.text_hash, m.n
      ) AS lead
      FROM items m JOIN items e ON e.key = m.refers JOIN documents d ON d.key = m.document WHERE m.kind = 'meeting'
    )
    UPDATE items SET entry = told.lead FROM told WHERE told.key = items.key AND items.entry <> told.lead`);
}
