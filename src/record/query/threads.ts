// Threads: what was said and done about one issue, agreement, activity or body, over the years and across documents.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { EntityKind } from '../../model/items.ts';
import { hashOf } from '../hash.ts';
import { dayNumber, dayOf, UNDATED } from '../schema/list.ts';
import type { EntityRow, ListedRow, Tables } from '../schema/tables.ts';
import type { AsOf, ItemKind, Page, ThreadSummary, ThreadView } from '../views.ts';
import { heardBy, isPast, knownDay, undatedDocuments, worldDay } from './as-of.ts';
import { everyKind } from './documents.ts';
import { type EntityFilter, hasName } from './entities.ts';
import { entityLink, inPieces } from './links.ts';
import { happenedBy } from './listing.ts';
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
    .filter(({ items }) => items >= FEWEST)
    .sort((a, b) => b.items - a.items || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id));
  const shown = threads.slice(offset, offset + limit);
  const keys = shown.map(({ entity }) => entity.key);
  const documents = await documentsOf(db, keys, asOf);
  const listed = isPast(asOf) ? null : await daysOf(db, keys);
  const page = {
    total: threads.length,
    offset,
    limit: filter.limit ?? -1,
    items: shown.map(({ entity, items, counts, days }) => {
      const span = listed ? listed.get(entity.key) : days;
      return {
        entity: entityLink(entity),
        items,
        documents: documents.get(entity.key) ?? 0,
        counts: everyKind(counts),
        from: span ? dayOf(span.from) : null,
        to: span ? dayOf(span.to) : null,
      };
    }),
  };
  return isPast(asOf) ? { ...page, leftOut: await undatedDocuments(db) } : page;
}

type Subject = Pick<EntityRow, 'key' | 'id' | 'name' | 'kind' | 'code'>;

/** What is told about an entity, counted; days as numbers, null where none is known. */
interface TallyOf {
  readonly entity: Subject;
  readonly counts: Partial<Record<ItemKind, number>>;
  items: number;
  days: Span | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of thousands of entities only those of a page are shown: nothing is made for them but what they are sorted by. */
class Tallies {
  readonly all = new Map<number, TallyOf>();

  add(entity: Subject, kind: ItemKind, number: number, days: Span | null): void {
    const tally = this.all.get(entity.key) ?? { entity, counts: {}, items: 0, days: null };
    this.all.set(entity.key, tally);
    tally.counts[kind] = (tally.counts[kind] ?? 0) + number;
    tally.items += number;
    tally.days = days && tally.days ? together(days, tally.days) : (days ?? tally.days);
  }
}

const together = (one: Span, other: Span): Span => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
});

/** From what is kept of the lists of the entities; their days are looked up for those that are shown. */
async function listedTallies(db: Kysely<Tables>, { kinds = SUBJECTS, name }: EntityFilter): Promise<Tallies['all']> {
  const rows = await db
    .selectFrom('list_counts as c')
    .innerJoin('entities as e', 'e.key', 'c.list')
    .where('e.kind', 'in', kinds)
    .$if(name !== undefined, (query) => query.where(hasName(name ?? '')))
    .select(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code', 'c.kind as of', 'c.number'])
    .execute();
  const tallies = new Tallies();
  for (const { of, number, ...entity } of rows) tallies.add(entity, of, Number(number), null);
  return tallies.all;
}

/** First and last day of what stands in the lists of entities. */
async function daysOf(db: Kysely<Tables>, keys: readonly number[]): Promise<ReadonlyMap<number, Span>> {
  const days = new Map<number, Span>();
  for (const piece of inPieces(keys)) {
    const rows = await db
      .selectFrom('listed as l')
      .where('l.list', 'in', piece)
      .where('l.begins', '<', UNDATED)
      .groupBy('l.list')
      .select('l.list')
      .select(({ fn }) => [fn.min<number>('l.begins').as('from'), fn.max<number>('l.ends').as('to')])
      .execute();
    for (const { list, from, to } of rows) days.set(list, { from, to });
  }
  return days;
}

/** From what stands in the lists of the entities by the two dates. */
async function talliesBy(db: Kysely<Tables>, { kinds = SUBJECTS, name, asOf }: EntityFilter): Promise<Tallies['all']> {
  const subjects = await db
    .selectFrom('entities as e')
    .where(sql<SqlBool>`e.entity = e.key`)
    .where('e.kind', 'in', kinds)
    .$if(name !== undefined, (query) => query.where(hasName(name ?? '')))
    .select(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code'])
    .execute();
  const [known, world] = [knownDay(asOf), worldDay(asOf)];
  const counted = [
    ...(await countedIn(db, 'listed', kinds, [
      ...(known === null ? [] : [sql<SqlBool>`l.alone = 1 AND l.heard <= ${dayNumber(known)}`]),
      ...(world === null ? [] : [happenedBy(world)]),
    ])),
    ...(known === null
      ? []
      : await countedIn(db, 'tellings', kinds, [
          sql<SqlBool>`l.known <= ${dayNumber(known)}`,
          ...(world === null ? [] : [happenedBy(world)]),
        ])),
  ];
  const tallies = new Tallies();
  const entities = new Map(subjects.map((subject) => [subject.key, subject]));
  for (const { list, kind, number, from, to } of counted) {
    const entity = entities.get(list);
    if (entity) tallies.add(entity, kind, Number(number), to === null ? null : { from, to });
  }
  return tallies.all;
}

interface Counted extends Pick<ListedRow, 'list' | 'kind'> {
  readonly number: number;
  readonly from: number;
  readonly to: number | null;
}

/** Items in the lists of all entities of these kinds, counted list by list as they stand. */
async function countedIn(
  db: Kysely<Tables>,
  table: 'listed' | 'tellings',
  kinds: readonly EntityKind[],
  conditions: readonly RawBuilder<SqlBool>[],
): Promise<readonly Counted[]> {
  const number = table === 'listed' ? sql`count(*)` : sql`count(DISTINCT l.entry)`;
  const { rows } = await sql<Counted>`
    SELECT l.list, l.kind, ${number} AS number, min(l.begins) AS "from",
      max(CASE WHEN l.begins < ${sql.lit(UNDATED)} THEN l.ends END) AS "to"
    FROM ${sql.table(table)} l
    WHERE l.list IN (SELECT e.key FROM entities e WHERE e.entity = e.key AND e.kind IN (${sql.join(kinds)}))
      AND ${sql.join(conditions, sql` AND `)}
    GROUP BY l.list, l.kind`.execute(db);
  return rows;
}

/** How many documents name each entity. */
export async function documentsOf(
  db: Kysely<Tables>,
  keys: readonly number[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, number>> {
  const documents = new Map<number, number>();
  for (const piece of inPieces(keys)) {
    const naming = db
      .selectFrom('entities as n')
      .innerJoin('document_entities as x', 'x.entity', 'n.key')
      .where('n.entity', 'in', piece)
      .$if(isPast(asOf), (query) =>
        // As a sum no index finds it: the documents of these entities are looked at, not the entities of all documents.
        query.where(
          sql`x.document + 0`,
          'in',
          db.selectFrom('documents as d').where(heardBy('d', asOf)).select('d.key'),
        ),
      )
      .groupBy('n.entity')
      .select(({ fn }) => ['n.entity', fn.count<number>('x.document').distinct().as('number')]);
    for (const { entity, number } of await naming.execute()) documents.set(entity, Number(number));
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
