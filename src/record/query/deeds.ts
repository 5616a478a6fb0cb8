// What is looked at of an event to see whether it answers another: of hundreds only those that do are looked up in full.
import { type Kysely, sql } from 'kysely';
import type { Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import type { Span } from '../../model/span.ts';
import { addTo } from '../group-by.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, EventView, RecordDate } from '../views.ts';
import { knownDay, worldDay } from './as-of.ts';
import { mostExact } from './hydrate.ts';
import { inPieces } from './links.ts';

/** Parties are ids of entities, those of all tellings. */
export interface Deed {
  readonly id: string;
  readonly type: EventType;
  readonly modality: Modality;
  readonly cameo: string | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly about: readonly string[];
  readonly time: Pick<RecordDate, 'value' | 'start' | 'end'>;
  /** When the first document that tells it was published. */
  readonly told: Pick<RecordDate, 'start' | 'end'>;
  readonly background: boolean;
  /** Where it is told: document and words. */
  readonly places: readonly { readonly document: string; readonly span: Span }[];
}

export function deedOf({ actor, recipient, about, evidence, ...event }: EventView): Deed {
  const ids = (links: readonly { readonly id: string }[]) => links.map(({ id }) => id);
  const published = evidence[0]?.document.published;
  return {
    ...event,
    actor: ids(actor),
    recipient: ids(recipient),
    about: ids(about),
    told: { start: published?.start ?? null, end: published?.end ?? null },
    places: evidence.map(({ document, span }) => ({ document: document.id, span })),
  };
}

/** A deed with the key of its record item. */
export interface KeyedDeed extends Deed {
  readonly key: number;
}

/** Those of these events that had happened and were known at the two dates. */
export async function deedsOf(
  db: Kysely<Tables>,
  keys: readonly number[],
  asOf: AsOf | undefined,
): Promise<readonly KeyedDeed[]> {
  const world = worldDay(asOf);
  const deeds: KeyedDeed[] = [];
  for (const piece of inPieces(keys)) {
    const groups = new Map<number, Row[]>();
    for (const row of await rowsOf(db, piece, knownDay(asOf))) {
      addTo(groups, row.entry, row);
    }
    const parts = await partsOf(db, [...groups.values()].flat());
    for (const [key, rows] of groups) {
      const lead = rows.find((row) => row.key === row.entry) ?? mostExact(rows);
      if (!lead) continue;
      const isPast =
        lead.time_start === null
          ? rows.some((row) => (row.told_end ?? '~') <= (world ?? ''))
          : lead.time_start <= (world ?? '');
      if (world === null || isPast) deeds.push(deedIn(key, lead, rows, parts));
    }
  }
  return deeds;
}

type Row = Pick<
  Tables['items'],
  | 'key'
  | 'entry'
  | 'id'
  | 'type'
  | 'state'
  | 'time_value'
  | 'time_start'
  | 'time_end'
  | 'background'
  | 'start'
  | 'end'
  | 'details'
> & { readonly document: string; readonly told_start: string | null; readonly told_end: string | null };

/** All tellings, in the order in which a view shows them. */
async function rowsOf(db: Kysely<Tables>, entries: readonly number[], known: string | null): Promise<readonly Row[]> {
  return db
    .selectFrom('items as i')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .where('i.entry', 'in', entries)
    .$if(known !== null, (query) => query.where('d.published_end', '<=', known))
    .select(['i.key', 'i.entry', 'i.id', 'i.type', 'i.state', 'i.time_value', 'i.time_start', 'i.time_end'])
    .select(['i.background', 'i.start', 'i.end', 'i.details', 'd.public_id as document'])
    .select(['d.published_start as told_start', 'd.published_end as told_end'])
    .orderBy(sql`d.published_start IS NULL`)
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('i.start')
    .orderBy('i.n')
    .execute();
}

type Parts = ReadonlyMap<string, readonly string[]>;

/** Ids of those who take part, by item and role. */
async function partsOf(db: Kysely<Tables>, rows: readonly Row[]): Promise<Parts> {
  const parts = new Map<string, string[]>();
  for (const piece of inPieces(rows.map(({ key }) => key))) {
    const found = await db
      .selectFrom('roles as r')
      .innerJoin('entities as n', 'n.key', 'r.entity')
      .innerJoin('entities as e', 'e.key', 'n.entity')
      .where('r.item', 'in', piece)
      .where('r.role', 'in', ['actor', 'recipient', 'about'])
      .select(['r.item', 'r.role', 'e.id'])
      .orderBy('r.n')
      .execute();
    for (const { item, role, id } of found) addTo(parts, `${item} ${role}`, id);
  }
  return parts;
}

function deedIn(key: number, lead: Row, rows: readonly Row[], parts: Parts): KeyedDeed {
  const inRole = (role: string) => [
    ...new Set([lead, ...rows].flatMap((row) => parts.get(`${row.key} ${role}`) ?? [])),
  ];
  return {
    key,
    id: lead.id,
    type: lead.type as EventType,
    modality: lead.state as Modality,
    cameo: (JSON.parse(lead.details) as { cameo?: string | null }).cameo ?? null,
    actor: inRole('actor'),
    recipient: inRole('recipient'),
    about: inRole('about'),
    time: { value: lead.time_value, start: lead.time_start, end: lead.time_end },
    told: { start: rows[0]?.told_start ?? null, end: rows[0]?.told_end ?? null },
    background: rows.every(({ background }) => background === 1),
    places: rows.map(({ document, start, end }) => ({ document, span: [start, end] })),
  };
}
