// Where each actor stands on each subject over time, where it shifted, and what sides argue over.
import { type Kysely, sql } from 'kysely';
import type { Stance } from '../../../model/items.ts';
import type { RegisterFilter } from '../../queries.ts';
import { PARTS } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Page, PositionView, RecordDate, Stand } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { hasName } from '../entities.ts';
import { hydrateByKey } from '../hydrate.ts';
import { entityLinks, inPieces } from '../links.ts';
import { byDate, compare } from '../order.ts';
import { limitOf } from '../page.ts';
import { isWhole, subjectItems } from '../subjects.ts';
import { deedsAgainst, standKey } from './later-deeds.ts';

const REGISTER = { kinds: ['position'], role: 'on' } as const;

/** Keys of an actor and a subject. */
interface Pair {
  readonly actor: number;
  readonly subject: number;
}

/** Those with most positions first. */
export async function listStands(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<Stand>> {
  const { total, pairs } = isWhole(filter) ? await countedPairs(db, filter) : await chosenPairs(db, filter);
  const shown = limitOf(filter.shown);
  const keysOf = isWhole(filter) ? await listedItems(db, pairs) : await itemsOfPairs(db, filter, pairs);
  const links = await entityLinks(
    db,
    pairs.flatMap(({ actor, subject }) => [actor, subject]),
  );
  const taken: Taking[] = [];
  for (const pair of pairs) {
    const facts = await factsOf(db, keysOf.get(standKey(pair)) ?? [], filter);
    const last = facts.findLast(({ time }) => time.end !== null) ?? facts.at(-1);
    if (last) taken.push({ pair, facts, last });
  }
  const deeds = await deedsAgainst(
    db,
    filter,
    taken.map(({ pair, last: { stance, time } }) => ({ ...pair, stance, end: time.end })),
  );
  const items: Stand[] = [];
  for (const { pair, facts, last } of taken) {
    const [actor, on] = [links.get(pair.actor), links.get(pair.subject)];
    const shifts = shiftsIn(facts).slice(0, shown);
    const quoted = [last, ...facts.slice(0, shown), ...shifts.flat()].map(({ key }) => key);
    const views = (await hydrateByKey(db, [...new Set(quoted)], filter)) as ReadonlyMap<number, PositionView>;
    const viewsOf = (of: readonly Fact[]) => of.flatMap(({ key }) => views.get(key) ?? []);
    const latest = views.get(last.key);
    if (!actor || !on || !latest) continue;
    items.push({
      actor,
      on,
      stance: last.stance,
      latest,
      deed: deeds.get(standKey(pair)) ?? null,
      positions: viewsOf(facts.slice(0, shown)),
      shifts: shifts.flatMap((shift) => {
        const [before, after] = viewsOf(shift);
        return before && after ? [{ actor, on, before, after }] : [];
      }),
      total: facts.length,
    });
  }
  return { total, offset: filter.offset ?? 0, limit: filter.limit ?? -1, items };
}

/** A pair with its positions by date, the latest dated one apart. */
interface Taking {
  readonly pair: Pair;
  readonly facts: readonly Fact[];
  readonly last: Fact;
}

interface Pairs {
  readonly total: number;
  readonly pairs: readonly Pair[];
}

async function countedPairs(db: Kysely<Tables>, { name, limit, offset = 0 }: RegisterFilter): Promise<Pairs> {
  const named = db
    .selectFrom('entities as e')
    .where(hasName(name ?? ''))
    .select('e.key');
  const all = db.selectFrom('stands as st').$if(name !== undefined, (query) => query.where('st.subject', 'in', named));
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const last = Math.min(limitOf(limit), Number(total) - offset) + offset - 1;
  if (last < offset) return { total: Number(total), pairs: [] };
  // Names order those with equally many: only what can stand on the page is looked up by name.
  const fewest = await all
    .select('st.positions')
    .orderBy('st.positions', 'desc')
    .limit(1)
    .offset(last)
    .executeTakeFirstOrThrow();
  const pairs = await all
    .where('st.positions', '>=', fewest.positions)
    .innerJoin('entities as he', 'he.key', 'st.actor')
    .innerJoin('entities as e', 'e.key', 'st.subject')
    .select(['st.actor', 'st.subject'])
    .orderBy('st.positions', 'desc')
    .orderBy('he.name')
    .orderBy('e.name')
    .orderBy('he.id')
    .orderBy('e.id')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  return { total: Number(total), pairs };
}

async function chosenPairs(db: Kysely<Tables>, filter: RegisterFilter): Promise<Pairs> {
  const pairs = (await positionsTaken(db, filter)).groupBy(['he.key', 'e.key', 'he.name', 'e.name', 'he.id', 'e.id']);
  const { total } = await db
    .selectFrom(pairs.select('e.key').as('pairs'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await pairs
    .select(['he.key as actor', 'e.key as subject'])
    .orderBy(({ fn }) => fn.count('i.entry').distinct(), 'desc')
    .orderBy('he.name')
    .orderBy('e.name')
    .orderBy('he.id')
    .orderBy('e.id')
    .limit(limitOf(filter.limit))
    .offset(filter.offset ?? 0)
    .execute();
  return { total: Number(total), pairs: rows };
}

/** Items (`i`) that fit, with actor (`he`) and subject (`e`). */
const positionsTaken = async (db: Kysely<Tables>, filter: RegisterFilter) =>
  (await subjectItems(db, filter, REGISTER))
    .innerJoin('roles as h', 'h.item', 'i.key')
    .innerJoin('entities as hn', 'hn.key', 'h.entity')
    .innerJoin('entities as he', 'he.key', 'hn.entity')
    .where('h.role', '=', 'actor');

type ItemsOf = ReadonlyMap<string, readonly number[]>;

async function listedItems(db: Kysely<Tables>, pairs: readonly Pair[]): Promise<ItemsOf> {
  const keysOf = new Map<string, readonly number[]>();
  for (const pair of pairs) {
    const { rows } = await sql<{ item: number }>`
      SELECT a.item FROM listed a CROSS JOIN listed s
      WHERE a.list = ${pair.actor} AND a.kind = 'position' AND (a.parts & ${sql.lit(PARTS.acts)}) <> 0
        AND s.list = ${pair.subject} AND s.kind = a.kind AND s.begins = a.begins AND s.ends = a.ends AND s.told = a.told
        AND s.item = a.item AND (s.parts & ${sql.lit(PARTS.subject)}) <> 0`.execute(db);
    keysOf.set(
      standKey(pair),
      rows.map(({ item }) => item),
    );
  }
  return keysOf;
}

async function itemsOfPairs(db: Kysely<Tables>, filter: RegisterFilter, pairs: readonly Pair[]): Promise<ItemsOf> {
  const taken = await positionsTaken(db, filter);
  const keysOf = new Map<string, Set<number>>();
  for (const piece of inPieces([...new Set(pairs.map(({ subject }) => subject))])) {
    const rows = taken.where('e.key', 'in', piece).select(['he.key as actor', 'e.key as subject', 'i.entry']);
    for (const { entry, ...pair } of await rows.execute()) {
      keysOf.set(standKey(pair), (keysOf.get(standKey(pair)) ?? new Set()).add(entry));
    }
  }
  return new Map([...keysOf].map(([pair, keys]) => [pair, [...keys]]));
}

/** A position without its words. */
interface Fact {
  readonly key: number;
  readonly stance: Stance;
  readonly time: RecordDate;
}

/** By date; as of a day of knowledge as the tellings known by then say. */
async function factsOf(db: Kysely<Tables>, keys: readonly number[], filter: RegisterFilter): Promise<readonly Fact[]> {
  if (knownDay(filter.asOf) !== null) {
    const views = [...(await hydrateByKey(db, keys, filter))] as readonly [number, PositionView][];
    return views.toSorted(([, a], [, b]) => byDate(a, b)).map(([key, { stance, time }]) => ({ key, stance, time }));
  }
  const rows = [];
  for (const piece of inPieces(keys)) {
    const found = db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .where('i.key', 'in', piece)
      .select(['i.key', 'i.type', 'i.time_value', 'i.time_basis', 'i.time_start', 'i.time_end'])
      .select(['d.published_start', 'd.public_id', 'i.start', 'i.n', 'i.id']);
    rows.push(...(await found.execute()));
  }
  return rows.sort(inOrder).map((row) => ({
    key: row.key,
    stance: row.type as Stance,
    time: { value: row.time_value, start: row.time_start, end: row.time_end, basis: row.time_basis },
  }));
}

type Placed = Pick<Tables['items'], 'time_start' | 'time_end' | 'start' | 'n' | 'id'> &
  Pick<Tables['documents'], 'published_start' | 'public_id'>;

/** As lists are ordered. */
function inOrder(a: Placed, b: Placed): number {
  return (
    compare(a.time_start ?? '~', b.time_start ?? '~') ||
    compare(a.time_end ?? '~', b.time_end ?? '~') ||
    compare(a.published_start ?? '~', b.published_start ?? '~') ||
    compare(a.public_id, b.public_id) ||
    a.start - b.start ||
    a.n - b.n ||
    compare(a.id, b.id)
  );
}

/** Stances that go together: to be concerned about a matter and to oppose it are one side. */
export const SIDE: Readonly<Record<Stance, string>> = {
  supports: 'for',
  conditional: 'if',
  opposes: 'against',
  concerned: 'against',
  neutral: 'neutral',
};

/** A position as far as shifts go. */
type Taken = Pick<PositionView, 'time' | 'stance'>;

/** Changes between dated positions on different days; what one day tells both ways is no change. */
export function shiftsIn<P extends Taken>(ordered: readonly P[]): readonly (readonly [P, P])[] {
  const dated = ordered.filter(({ time }) => time.start !== null);
  return dated.slice(1).flatMap((after, at): [P, P][] => {
    const before = dated[at] as P;
    const later = (before.time.end ?? '') < (after.time.start ?? '');
    return !later || SIDE[before.stance] === SIDE[after.stance] ? [] : [[before, after]];
  });
}
