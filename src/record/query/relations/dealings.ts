// Who deals with whom: the events that happened, by the sides of those who act and those they act towards.
import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { type EventType, PLOVER, type Quad } from '../../../model/plover.ts';
import { dayNumber, monthOf, UNDATED } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf, Period } from '../../views.ts';
import { isPast, knownDay, worldDay } from '../as-of.ts';
import { pairedRoles } from '../conditions.ts';
import type { ItemFilter } from '../item-filter.ts';
import type { Narrowed } from '../listing.ts';
import { monthOfDay } from '../month-counts.ts';
import { tellingsThatFit } from '../tellings.ts';

export interface Dealings {
  /** Keys of the two sides' entities; the first acts, or has the smaller key where both act. */
  readonly one: number;
  readonly other: number;
  /** Whether the two act together. */
  readonly together: boolean;
  /** Null where the date is not as exact as the period; empty where none was asked for. */
  readonly period: string | null;
  readonly events: number;
  /** Sum of PLOVER's scores. */
  readonly sum: number;
  readonly quads: Readonly<Record<Quad, number>>;
}

/** What dealings are asked for: actual events that fit. */
export type DealingsFilter = Omit<ItemFilter, 'kinds' | 'modalities' | 'limit' | 'offset'>;

const NONE: Readonly<Record<Quad, number>> = { 1: 0, 2: 0, 3: 0, 4: 0 };
const QUADS: readonly Quad[] = [1, 2, 3, 4];

/** Letters of an ISO date that name a period. */
const LETTERS: Readonly<Record<Period, number>> = { day: 10, month: 7, year: 4 };

/**
 * Counts and sums of actual events by two sides and period, to be gone through once. An event counts once for each two of its sides of
 * which one acts towards the other; and for two that act together where it is mutual (a meeting, an agreement) or done
 * to nobody else.
 */
export async function dealings(
  db: Kysely<Tables>,
  filter: DealingsFilter,
  by: Period | null,
): Promise<Iterable<Dealings>> {
  const { pair, asOf } = filter;
  if (!isCounted(filter) || by === 'day') return dealingsAmong(db, filter, by);
  const counted = await countedDealings(db, pair, by, asOf);
  return isPast(asOf) ? chain(counted, await dealingsAmong(db, filter, by, besideCounts(asOf))) : counted;
}

/** Whether what is kept by month holds it: no other filter than a pair and the two dates. */
const isCounted = ({ pair, asOf, ...others }: DealingsFilter): boolean =>
  Object.values(others).every((value) => value === undefined);

/**
 * The dealings over all periods, at least of those two that one of them dealt with the other most often.
 * @param number so many with most events, and all that have as many as the last of them; others may be left out
 */
export async function strongestDealings(
  db: Kysely<Tables>,
  filter: DealingsFilter,
  number: number,
): Promise<Iterable<Dealings>> {
  if (!isCounted(filter) || filter.pair || isPast(filter.asOf)) return dealings(db, filter, null);
  // Those who act together are taken in the order of their ids. All sums of thousands of pairs would take twice as long.
  const first = sql`CASE WHEN p.together = 1 AND b.id < a.id THEN p.other ELSE p.one END`;
  const second = sql`CASE WHEN p.together = 1 AND b.id < a.id THEN p.one ELSE p.other END`;
  const { rows } = await sql<PairSums>`
    WITH dealt AS (SELECT one, other, together, sum(events) AS events FROM pair_periods GROUP BY one, other, together),
    placed AS (
      SELECT ${first} AS one, ${second} AS other, rank() OVER (ORDER BY sum(p.events) DESC) AS place
      FROM dealt p JOIN entities a ON a.key = p.one JOIN entities b ON b.key = p.other GROUP BY 1, 2
    ),
    strongest AS (SELECT one, other FROM placed WHERE place <= ${number})
    SELECT one, other, together, ${sql.join(SUMS.map((column) => sql`sum(${sql.ref(column)}) AS ${sql.ref(column)}`))}
    FROM pair_periods
    WHERE (one, other) IN (SELECT one, other FROM strongest UNION SELECT other, one FROM strongest)
    GROUP BY one, other, together`.execute(db);
  return rows.map(overAll);
}

function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** What is told once and not among those counted as a whole by these dates. */
function besideCounts(asOf: AsOf): readonly Narrowed[] {
  const [world, known] = [worldDay(asOf), knownDay(asOf)];
  if (known === null) return world === null ? [] : openAt(world);
  const told = monthOfDay(known);
  if (world === null) return [{ told }];
  const open = openAt(world);
  const others = open.map(({ which }) => sql`NOT ${which}`);
  return [...open, { told, which: sql<SqlBool>`${sql.join(others, sql` AND `)}` }];
}

