// Threads: what was said and done about one issue, agreement, activity or body, over the years and across documents.
import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { hashOf } from '../hash.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind, Page, ThreadSummary, ThreadView } from '../views.ts';
import { documentsBy, happenedBy, isPast, knownDay, undatedDocuments, worldDay } from './as-of.ts';
import { everyKind } from './documents.ts';
import { type EntityFilter, hasName } from './entities.ts';
import { entityLink, inPieces } from './links.ts';
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
  const { kinds = SUBJECTS, name, asOf, limit, offset = 0 } = filter;
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
  const threads = told
    .groupBy(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code'])
    .having(({ eb, fn }) => eb(fn.count('i.entry').distinct(), '>=', FEWEST));
  const { total } = await db
    .selectFrom(threads.select('e.key').as('threads'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await threads
    .select(['e.key', 'e.id', 'e.name', 'e.kind', 'e.code'])
    .select(({ fn }) => [
      fn.count<number>('i.entry').distinct().as('items'),
      fn.count<number>('i.document').distinct().as('documents'),
      fn.min('i.time_start').as('from'),
      fn.max('i.time_end').as('to'),
    ])
    .orderBy(({ fn }) => fn.count('i.entry').distinct(), 'desc')
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(limit ?? UNLIMITED)
    .offset(offset)
    .execute();
  const counts = await countsOf(
    told,
    rows.map(({ key }) => key),
  );
  const items = rows.map((row) => ({
    entity: entityLink(row),
    items: Number(row.items),
    documents: Number(row.documents),
    counts: everyKind(counts.get(row.key) ?? {}),
    from: row.from,
    to: row.to,
  }));
  const page = { total: Number(total), offset, limit: limit ?? -1, items };
  return isPast(asOf) ? { ...page, leftOut: await undatedDocuments(db) } : page;
}

type Told = SelectQueryBuilder<
  Tables & { e: Tables['entities']; n: Tables['entities']; r: Tables['roles']; i: Tables['items'] },
  'e' | 'n' | 'r' | 'i',
  object
>;

/** Items of each kind, by key of the thread's entity. */
async function countsOf(
  told: Told,
  keys: readonly number[],
): Promise<ReadonlyMap<number, Partial<Record<ItemKind, number>>>> {
  const counts = new Map<number, Partial<Record<ItemKind, number>>>();
  for (const piece of inPieces(keys)) {
    const rows = await told
      .where('e.key', 'in', piece)
      .groupBy(['e.key', 'i.kind'])
      .select(['e.key', 'i.kind'])
      .select(({ fn }) => fn.count<number>('i.entry').distinct().as('number'))
      .execute();
    for (const { key, kind, number } of rows) counts.set(key, { ...counts.get(key), [kind]: Number(number) });
  }
  return counts;
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
