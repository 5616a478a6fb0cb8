// What the words of events name besides what was read of them: days, places, and the level of a meeting.
import { type Kysely, sql } from 'kysely';
import type { MeetingLevel } from '../../../model/items.ts';
import { type DayInterval, daysOf } from '../../dates.ts';
import { addTo } from '../../group-by.ts';
import type { Tables } from '../../schema/tables.ts';
import { inPieces } from '../links.ts';

export interface Named {
  /** The days that dates among the words mean. */
  readonly days: readonly DayInterval[];
  /** Ids of places among the words. */
  readonly places: readonly string[];
  /** Of the meetings that it is; "other" says nothing. */
  readonly levels: readonly MeetingLevel[];
}

export const NOTHING_NAMED: Named = { days: [], places: [], levels: [] };

/**
 * What the words of each event name, in any of its tellings.
 * @param keys of record items
 */
export async function namedIn(
  db: Kysely<Tables>,
  keys: readonly number[],
  known: string | null,
): Promise<ReadonlyMap<number, Named>> {
  const days = new Map<number, DayInterval[]>();
  const places = new Map<number, string[]>();
  const levels = new Map<number, MeetingLevel[]>();
  const heard =
    known === null ? sql`` : sql`AND i.document IN (SELECT key FROM documents WHERE published_end <= ${known})`;
  for (const piece of inPieces(keys)) {
    const of = sql`i.entry IN (${sql.join(piece)}) ${heard}`;
    const times = await sql<{ entry: number; value: string }>`
      SELECT i.entry, t.value FROM items i JOIN times t
        ON t.document = i.document AND t.start >= i.start AND t."end" <= i."end"
      WHERE ${of} AND t.type IN ('DATE', 'TIME')`.execute(db);
    for (const { entry, value } of times.rows) {
      const meant = daysOf(value);
      if (meant) addTo(days, entry, meant);
    }
    const mentioned = await sql<{ entry: number; id: string }>`
      SELECT DISTINCT i.entry, e.id FROM items i
        JOIN document_entities n ON n.document = i.document
        JOIN entities told ON told.key = n.entity AND told.kind = 'place'
        JOIN entities e ON e.key = told.entity
        JOIN mentions m ON m.document = n.document AND m.n = n.n AND m.start >= i.start AND m."end" <= i."end"
      WHERE ${of}`.execute(db);
    for (const { entry, id } of mentioned.rows) addTo(places, entry, id);
    const meetings = await sql<{ entry: number; level: MeetingLevel }>`
      SELECT DISTINCT i.entry, m.type AS level FROM items i JOIN items m ON m.refers = i.key AND m.kind = 'meeting'
      WHERE ${of} AND m.type <> 'other'`.execute(db);
    for (const { entry, level } of meetings.rows) addTo(levels, entry, level);
  }
  return new Map(
    keys.map((key) => [
      key,
      { days: days.get(key) ?? [], places: places.get(key) ?? [], levels: levels.get(key) ?? [] },
    ]),
  );
}
