// Items along time: their dates alone, or how many begin in each period where they are too many to tell one by one.
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { ActivityState, DevelopmentKind, MeetingState, Modality } from '../../model/items.ts';
import { type EventType, PLOVER, type Quad } from '../../model/plover.ts';
import { type Standing, standingOfActivity, standingOfDevelopment, standingOfMeeting } from '../../model/standing.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind, MarksView, Period } from '../views.ts';
import { knownDay } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './filter.ts';

/** Characters of an ISO day that name its period. */
const LENGTH: Readonly<Record<Period, number>> = { year: 4, month: 7, day: 10 };

export interface MarksFilter extends Omit<ItemFilter, 'limit' | 'offset'> {
  /** More items than these are counted by period instead. */
  readonly most: number;
  readonly by: Period;
}

export async function marks(db: Kysely<Tables>, { most, by, ...filter }: MarksFilter): Promise<MarksView> {
  const items = chosen(db, filter);
  const dated = items.where('i.time_start', 'is not', null).where('i.time_end', 'is not', null);
  const count = (query: typeof items) =>
    query
      .select(({ fn }) => [
        fn.countAll<number>().as('total'),
        fn.min('i.time_start').as('from'),
        fn.max('i.time_end').as('to'),
      ])
      .executeTakeFirstOrThrow();
  const [all, { total, from, to }] = [await count(items), await count(dated)];
  const known = { total: Number(total), undated: Number(all.total) - Number(total), from, to, by };
  if (known.total > most) return { ...known, marks: [], counts: await countsIn(dated, by) };
  const rows = await dated
    .select(['i.id', 'i.kind', 'i.type', 'i.state', 'i.time_start', 'i.time_end'])
    .orderBy('i.time_start')
    .orderBy('i.time_end')
    .orderBy('i.id')
    .execute();
  return {
    ...known,
    counts: [],
    marks: rows.map(({ id, kind, type, state, time_start, time_end }) => ({
      id,
      kind,
      quad: quadOf(kind, type),
      standing: standingOf(kind, type, state),
      start: time_start ?? '',
      end: time_end ?? '',
    })),
  };
}

/** One row an item: the entry itself, or, as of a day of knowledge, the first telling known by then. */
function chosen(db: Kysely<Tables>, filter: ItemFilter) {
  if (knownDay(filter.asOf) === null) return matching(db, filter).where(sql<SqlBool>`i.entry = i.key`);
  const first = matching(db, filter)
    .groupBy('i.entry')
    .select(({ fn }) => fn.min('i.key').as('key'));
  return db.selectFrom('items as i').where('i.key', 'in', first);
}

async function countsIn(dated: ReturnType<typeof chosen>, by: Period): Promise<MarksView['counts']> {
  const period: Expression<string> = sql<string>`substr(i.time_start, 1, ${sql.lit(LENGTH[by])})`;
  const rows = await dated
    .select(['i.kind', 'i.type'])
    .select(sql<string>`${period}`.as('period'))
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .groupBy([sql`${period}`, 'i.kind', 'i.type'])
    .orderBy(sql`${period}`)
    .execute();
  const counts = new Map<string, MarksView['counts'][number]>();
  for (const row of rows) {
    const quad = quadOf(row.kind, row.type);
    const key = `${row.period} ${row.kind} ${quad}`;
    const number = Number(row.number) + (counts.get(key)?.number ?? 0);
    counts.set(key, { period: row.period, kind: row.kind, quad, number });
  }
  return [...counts.values()];
}

const quadOf = (kind: ItemKind, type: string | null): Quad | null =>
  kind === 'event' ? (PLOVER[type as EventType]?.quad ?? null) : null;

/** The columns `type` and `state` hold different things for each kind of item; see `write/drafts.ts`. */
function standingOf(kind: ItemKind, type: string | null, state: string | null): Standing {
  if (kind === 'event') return (state as Modality | null) ?? 'actual';
  if (kind === 'meeting') return standingOfMeeting(state as MeetingState);
  if (kind === 'activity') return standingOfActivity(type as ActivityState);
  return kind === 'development' ? standingOfDevelopment(type as DevelopmentKind) : 'actual';
}
