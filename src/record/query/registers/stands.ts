// Where each actor stands on each subject over time, where it shifted, and what sides argue over.
import type { Kysely } from 'kysely';
import type { Stance } from '../../../model/items.ts';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { IssueView, Page, PositionShift, PositionView, Stand } from '../../views.ts';
import { hydrate } from '../hydrate.ts';
import { byDate, latest } from '../order.ts';
import { UNLIMITED } from '../page.ts';
import { itemsOfSubjects, subjectItems, subjectPage } from '../subjects.ts';

const REGISTER = { kinds: ['position'], role: 'on' } as const;

/** Those with most positions first. */
export async function listStands(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<Stand>> {
  const pairs = (await subjectItems(db, filter, REGISTER))
    .innerJoin('roles as h', 'h.item', 'i.key')
    .innerJoin('entities as hn', 'hn.key', 'h.entity')
    .innerJoin('entities as he', 'he.key', 'hn.entity')
    .where('h.role', '=', 'actor')
    .groupBy(['he.key', 'e.key', 'he.name', 'e.name', 'he.id', 'e.id']);
  const { total } = await db
    .selectFrom(pairs.select('e.key').as('pairs'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await pairs
    .select(['he.id as actor', 'e.id as on'])
    .orderBy(({ fn }) => fn.count('i.entry').distinct(), 'desc')
    .orderBy('he.name')
    .orderBy('e.name')
    .orderBy('he.id')
    .orderBy('e.id')
    .limit(filter.limit ?? UNLIMITED)
    .offset(filter.offset ?? 0)
    .execute();
  const subjects = [...new Set(rows.map(({ on }) => on))];
  const positions = subjects.length === 0 ? [] : await positionsOn(db, filter, subjects);
  const stands = new Map(standsOf(positions).map((stand) => [`${stand.actor.id} ${stand.on.id}`, stand]));
  return {
    total: Number(total),
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: rows.flatMap(({ actor, on }) => stands.get(`${actor} ${on}`) ?? []),
  };
}

/** Issues on which most sides stand against one another first. */
export async function listIssues(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<IssueView>> {
  const { limit, offset = 0, ...all } = filter;
  const { total, subjects } = await subjectPage(db, all, REGISTER);
  const keysOf = await itemsOfSubjects(db, all, REGISTER, subjects);
  const positions = (await hydrate(db, [...keysOf.values()].flat(), filter)) as readonly PositionView[];
  const stands = new Map<string, Stand[]>();
  for (const stand of standsOf(positions)) stands.set(stand.on.id, [...(stands.get(stand.on.id) ?? []), stand]);
  const issues = [...stands.values()].flatMap((sides) => issueOf(sides));
  issues.sort((a, b) => b.contest - a.contest || b.positions - a.positions || (a.issue.id < b.issue.id ? -1 : 1));
  return {
    total,
    offset,
    limit: limit ?? -1,
    items: issues.slice(offset, limit === undefined ? undefined : offset + limit),
  };
}

/** Positions grouped by actor and subject, with shifts. */
export function standsOf(positions: readonly PositionView[]): readonly Stand[] {
  const groups = new Map<string, PositionView[]>();
  for (const position of positions) {
    const key = `${position.actor.id} ${position.on.id}`;
    groups.set(key, [...(groups.get(key) ?? []), position]);
  }
  return [...groups.values()].flatMap((group): Stand[] => {
    const ordered = group.toSorted(byDate);
    const [first] = ordered;
    const last = latest(ordered);
    if (!first || !last) return [];
    const { actor, on } = first;
    return [{ actor, on, stance: last.stance, positions: ordered, shifts: shiftsIn(ordered) }];
  });
}

/** Stances that go together: to be concerned about a matter and to oppose it are one side. */
const SIDE: Readonly<Record<Stance, string>> = {
  supports: 'for',
  conditional: 'if',
  opposes: 'against',
  concerned: 'against',
  neutral: 'neutral',
};

/** Changes between dated positions on different days; what one day tells both ways is no change. */
function shiftsIn(ordered: readonly PositionView[]): readonly PositionShift[] {
  const dated = ordered.filter(({ time }) => time.start !== null);
  return dated.slice(1).flatMap((after, at): PositionShift[] => {
    const before = dated[at] as PositionView;
    const later = (before.time.end ?? '') < (after.time.start ?? '');
    if (!later || SIDE[before.stance] === SIDE[after.stance]) return [];
    return [{ actor: after.actor, on: after.on, before, after }];
  });
}

async function positionsOn(
  db: Kysely<Tables>,
  { limit, offset, ...filter }: RegisterFilter,
  subjects: readonly string[],
): Promise<readonly PositionView[]> {
  const rows = await (await subjectItems(db, filter, REGISTER))
    .where('e.id', 'in', subjects)
    .select('i.entry')
    .distinct()
    .execute();
  const keys = rows.map(({ entry }) => entry);
  return (await hydrate(db, keys, filter)) as readonly PositionView[];
}

function issueOf(stands: readonly Stand[]): readonly IssueView[] {
  const [first] = stands;
  if (!first) return [];
  const sides = stands.flatMap(({ actor, positions }) => {
    const position = latest(positions);
    return position ? [{ actor, stance: position.stance, position }] : [];
  });
  const number = (side: string) => sides.filter(({ stance }) => SIDE[stance] === side).length;
  return [
    {
      issue: first.on,
      positions: stands.reduce((sum, { positions }) => sum + positions.length, 0),
      contest: number('for') * number('against'),
      sides,
    },
  ];
}
