// The people of the record: the offices documents give them and when, how much they said, and whom they dealt with.
import { type Kysely, sql } from 'kysely';
import type { PeopleFilter } from '../../queries.ts';
import { PARTS } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf, EntityLink, Page, PersonView } from '../../views.ts';
import { heardBy, isPast } from '../as-of.ts';
import { listEntities } from '../entities.ts';
import { entityLinks } from '../links.ts';
import { compare } from '../order.ts';
import { officesOf } from './offices.ts';

/** So many of those whom a person dealt with are named. */
const MOST = 10;

export async function listPeople(db: Kysely<Tables>, filter: PeopleFilter): Promise<Page<PersonView>> {
  const { asOf } = filter;
  const { items, ...page } = await listEntities(db, { ...filter, kinds: ['person'] });
  if (items.length === 0) return { ...page, items: [] };
  const rows = await db
    .selectFrom('entities')
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .select(['id', 'key'])
    .execute();
  const keyOf = new Map(rows.map(({ id, key }) => [id, key]));
  const keys = [...keyOf.values()];
  const [counts, others, offices] = [
    await countsOf(db, keys, asOf),
    await dealtWith(db, keys, asOf),
    await officesOf(db, keys, asOf),
  ];
  return {
    ...page,
    items: items.map((person) => {
      const key = keyOf.get(person.id) ?? -1;
      const count = (kind: string) => counts.find((row) => row.person === key && row.kind === kind)?.number ?? 0;
      return {
        person,
        offices: offices.get(key) ?? [],
        statements: Number(count('statement')),
        events: Number(count('event')),
        dealtWith: others.get(key) ?? [],
      };
    }),
  };
}

const KINDS = ['event', 'statement'] as const;

/** Tellings (`i`) in which people (`n`) take a part (`r`), in documents that were heard by then. */
const heardOf = (db: Kysely<Tables>, people: readonly number[], asOf: AsOf) =>
  db
    .selectFrom('entities as n')
    .innerJoin('roles as r', 'r.entity', 'n.key')
    .innerJoin('items as i', 'i.key', 'r.item')
    .where('n.entity', 'in', people)
    .where('i.kind', 'in', KINDS)
    .where('i.review', '<>', 'rejected')
    // The plus keeps SQLite from beginning with all items of all these documents.
    .where(sql<number>`+i.document`, 'in', db.selectFrom('documents as d').where(heardBy('d', asOf)).select('d.key'));

/** How much people said and did. */
function countsOf(db: Kysely<Tables>, people: readonly number[], asOf: AsOf | undefined) {
  if (isPast(asOf)) {
    return heardOf(db, people, asOf)
      .where('r.role', 'in', ['actor', 'speaker'])
      .groupBy(['n.entity', 'i.kind'])
      .select(['n.entity as person', 'i.kind'])
      .select(({ fn }) => fn.count<number>('i.entry').distinct().as('number'))
      .execute();
  }
  return db
    .selectFrom('listed as l')
    .where('l.list', 'in', people)
    .where('l.kind', 'in', KINDS)
    .where(sql<number>`l.parts & ${sql.lit(PARTS.acts)}`, '<>', 0)
    .groupBy(['l.list', 'l.kind'])
    .select(['l.list as person', 'l.kind'])
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .execute();
}

interface Dealt {
  readonly person: number;
  readonly entity: number;
  readonly items: number;
}

/** The others who act, speak, are addressed or acted upon in the same events and statements, by the person's key. */
async function dealtWith(
  db: Kysely<Tables>,
  people: readonly number[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, PersonView['dealtWith']>> {
  const rows = isPast(asOf) ? await dealtBy(db, people, asOf) : await dealtInLists(db, people);
  const links = await entityLinks(
    db,
    rows.map(({ entity }) => entity),
  );
  const others = new Map<number, { entity: EntityLink; items: number }[]>();
  for (const { person, entity, items } of rows) {
    const link = links.get(entity);
    if (!link) continue;
    others.set(person, others.get(person) ?? []);
    others.get(person)?.push({ entity: link, items: Number(items) });
  }
  for (const [person, list] of others) {
    list.sort(
      (a, b) => b.items - a.items || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id),
    );
    others.set(person, list.slice(0, MOST));
  }
  return others;
}

/** As of a day, among the tellings. */
function dealtBy(db: Kysely<Tables>, people: readonly number[], asOf: AsOf): Promise<readonly Dealt[]> {
  const roles = ['actor', 'recipient', 'speaker', 'addressee'] as const;
  return heardOf(db, people, asOf)
    .innerJoin('roles as o', 'o.item', 'i.key')
    .innerJoin('entities as m', 'm.key', 'o.entity')
    .where('r.role', 'in', roles)
    .where('o.role', 'in', roles)
    .whereRef('m.entity', '<>', 'n.entity')
    .groupBy(['n.entity', 'm.entity'])
    .select(['n.entity as person', 'm.entity'])
    .select(({ fn }) => fn.count<number>('i.entry').distinct().as('items'))
    .execute();
}

/** The lists in which what stands in a person's list stands, too. */
function dealtInLists(db: Kysely<Tables>, people: readonly number[]): Promise<readonly Dealt[]> {
  const part = sql.lit(PARTS.acts | PARTS.receives);
  return db
    .selectFrom('listed as l')
    .innerJoin('listed as x', 'x.item', 'l.item')
    .where('l.list', 'in', people)
    .where('l.kind', 'in', KINDS)
    .where(sql<number>`l.parts & ${part}`, '<>', 0)
    .where('x.list', '>', 0)
    .whereRef('x.list', '<>', 'l.list')
    .where(sql<number>`x.parts & ${part}`, '<>', 0)
    .groupBy(['l.list', 'x.list'])
    .select(['l.list as person', 'x.list as entity'])
    .select(({ fn }) => fn.countAll<number>().as('items'))
    .execute();
}
