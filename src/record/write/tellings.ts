// Loads what is compared of the tellings of events and developments, a block at a time.
import type { Database } from 'better-sqlite3';
import type { Telling } from './merge-events.ts';

interface Row extends Pick<Telling, 'key' | 'document' | 'type' | 'start' | 'end' | 'n' | 'trigger' | 'level'> {
  readonly kind: 'event' | 'development';
  readonly modality: string | null;
  /** JSON: role, entity's id and kind, and ids of the parties in its name, of each part. */
  readonly roles: string;
}

type Part = readonly [role: string, id: string, kind: string, named: readonly string[]];

/** Stands for those whom the text does not name; no entity has this id. */
const NOBODY = '';

/** Meetings of this level may be of any. */
const UNKNOWN_LEVEL = 'other';

/** Ids of the parties that the document's name for a part holds. */
const NAMED = `(SELECT json_group_array(w.id) FROM document_entities x
  JOIN named_parties p ON p.document = x.document AND p.n = x.n
  JOIN entities q ON q.key = p.entity JOIN entities w ON w.key = q.entity
  WHERE x.document = i.document AND x.entity = r.entity)`;

/** Gives the tellings of a block: the most exact date first, then the earliest document, then the place in it. */
export function tellingsLoader(db: Database): (block: string) => readonly Telling[] {
  const rows = db.prepare(
    `SELECT i.key, i.kind, i.document, i.state AS modality, i.type, i.time_start AS start, i.time_end AS "end", i.n,
       coalesce(i.trigger, '') AS trigger,
       (SELECT nullif(min(m.type), '${UNKNOWN_LEVEL}') FROM items m WHERE m.refers = i.key AND m.kind = 'meeting') AS level,
       (SELECT coalesce(json_group_array(json_array(r.role, e.id, e.kind, json(${NAMED}))), '[]') FROM roles r
         JOIN entities m ON m.key = r.entity JOIN entities e ON e.key = m.entity WHERE r.item = i.key) AS roles
     FROM items i JOIN documents d ON d.key = i.document WHERE i.block = ?
     ORDER BY julianday(i.time_end) - julianday(i.time_start), d.published_start IS NULL, d.published_start,
       d.id, d.text_hash, i.n`,
  );
  return (block) =>
    (rows.all(block) as Row[]).map(({ roles, ...row }) => {
      const parts = JSON.parse(roles) as readonly Part[];
      return row.kind === 'event' ? eventTelling(row, parts) : developmentTelling(row, parts);
    });
}

const inRole = (parts: readonly Part[], role: string) => parts.filter(([name]) => name === role).map(([, id]) => id);

function eventTelling({ kind, modality, ...row }: Omit<Row, 'roles'>, parts: readonly Part[]): Telling {
  const actors = parts.filter(([role]) => role === 'actor');
  const met = parts.filter(([role]) => role === 'actor' || role === 'recipient');
  return {
    ...row,
    modality: modality ?? '',
    actor: inRole(parts, 'actor'),
    recipient: inRole(parts, 'recipient'),
    about: inRole(parts, 'about'),
    place: inRole(parts, 'place')[0] ?? null,
    ofBody: actors.length === 1 && actors[0]?.[2] === 'body',
    named: met.map(([, , , named]) => named),
  };
}

/** What became of an agreement is compared as an event of its own type, done to the agreement by the same ones. */
function developmentTelling({ kind, ...row }: Omit<Row, 'roles'>, parts: readonly Part[]): Telling {
  const by = inRole(parts, 'by');
  return {
    ...row,
    modality: '',
    actor: by.length > 0 ? by : [NOBODY],
    recipient: inRole(parts, 'agreement'),
    about: [],
    place: null,
    ofBody: false,
    named: [],
  };
}
