// Joins the tellings of one event or development, and of the meetings that are events, where documents touched them.
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { inPieces } from '../query/links.ts';
import { mark } from '../review/stale.ts';
import type { Tables } from '../schema/tables.ts';
import { affectedBy } from './affected.ts';
import { byDocument, type Ordered } from './by-document.ts';
import { groupsOf, sameEvents } from './merge-events.ts';
import { type BlockTelling, tellingsIn, tellingsOf } from './tellings.ts';
import { type DatedTie, tieAnew, untie } from './ties.ts';

/** A block is merged as a whole where more than this part of its tellings, and more than so many, are stale. */
const MUCH = 1 / 4;
const MANY = 100;

/** What is stale is merged with what ties connect it to; where most of a block is, or decisions are to start anew, the block is. */
export async function settleEvents(writing: Writing): Promise<void> {
  const { db } = writing;
  const stale = new Set((await db.selectFrom('stale_tellings').select('item').execute()).map(({ item }) => item));
  for (const block of await wholeBlocks(db)) {
    const tellings = await tellingsIn(db, block);
    const changed = tellings.filter(({ key }) => stale.has(key));
    await tieAnew(writing, changed);
    for (const { key } of changed) stale.delete(key);
    await merge(writing, tellings, sameEvents(tellings));
  }
  const changed: DatedTie[] = await db.selectFrom('stale_ties').selectAll().execute();
  for (const piece of inPieces([...stale])) {
    changed.push(...(await untie(db, piece)), ...(await tieAnew(writing, await tellingsOf(db, piece))));
  }
  const { keys, joined } = await affectedBy(db, changed);
  const tellings = await tellingsOf(db, keys);
  await merge(writing, tellings, groupsOf(tellings, joined));
  for (const table of ['stale_blocks', 'stale_tellings', 'stale_ties'] as const) await db.deleteFrom(table).execute();
}

async function wholeBlocks(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ block: string }>`
    SELECT block FROM stale_blocks
    UNION
    SELECT block FROM (
      SELECT i.block, count(*) AS stale FROM stale_tellings s CROSS JOIN items i
      WHERE i.key = s.item AND i.block IS NOT NULL GROUP BY i.block HAVING count(*) > ${sql.lit(MANY)}
    ) AS counted WHERE stale > ${sql.lit(MUCH)} * (SELECT count(*) FROM items o WHERE o.block = counted.block)
    ORDER BY block`.execute(db);
  return rows.map(({ block }) => block);
}

/** Gives each telling its entry. @param tellings all that share an event with one of them are among them */
async function merge(
  writing: Writing,
  tellings: readonly BlockTelling[],
  groups: readonly (readonly number[])[],
): Promise<void> {
  const { db } = writing;
  const entries = entriesOf(tellings, groups);
  const moved = tellings.filter(({ key, entry }) => entries.get(key) !== entry);
  await writing.update(
    'items',
    moved.map(({ key }) => ({ key, entry: entries.get(key) ?? key })),
  );
  await mark(db, 'stale_lists', new Set(moved.flatMap(({ key, entry }) => [key, entry, entries.get(key) ?? key])));
  await mergeMeetings(
    writing,
    tellings.flatMap(({ key, kind }) => (kind === 'event' ? [key] : [])),
  );
}

/** The entry of each telling: the one that leads those telling the same, its own where it stands alone. */
function entriesOf(
  tellings: readonly BlockTelling[],
  groups: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const entries = new Map(tellings.map(({ key }) => [key, key]));
  const rank = new Map(tellings.map(({ key }, at) => [key, at]));
  for (const group of groups) {
    // Tellings come in order of precision and date: the first leads.
    const lead = group.reduce((best, key) => ((rank.get(key) ?? 0) < (rank.get(best) ?? 0) ? key : best));
    for (const key of group) entries.set(key, lead);
  }
  return entries;
}

interface MeetingRow extends Ordered {
  readonly entry: number;
  /** Entry of the event that it is, and whether it is told where the event's lead is. */
  readonly event: number;
  readonly leads: number;
}

/** Meetings are one where the events they are, are one. */
async function mergeMeetings({ db, update }: Writing, events: readonly number[]): Promise<void> {
  const rows: MeetingRow[] = [];
  for (const piece of inPieces(events)) {
    const found = await sql<MeetingRow>`
      SELECT m.key, m.entry, e.entry AS event, CASE WHEN e.key = e.entry THEN 1 ELSE 0 END AS leads,
        d.published_start AS published, d.id, d.text_hash AS hash, m.n
      FROM items e JOIN items m ON m.refers = e.key AND m.kind = 'meeting' AND m.review <> 'rejected'
        JOIN documents d ON d.key = m.document
      WHERE e.key IN (${sql.join(piece)})`.execute(db);
    rows.push(...found.rows);
  }
  rows.sort(inOrder);
  const leads = new Map<number, number>();
  for (const { key, event } of rows) if (!leads.has(event)) leads.set(event, key);
  const moved = rows.filter(({ entry, event }) => leads.get(event) !== entry);
  await update(
    'items',
    moved.map(({ key, event }) => ({ key, entry: leads.get(event) ?? key })),
  );
  const touched = moved.flatMap(({ key, entry, event }) => [key, entry, leads.get(event) ?? key]);
  await mark(db, 'stale_lists', new Set(touched));
}

/** The meeting told with the event's lead first, then by document. */
const inOrder = (a: MeetingRow, b: MeetingRow): number => b.leads - a.leads || byDocument(a, b);
