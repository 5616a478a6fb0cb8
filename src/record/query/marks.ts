// Items along time: their dates alone, or how many begin in each period where they are too many to tell one by one.
import { type AliasableExpression, type Kysely, sql } from 'kysely';
import type { ActivityState, DevelopmentKind, MeetingState, Modality } from '../../model/items.ts';
import { type EventType, PLOVER, type Quad } from '../../model/plover.ts';
import { type Standing, standingOfActivity, standingOfDevelopment, standingOfMeeting } from '../../model/standing.ts';
import { dayNumberIn, dayOf, UNDATED } from '../schema/list.ts';
import type { ListedRow, Tables } from '../schema/tables.ts';
import type { ItemKind, MarksView, Period } from '../views.ts';
import { knownDay } from './as-of.ts';
import { matching } from './conditions.ts';
import type { ItemFilter } from './filter.ts';
import { counting, isCounted, listing } from './listing.ts';

/** Characters of an ISO day that name its period. */
const LENGTH: Readonly<Record<Period, number>> = { year: 4, month: 7, day: 10 };

/** What a day's number is divided by to name its period. */
const DAYS: Readonly<Record<Period, number>> = { year: 10_000, month: 100, day: 1 };

export interface MarksFilter extends Omit<ItemFilter, 'limit' | 'offset'> {
  /** More items than these are counted by period instead. */
  readonly most: number;
  readonly by: Period;
}

export async function marks(db: Kysely<Tables>, { most, by, ...filter }: MarksFilter): Promise<MarksView> {
  const all = isCounted(filter) && knownDay(filter.asOf) === null ? counted(db, filter) : await chosen(db, filter);
  const { total, dated, from, to } = await db
    .selectFrom(all.as('c'))
    .select(({ fn }) => fn.sum<number | null>('c.number').as('total'))
    .select(sql<number | null>`sum(c.number) FILTER (WHERE c.begins < ${sql.lit(UNDATED)})`.as('dated'))
    .select(sql<number | null>`min(c.begins) FILTER (WHERE c.begins < ${sql.lit(UNDATED)})`.as('from'))
    .select(sql<number | null>`max(c.ends) FILTER (WHERE c.begins < ${sql.lit(UNDATED)})`.as('to'))
    .executeTakeFirstOrThrow();
  const number = Number(dated ?? 0);
  const known = {
    total: number,
    undated: Number(total ?? 0) - number,
    from: from === null ? null : dayOf(from),
    to: to === null ? null : dayOf(to),
    by,
  };
  if (number > most) return { ...known, marks: [], counts: await countsIn(db, all, by) };
  const rows = await db
    .selectFrom((await chosen(db, filter)).as('c'))
    .innerJoin('items as i', 'i.key', 'c.item')
    .where('c.begins', '<', UNDATED)
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

/** Items that fit, or how many there are of one kind, type and date. */
interface Dated extends Pick<ListedRow, 'kind' | 'type' | 'begins' | 'ends' | 'item'> {
  readonly number: number;
}

const counted = (db: Kysely<Tables>, filter: ItemFilter): AliasableExpression<Dated> =>
  counting(db, filter).select(['l.kind', 'l.type', 'l.begins', 'l.ends', 'l.number', sql<number>`0`.as('item')]);

/** One row an item: the entry itself, or, as of a day of knowledge, the first telling known by then. */
async function chosen(db: Kysely<Tables>, filter: ItemFilter): Promise<AliasableExpression<Dated>> {
  const one = sql<number>`1`.as('number');
  if (knownDay(filter.asOf) === null) {
    return (await listing(db, filter)).select(['l.kind', 'l.type', 'l.begins', 'l.ends', one, 'l.item']);
  }
  const first = matching(db, filter)
    .groupBy('i.entry')
    .select(({ fn }) => fn.min('i.key').as('key'));
  return db
    .selectFrom('items as i')
    .where('i.key', 'in', first)
    .select(['i.kind', sql<string>`coalesce(i.type, '')`.as('type')])
    .select([dayNumberIn('i.time_start').as('begins'), dayNumberIn('i.time_end').as('ends'), one, 'i.key as item']);
}

async function countsIn(db: Kysely<Tables>, all: AliasableExpression<Dated>, by: Period): Promise<MarksView['counts']> {
  const period = sql<number>`c.begins / ${sql.lit(DAYS[by])}`;
  const rows = await db
    .selectFrom(all.as('c'))
    .where('c.begins', '<', UNDATED)
    .select(['c.kind', 'c.type', period.as('period')])
    .select(({ fn }) => fn.sum<number>('c.number').as('number'))
    .groupBy([period, 'c.kind', 'c.type'])
    .orderBy(period)
    .execute();
  const counts = new Map<string, MarksView['counts'][number]>();
  for (const { period: begins, kind, type, number: more } of rows) {
    const quad = quadOf(kind, type);
    const key = `${begins} ${kind} ${quad}`;
    const number = Number(more) + (counts.get(key)?.number ?? 0);
    counts.set(key, { period: dayOf(begins * DAYS[by]).slice(0, LENGTH[by]), kind, quad, number });
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
