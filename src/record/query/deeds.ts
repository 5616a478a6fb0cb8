// What is looked at of an event to see whether it answers another: of hundreds only those that do are looked up in full.
import { type Kysely, sql } from 'kysely';
import type { Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import type { Span } from '../../model/span.ts';
import { addTo } from '../group-by.ts';
import type { Tables } from '../schema/tables.ts';
import type { RecordDate } from '../views.ts';
import { mostExact } from './hydrate.ts';
import { inPieces } from './links.ts';

/** Parties are ids of entities, those of all tellings. */
export interface Deed {
  /** Key of its record item. */
  readonly key: number;
  readonly id: string;
  readonly type: EventType;
  readonly modality: Modality;
  readonly cameo: string | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly about: readonly string[];
  /** Where it was, as an entity; several where tellings differ. */
  readonly place: readonly string[];
  readonly time: RecordDate;
  /** When the first document that tells it was published. */
  readonly told: Pick<RecordDate, 'start' | 'end'>;
  readonly background: boolean;
  /** Where it is told: document and words. */
  readonly places: readonly { readonly document: string; readonly span: Span }[];
}

/**
 * These events as documents tell them that were published by a day.
 * @param known the last day of knowledge, null for all
 */
export async function deedsOf(
  db: Kysely<Tables>,
  keys: readonly number[],
  known: string | null,
): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  for (const piece of inPieces(keys)) {
    const groups = new Map<number, Row[]>();
    for (const row of await rowsOf(db, piece, known)) {
      addTo(groups, row.entry, row);
    }
    const parts = await partsOf(db, [...groups.values()].flat());
    for (const [key, rows] of groups) {
      const lead = rows.find((row) => row.key === row.entry) ?? mostExact(rows);
      if (lead) deeds.push(deedIn(key, lead, rows, parts));
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
  | 'time_basis'
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
    .select([
      'i.key',
      'i.entry',
      'i.id',
      'i.type',
      'i.state',
      'i.time_value',
      'i.time_basis',
      'i.time_start',
      'i.time_end',
    ])
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
      .where('r.role', 'in', ['actor', 'recipient', 'about', 'place'])
      .select(['r.item', 'r.role', 'e.id'])
      .orderBy('r.n')
      .execute();
    for (const { item, role, id } of found) addTo(parts, `${item} ${role}`, id);
  }
  return parts;
}

function deedIn(key: number, lead: Row, rows: readonly Row[], parts: Parts): Deed {
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
    place: inRole('place'),
    time: { value: lead.time_value, start: lead.time_start, end: lead.time_end, basis: lead.time_basis },
    told: { start: rows[0]?.told_start ?? null, end: rows[0]?.told_end ?? null },
    background: rows.every(({ background }) => background === 1),
    places: rows.map(({ document, start, end }) => ({ document, span: [start, end] })),
  };
}
