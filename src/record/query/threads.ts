// Threads: what was said and done about one issue, agreement, activity or body, over the years and across documents.
import { type Kysely, type SqlBool, sql } from 'kysely';
import { hashOf } from '../hash.ts';
import { dayOf, UNDATED } from '../schema/list.ts';
import type { EntityRow, Tables } from '../schema/tables.ts';
import type { EntityLink, ItemKind, Page, ThreadSummary, ThreadView } from '../views.ts';
import { documentsBy, happenedBy, isPast, knownDay, undatedDocuments, worldDay } from './as-of.ts';
import { everyKind } from './documents.ts';
import { type EntityFilter, hasName } from './entities.ts';
import { entityLink, inPieces } from './links.ts';
import { compare } from './order.ts';
import { UNLIMITED } from './page.ts';

/** Kinds of entity that a relationship is about, as opposed to those who have it. */
const SUBJECTS = ['agreement', 'activity', 'issue', 'body'] as const;

/** A single item is no thread. */
const FEWEST = 2;

/** By kind and name of what they are about. */
export async function* threads(db: Kysely<Tables>): AsyncGenerator<ThreadView> {
  const subjects = await db
    .selectFrom('entities')
    .selectAll()
    .where(sql<SqlBool>`entity = key`)
    .where('kind', 'in', SUBJECTS)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute();
  for (const subject of subjects) {
    const items = await itemsAbout(db, subject.key);
    if (items.length >= FEWEST) yield { id: `t${hashOf(subject.id)}`, entity: entityLink(subject), items };
  }
}

/** Those with most items first. */
export async function listThreads(db: Kysely<Tables>, filter: EntityFilter): Promise<Page<ThreadSummary>> {
  const { asOf, limit = UNLIMITED, offset = 0 } = filter;
  const tallies = isPast(asOf) ? await talliesBy(db, filter) : await listedTallies(db, filter);
  const threads = [...tallies.values()]
    .map((tally) => ({ ...tally, items: Object.values(tally.counts).reduce((sum, number) => sum + number, 0) }))
    .filter(({ items }) => items >= FEWEST)
    .sort((a, b) => b.items - a.items || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id));
  const shown = threads.slice(offset, offset + limit);
  const documents = await documentsOf(
    toldOf(db, filter),
    shown.map(({ key }) => key),
  );
  const page = {
    total: threads.length,
    offset,
    limit: filter.limit ?? -1,
    items: shown.map(({ key, entity, items, counts, from, to }) => ({
      entity,
      items,
      documents: documents.get(key) ?? 0,
      counts: everyKind(counts),
      from,
      to,
    })),
  };
  return isPast(asOf) ? { ...page, leftOut: await undatedDocuments(db) } : page;
}

/** What is told about an entity, counted. */
interface TallyOf {
  readonly key: number;
  readonly entity: EntityLink;
  readonly counts: Partial<Record<ItemKind, number>>;
  readonly from: string | null;
  readonly to: string | null;
}