/**
 * What is of a month or year of which a day leaves out a part, of no exact one, or undated; no two of these have anything
 * in common. What begins in a later year has not happened.
 */
function openAt(day: string) {
  const number = dayNumber(day);
  const year = Math.floor(number / 10_000) * 10_000;
  const within = (days: number) => sql`l.begins / ${sql.lit(days)} = l.ends / ${sql.lit(days)}`;
  const own = sql`l.begins / 100 = ${sql.lit(monthOf(number))}`;
  const last = year + 1231;
  return [
    {
      begins: { from: year, to: last },
      which: sql<SqlBool>`(l.begins BETWEEN ${sql.lit(year)} AND ${sql.lit(last)} AND CASE WHEN ${within(100)} THEN ${own} ELSE 1 = 1 END)`,
    },
    { begins: { from: UNDATED }, which: sql<SqlBool>`(l.begins = ${sql.lit(UNDATED)})` },
    { wide: true, which: sql<SqlBool>`(l.begins < ${sql.lit(year)} AND NOT ${within(10_000)})` },
  ];
}

/**
 * From the events themselves.
 * @param among which of those that lead, or as of a day of knowledge of those that are told once; without it all
 */
async function dealingsAmong(
  db: Kysely<Tables>,
  filter: DealingsFilter,
  by: Period | null,
  among?: readonly Narrowed[],
): Promise<readonly Dealings[]> {
  const length = by && LETTERS[by];
  const period = sql<
    string | null
  >`CASE WHEN ${sql.lit(length)} IS NULL THEN '' WHEN substr(m.time_start, 1, ${sql.lit(length)}) = substr(m.time_end, 1, ${sql.lit(length)})
    THEN substr(m.time_start, 1, ${sql.lit(length)}) END`;
  const asked = { ...filter, kinds: ['event'], modalities: ['actual'] } as const;
  const chosen = await tellingsThatFit(db, asked, among ? { among } : {});
  const together = sql<number>`CASE WHEN b.role = a.role THEN 1 ELSE 0 END`;
  const told = db
    .selectFrom(chosen.as('c'))
    .innerJoin('items as m', 'm.key', 'c.key')
    .innerJoin('roles as a', 'a.item', 'm.key')
    .innerJoin('entity_sides as s', 's.entity', 'a.entity')
    .innerJoin('roles as b', 'b.item', 'm.key')
    .innerJoin('entity_sides as t', 't.entity', 'b.entity')
    .where('a.role', '=', 'actor')
    .where(pairedRoles)
    .where(sql<SqlBool>`s.side <> t.side AND (b.role <> a.role OR s.side < t.side)`)
    .select(['s.side as one', 't.side as other', together.as('together'), period.as('period')])
    .select(['m.entry', 'm.type', 'm.score'])
    .distinct();
  const rows = await db
    .selectFrom(told.as('d'))
    .groupBy(['d.one', 'd.other', 'd.together', 'd.period', 'd.type'])
    .select(['d.one', 'd.other', 'd.together', 'd.period', 'd.type'])
    .select(({ fn }) => [fn.countAll<number>().as('events'), fn.sum<number>('d.score').as('sum')])
    .execute();
  return rows.map(({ one, other, together, period, type, events, sum }) => ({
    one,
    other,
    together: Number(together) === 1,
    period,
    events: Number(events),
    sum: Number(sum ?? 0),
    quads: { ...NONE, [PLOVER[type as EventType].quad]: Number(events) },
  }));
}

/**
 * From the counts that are kept by month, which hold what has no other filter than a pair.
 * @param asOf only of the months and years that are over before the world's, told of once and before the month of knowledge
 */
async function countedDealings(
  db: Kysely<Tables>,
  pair: readonly [string, string] | undefined,
  by: 'month' | 'year' | null,
  asOf: AsOf | undefined,
): Promise<Iterable<Dealings>> {
  const sides = pair && db.selectFrom('entities').where('id', 'in', pair).select('entity');
  if (by === null) {
    const rows = await db
      .selectFrom('pair_periods')
      .where(periodsBefore(asOf))
      .$if(sides !== undefined, (query) => query.where('one', 'in', sides ?? []).where('other', 'in', sides ?? []))
      .groupBy(['one', 'other', 'together'])
      .select(['one', 'other', 'together'])
      .select(({ fn }) => SUMS.map((column) => fn.sum<number>(column).as(column)))
      .execute();
    return rows.map(overAll);
  }
  const { rows } = await sql<{ one: number; other: number; told: string }>`
    SELECT one, other, string_agg(${WRITTEN}, ';') AS told FROM pair_periods
    WHERE ${periodsBefore(asOf)}
    ${sides ? sql`AND one IN (${sides}) AND other IN (${sides})` : sql``} GROUP BY one, other`.execute(db);
  return readAll(rows, LETTERS[by]);
}

