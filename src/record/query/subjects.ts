// Pages of a register: the agreements, activities or issues that items are of.
import type { Kysely } from 'kysely';
import type { RegisterFilter } from '../queries.ts';
import type { EntityRow, Role, Tables } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';
import { isPast, knownDay } from './as-of.ts';
import { hasName } from './entities.ts';
import { inPieces } from './links.ts';
import { listing } from './listing.ts';
import { compare } from './order.ts';
import { limitOf } from './page.ts';
import { tellingsThatFit } from './tellings.ts';

/** Items of which kinds a register is made of, and the role that its subject takes in them. */
export interface Register {
  readonly kinds: readonly ItemKind[];
  readonly role: Role;
}

/** What a register's page holds: subjects in its order. */
export interface SubjectPage {
  readonly total: number;
  readonly subjects: readonly EntityRow[];
}

/**
 * Items (`i`) that fit, with their subject (`e`); as of a day of knowledge tellings, else those that lead.
 * @param about key of the one subject wanted
 */
export async function subjectItems(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  { kinds, role }: Register,
  about?: number,
) {
  let query = db
    .selectFrom((await tellingsThatFit(db, { ...filter, kinds }, about === undefined ? {} : { about })).as('i'))
    .innerJoin('roles as r', 'r.item', 'i.key')
    .innerJoin('entities as n', 'n.key', 'r.entity')
    .innerJoin('entities as e', 'e.key', 'n.entity')
    .where('r.role', '=', role);
  if (filter.name !== undefined) query = query.where(hasName(filter.name));
  return query;
}

/** Subjects with most items first; by name where equal. */
export async function subjectPage(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  register: Register,
): Promise<SubjectPage> {
  const keys = isWhole(filter)
    ? await countedSubjects(db, filter, register)
    : isOfAnyDay(filter)
      ? await pageOf(db, filter, await listedSubjects(db, filter, register))
      : await chosenSubjects(db, filter, register);
  const subjects = new Map<number, EntityRow>();
  for (const piece of inPieces(keys.page)) {
    const found = await db.selectFrom('entities').selectAll().where('key', 'in', piece).execute();
    for (const row of found) subjects.set(row.key, row);
  }
  return { total: keys.total, subjects: keys.page.flatMap((key) => subjects.get(key) ?? []) };
}

/** The subject with this id, or what it was merged into. */
export const subjectWith = (db: Kysely<Tables>, id: string): Promise<EntityRow | undefined> =>
  db
    .selectFrom('entities as asked')
    .innerJoin('entities as e', 'e.key', 'asked.entity')
    .selectAll('e')
    .where('asked.id', '=', id)
    .executeTakeFirst();

/** Whether a register is asked for as a whole, or for a name alone, so that counts that are kept answer. */
export const isWhole = ({ name, limit, offset, shown, asOf, ...others }: RegisterFilter): boolean =>
  !isPast(asOf) && Object.values(others).every((value) => value === undefined);

/** Whether nothing but the day of the world narrows a register. */
const isOfAnyDay = ({ asOf, name, ...others }: RegisterFilter): boolean =>
  knownDay(asOf) === null && name === undefined && isWhole(others);

interface Keys {
  readonly total: number;
  readonly page: readonly number[];
}

async function countedSubjects(db: Kysely<Tables>, filter: RegisterFilter, { kinds }: Register): Promise<Keys> {
  const counts = db
    .selectFrom('list_counts as c')
    .innerJoin('entities as e', 'e.key', 'c.list')
    .where('c.kind', 'in', kinds)
    .where('c.subjects', '>', 0)
    .$if(filter.name !== undefined, (query) => query.where(hasName(filter.name ?? '')));
  const { total } = await counts
    .select(({ fn }) => fn.count<number>('e.key').distinct().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await counts
    .groupBy(['e.key', 'e.name', 'e.id'])
    .select('e.key')
    .orderBy(({ fn }) => fn.sum('c.subjects'), 'desc')
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(limitOf(filter.limit))
    .offset(filter.offset ?? 0)
    .execute();
  return { total: Number(total), page: rows.map(({ key }) => key) };
}

async function chosenSubjects(db: Kysely<Tables>, filter: RegisterFilter, register: Register): Promise<Keys> {
  const items = await subjectItems(db, filter, register);
  const rows = await items
    .groupBy('e.key')
    .select('e.key')
    .select(({ fn }) => fn.count<number>('i.entry').distinct().as('number'))
    .execute();
  return pageOf(db, filter, rows);
}

/** The same from the lists of the subjects, without looking at roles. */
async function listedSubjects(db: Kysely<Tables>, filter: RegisterFilter, { kinds }: Register) {
  const subjects = db.selectFrom('list_counts').where('kind', 'in', kinds).where('subjects', '>', 0).select('list');
  const items = await listing(db, { ...filter, kinds }, { subjects });
  return items
    .groupBy('l.list')
    .select('l.list as key')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .execute();
}

interface Counted {
  readonly key: number;
  readonly number: number;
}

/** Those with most items first; names are looked up of those alone that may stand on the page. */
async function pageOf(
  db: Kysely<Tables>,
  { limit, offset = 0 }: RegisterFilter,
  counted: readonly Counted[],
): Promise<Keys> {
  const end = offset + limitOf(limit);
  const sorted = counted
    .map(({ key, number }) => ({ key, number: Number(number) }))
    .sort((a, b) => b.number - a.number);
  const least = sorted[Math.min(end, sorted.length) - 1]?.number ?? 0;
  const first = sorted.filter(({ number }) => number >= least);
  const names = new Map<number, Pick<EntityRow, 'name' | 'id'>>();
  for (const piece of inPieces(first.map(({ key }) => key))) {
    const found = await db.selectFrom('entities').select(['key', 'name', 'id']).where('key', 'in', piece).execute();
    for (const { key, name, id } of found) names.set(key, { name, id });
  }
  const placed = first.flatMap((one) => {
    const named = names.get(one.key);
    return named ? [{ ...one, ...named }] : [];
  });
  placed.sort((a, b) => b.number - a.number || compare(a.name, b.name) || compare(a.id, b.id));
  return { total: counted.length, page: placed.slice(offset, end).map(({ key }) => key) };
}

/** Keys of the items of a subject that fit. */
export async function itemsOfSubject(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  register: Register,
  { key }: EntityRow,
): Promise<readonly number[]> {
  const items = await subjectItems(db, filter, register, key);
  const told = await items.where('e.key', '=', key).select('i.entry').distinct().execute();
  return told.map(({ entry }) => entry);
}