/** From the lists of the entities. */
async function listedTallies(
  db: Kysely<Tables>,
  { kinds = SUBJECTS, name }: EntityFilter,
): Promise<ReadonlyMap<number, TallyOf>> {
  const rows = await db
    .selectFrom('entities as e')
    .innerJoin('listed as l', 'l.list', 'e.key')
    .where('e.kind', 'in', kinds)
    .$if(name !== undefined, (query) => query.where(hasName(name ?? '')))
    .groupBy(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code', 'l.kind'])
    .select(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code', 'l.kind as of'])
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .select(sql<number | null>`min(l.begins) FILTER (WHERE l.begins < ${sql.lit(UNDATED)})`.as('from'))
    .select(sql<number | null>`max(l.ends) FILTER (WHERE l.begins < ${sql.lit(UNDATED)})`.as('to'))
    .execute();
  return tallied(
    rows.map(({ from, to, ...row }) => ({
      ...row,
      from: from === null ? null : dayOf(from),
      to: to === null ? null : dayOf(to),
    })),
  );
}

/** From the tellings that had been heard at the two dates. */
async function talliesBy(db: Kysely<Tables>, filter: EntityFilter): Promise<ReadonlyMap<number, TallyOf>> {
  const rows = await toldOf(db, filter)
    .groupBy(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code', 'i.kind'])
    .select(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code', 'i.kind as of'])
    .select(({ fn }) => [
      fn.count<number>('i.entry').distinct().as('number'),
      fn.min('i.time_start').as('from'),
      fn.max('i.time_end').as('to'),
    ])
    .execute();
  return tallied(rows);
}

interface Row extends Pick<EntityRow, 'key' | 'id' | 'name' | 'kind' | 'code'>, Pick<TallyOf, 'from' | 'to'> {
  readonly of: ItemKind;
  readonly number: number;
}

function tallied(rows: readonly Row[]): ReadonlyMap<number, TallyOf> {
  const tallies = new Map<number, TallyOf>();
  for (const { of, number, from, to, ...row } of rows) {
    const known = tallies.get(row.key);
    tallies.set(row.key, {
      key: row.key,
      entity: entityLink(row),
      counts: { ...known?.counts, [of]: Number(number) },
      from: [from, known?.from ?? null].filter((day) => day !== null).sort()[0] ?? null,
      to:
        [to, known?.to ?? null]
          .filter((day) => day !== null)
          .sort()
          .at(-1) ?? null,
    });
  }
  return tallies;
}

/** Tellings (`i`) in which the entities (`e`) take part. */
function toldOf(db: Kysely<Tables>, { kinds = SUBJECTS, name, asOf }: EntityFilter) {
  let told = db
    .selectFrom('entities as e')
    .innerJoin('entities as n', 'n.entity', 'e.key')
    .innerJoin('roles as r', 'r.entity', 'n.key')
    .innerJoin('items as i', 'i.key', 'r.item')
    .where('i.review', '<>', 'rejected')
    .where('e.kind', 'in', kinds);
  if (name !== undefined) told = told.where(hasName(name));
  const [known, world] = [knownDay(asOf), worldDay(asOf)];
  if (known !== null) told = told.where('i.document', 'in', documentsBy(db, known));
  if (world !== null) told = told.where((eb) => happenedBy(db, eb as never, world));
  return told;
}

/** How many documents tell of each entity. */
async function documentsOf(
  told: ReturnType<typeof toldOf>,
  keys: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const documents = new Map<number, number>();
  for (const piece of inPieces(keys)) {
    const rows = await told
      .where('e.key', 'in', piece)
      .groupBy('e.key')
      .select('e.key')
      .select(({ fn }) => fn.count<number>('i.document').distinct().as('number'))
      .execute();
    for (const { key, number } of rows) documents.set(key, Number(number));
  }
  return documents;
}

async function itemsAbout(db: Kysely<Tables>, entity: number): Promise<ThreadView['items']> {
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .where('i.key', 'in', (eb) =>
      eb
        .selectFrom('entities as named')
        .innerJoin('roles as r', 'r.entity', 'named.key')
        .innerJoin('items as m', 'm.key', 'r.item')
        .where('named.entity', '=', entity)
        .where('m.review', '<>', 'rejected')
        .select('m.entry'),
    )
    .select(['i.kind', 'i.id', 'i.time_value', 'i.time_basis', 'i.time_start', 'i.time_end'])
    .orderBy((eb) => eb('i.time_start', 'is', null))
    .orderBy('i.time_start')
    .orderBy('i.time_end')
    .orderBy('d.public_id')
    .orderBy('i.start')
    .orderBy('i.kind')
    .orderBy('i.id')
    .execute();
  return rows.map(({ kind, id, time_value, time_basis, time_start, time_end }) => ({
    kind,
    id,
    time: { value: time_value, start: time_start, end: time_end, basis: time_basis },
  }));
}
