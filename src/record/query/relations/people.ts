// The people of the record: the offices documents give them and when, how much they said, and whom they dealt with.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PeopleFilter } from '../../queries.ts';
import { dayNumber, PARTS } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf, ItemKind, Page, PersonView } from '../../views.ts';
import { isPast, knownDay, worldDay } from '../as-of.ts';
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
      return {
        person,
        offices: offices.get(key) ?? [],
        statements: counts(key, 'statement'),
        events: counts(key, 'event'),
        dealtWith: others.get(key) ?? [],
      };
    }),
  };
}

const KINDS = ['event', 'statement'] as const;
const ACTS = sql.lit(PARTS.acts);
const TAKES_PART = sql.lit(PARTS.acts | PARTS.receives);

/** Rows of lists (`l`), and what is counted of them: items, or entries of tellings. */
interface Walked {
  readonly table: 'listed' | 'tellings';
  readonly counted: RawBuilder<number>;
  readonly which: RawBuilder<SqlBool>;
}

/** What is heard by the two dates: where one is asked for, what is told once apart from tellings of what is told more often. */
function walkedBy(asOf: AsOf | undefined): readonly Walked[] {
  const items = sql<number>`count(*)`;
  if (!isPast(asOf)) return [{ table: 'listed', counted: items, which: sql<SqlBool>`1 = 1` }];
  const [known, world] = [knownDay(asOf), worldDay(asOf)];
  // A document's words are said when it comes out.
  const told = world === null ? sql`1 = 1` : sql`l.told <= ${dayNumber(world)}`;
  const by = (day: string) => (known === null ? sql`1 = 1` : sql`${sql.ref(day)} <= ${dayNumber(known)}`);
  return [
    { table: 'listed', counted: items, which: sql<SqlBool>`(l.alone = 1 AND ${told} AND ${by('l.heard')})` },
    {
      table: 'tellings',
      counted: sql<number>`count(DISTINCT l.entry)`,
      which: sql<SqlBool>`(${told} AND ${by('l.known')})`,
    },
  ];
}

/** How much people said and did. */
async function countsOf(db: Kysely<Tables>, people: readonly number[], asOf: AsOf | undefined) {
  const counts = new Map<string, number>();
  for (const { table, counted, which } of walkedBy(asOf)) {
    const { rows } = await sql<{ person: number; kind: ItemKind; number: number }>`
      SELECT l.list AS person, l.kind, ${counted} AS number FROM ${sql.table(table)} l
      WHERE l.list IN (${sql.join(people)}) AND l.kind IN (${sql.join(KINDS)}) AND (l.parts & ${ACTS}) <> 0 AND ${which}
      GROUP BY l.list, l.kind`.execute(db);
    for (const { person, kind, number } of rows) {
      counts.set(`${person} ${kind}`, (counts.get(`${person} ${kind}`) ?? 0) + Number(number));
    }
  }
  return (person: number, kind: ItemKind): number => counts.get(`${person} ${kind}`) ?? 0;
}

/** The others who act, speak, are addressed or acted upon in the same events and statements, by the person's key. */
async function dealtWith(
  db: Kysely<Tables>,
  people: readonly number[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, PersonView['dealtWith']>> {
  const dealt = new Map<number, Map<number, number>>();
  for (const { table, counted, which } of walkedBy(asOf)) {
    // The lists in which what stands in a person's list stands, too.
    const { rows } = await sql<{ person: number; entity: number; items: number }>`
      SELECT l.list AS person, x.list AS entity, ${counted} AS items
      FROM ${sql.table(table)} l CROSS JOIN ${sql.table(table)} x
      WHERE l.list IN (${sql.join(people)}) AND l.kind IN (${sql.join(KINDS)}) AND (l.parts & ${TAKES_PART}) <> 0 AND ${which}
        AND x.item = l.item AND x.list > 0 AND x.list <> l.list AND (x.parts & ${TAKES_PART}) <> 0
      GROUP BY l.list, x.list`.execute(db);
    for (const { person, entity, items } of rows) {
      const own = dealt.get(person) ?? new Map<number, number>();
      dealt.set(person, own.set(entity, (own.get(entity) ?? 0) + Number(items)));
    }
  }
  const most = new Map([...dealt].map(([person, own]) => [person, mostOf(own)]));
  const links = await entityLinks(
    db,
    [...most.values()].flatMap((own) => own.map(([entity]) => entity)),
  );
  return new Map(
    [...most].map(([person, own]) => {
      const named = own.flatMap(([entity, items]) => {
        const link = links.get(entity);
        return link ? [{ entity: link, items }] : [];
      });
      const sorted = named.sort(
        (a, b) => b.items - a.items || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id),
      );
      return [person, sorted.slice(0, MOST)];
    }),
  );
}

/** Those with most items, and all that have as many as the last of them: names decide between these. */
function mostOf(own: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  const sorted = [...own].sort(([, a], [, b]) => b - a);
  const least = sorted[MOST - 1]?.[1] ?? 0;
  return sorted.filter(([, items]) => items >= least);
}