/** Whether what is counted (`pair_periods`) is over before the world's month and year, and was told of before the month of knowledge. */
function periodsBefore(asOf: AsOf | undefined) {
  const [world, known] = [worldDay(asOf), knownDay(asOf)];
  const over = (length: number) =>
    sql`(length(period) = ${sql.lit(length)} AND period < ${world?.slice(0, length) ?? null})`;
  const before = [
    ...(world === null ? [] : [sql`(${over(LETTERS.month)} OR ${over(LETTERS.year)})`]),
    ...(known === null ? [] : [sql`heard > 0 AND heard < ${monthOf(dayNumber(known))}`]),
  ];
  return before.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(before, sql` AND `)}`;
}

const SUMS = ['events', 'score', 'quad1', 'quad2', 'quad3', 'quad4'] as const;

const summed = (row: Readonly<Record<(typeof SUMS)[number], number>>) => ({
  events: Number(row.events),
  sum: Number(row.score),
  quads: { 1: Number(row.quad1), 2: Number(row.quad2), 3: Number(row.quad3), 4: Number(row.quad4) },
});

type PairSums = Parameters<typeof summed>[0] & {
  readonly one: number;
  readonly other: number;
  readonly together: number;
};

const overAll = (row: PairSums): Dealings => ({
  one: row.one,
  other: row.other,
  together: row.together === 1,
  period: '',
  ...summed(row),
});

type SumsOfPeriods = SelectQueryBuilder<Tables, 'period_sums', object>;

export interface PeriodDealings extends Pick<Dealings, 'events' | 'sum' | 'quads'> {
  readonly period: string | null;
}

/**
 * The dealings of all pairs, or of those that one entity is a side of, added up by period: an event counts for each pair
 * that it is between.
 * @param side key of the entity
 */
export async function dealingsInAll(
  db: Kysely<Tables>,
  filter: DealingsFilter,
  by: Period,
  side: number | null,
): Promise<Iterable<PeriodDealings>> {
  const { asOf } = filter;
  if (!isCounted(filter) || filter.pair || by === 'day') return ofSide(await dealings(db, filter, by), side);
  const length = sql.lit(LETTERS[by]);
  const period = sql<string | null>`CASE WHEN length(period) >= ${length} THEN substr(period, 1, ${length}) END`;
  const ofOne = () =>
    db.selectFrom('pair_periods').where((eb) => eb.or([eb('one', '=', side), eb('other', '=', side)]));
  const rows = await (side === null ? db.selectFrom('period_sums') : (ofOne() as never as SumsOfPeriods))
    .where(periodsBefore(asOf))
    .groupBy(period)
    .select(period.as('period'))
    .select(({ fn }) => SUMS.map((column) => fn.sum<number>(column).as(column)))
    .execute();
  const counted = rows.map((row) => ({ period: row.period, ...summed(row) }));
  if (!isPast(asOf)) return counted;
  return chain<PeriodDealings>(counted, ofSide(await dealingsAmong(db, filter, by, besideCounts(asOf)), side));
}

function* ofSide(all: Iterable<Dealings>, side: number | null): Generator<Dealings> {
  for (const row of all) if (side === null || row.one === side || row.other === side) yield row;
}

/** All periods of two sides come as one text: a row for each takes an engine's door three times as long. */
const WRITTEN = sql`period || ' ' || together || ' ' || events || ' ' || score
  || ' ' || quad1 || ' ' || quad2 || ' ' || quad3 || ' ' || quad4`;

function* readAll(
  rows: readonly { readonly one: number; readonly other: number; readonly told: string }[],
  letters: number,
): Generator<Dealings> {
  for (const { one, other, told } of rows) for (const text of told.split(';')) yield read(one, other, text, letters);
}

function read(one: number, other: number, text: string, letters: number): Dealings {
  const [period = '', together, events, sum, ...quads] = text.split(' ');
  const [first, second, third, fourth] = quads.map(Number);
  return {
    one,
    other,
    together: together === '1',
    period: period.length < letters ? null : period.slice(0, letters),
    events: Number(events),
    sum: Number(sum),
    quads: { 1: first ?? 0, 2: second ?? 0, 3: third ?? 0, 4: fourth ?? 0 },
  };
}

/** Events by quadrant, and their scores. */
export class Tally {
  events = 0;
  sum = 0;
  readonly quads: Record<Quad, number> = { ...NONE };

  add({ events, sum, quads }: Pick<Dealings, 'events' | 'sum' | 'quads'>): void {
    this.events += events;
    this.sum += sum;
    for (const quad of QUADS) this.quads[quad] += quads[quad];
  }

  /** Rounded to two decimals, so that the order of addition leaves no trace. */
  result() {
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      events: this.events,
      quads: this.quads,
      sum: round(this.sum),
      score: this.events === 0 ? 0 : round(this.sum / this.events),
    };
  }
}
