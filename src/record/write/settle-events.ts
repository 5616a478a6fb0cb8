// Joins the tellings of one event or development, and of the meetings that are events, in the blocks that documents touched.
import type { Database } from 'better-sqlite3';
import { sameEvents, type Telling } from './merge-events.ts';

export function settleEvents(db: Database): void {
  const blocks = db.prepare('SELECT block FROM stale_blocks ORDER BY block').pluck().all() as string[];
  const alone = db.prepare('UPDATE items SET entry = key WHERE block = ? AND entry <> key');
  const join = db.prepare('UPDATE items SET entry = ? WHERE key = ?');
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
  if (blocks.length > 0) settleMeetings(db);
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

interface Row extends Pick<Telling, 'key' | 'document' | 'type' | 'start' | 'end' | 'n' | 'trigger'> {
  readonly kind: 'event' | 'development';
  readonly modality: string | null;
  readonly roles: string;
}

/** Tellings of a block: the most exact date first, then the earliest document, then the place in it. */
function tellingsLoader(db: Database): (block: string) => readonly Telling[] {
  const rows = db.prepare(
    `SELECT i.key, i.kind, i.document, i.state AS modality, i.type, i.time_start AS start, i.time_end AS "end", i.n,
       coalesce(i.trigger, '') AS trigger,
       (SELECT coalesce(json_group_array(json_array(r.role, e.id, e.kind)), '[]') FROM roles r
         JOIN entities m ON m.key = r.entity JOIN entities e ON e.key = m.entity WHERE r.item = i.key) AS roles
     FROM items i JOIN documents d ON d.key = i.document WHERE i.block = ?
     ORDER BY julianday(i.time_end) - julianday(i.time_start), d.published_start IS NULL, d.published_start,
       d.id, d.text_hash, i.n`,
  );
  return (block) =>
    (rows.all(block) as Row[]).map(({ kind, modality, roles, ...row }) => {
      const parts = JSON.parse(roles) as [role: string, id: string, kind: string][];
      const inRole = (role: string) => parts.filter(([name]) => name === role).map(([, id]) => id);
      if (kind === 'development') return developmentTelling(row, inRole);
      return {
        ...row,
        modality: modality ?? '',
        actor: inRole('actor'),
        recipient: inRole('recipient'),
        about: inRole('about'),
        place: inRole('place')[0] ?? null,
        ofBody: inRole('actor').length === 1 && parts.some(([role, , kind]) => role === 'actor' && kind === 'body'),
      };
    });
}

/** What became of an agreement is compared as an event of its own type, done to the agreement by the same ones. */
function developmentTelling(
  row: Omit<Row, 'kind' | 'modality' | 'roles'>,
  inRole: (role: string) => readonly string[],
): Telling {
  const by = inRole('by');
  return {
    ...row,
    modality: '',
    actor: by.length > 0 ? by : [NOBODY],
    recipient: inRole('agreement'),
    about: [],
    place: null,
    ofBody: false,
  };
}

/** Stands for those whom the text does not name; no entity has this id. */
const NOBODY = '';
