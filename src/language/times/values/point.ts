// Points of calendar time at a grain, as numbers one can add to, and their TIMEX3 values.
import { civilDay, dayNumber, daysInMonth, mondayOf, weekNumber } from './calendar.ts';

/** From fine to coarse, but for weeks and weekends, which cross months. */
export const GRAINS = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
] as const;
export type Grain = (typeof GRAINS)[number];

/** A stretch of the calendar: the `at`-th of its grain, so that `at + 1` is the next one. */
export interface Point {
  readonly grain: Grain;
  readonly at: number;
}

export const SEASONS: readonly string[] = ['SP', 'SU', 'FA', 'WI'];

const MONTHS_IN: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};
/** Seasons begin in March: spring 2009 is March to May, winter 2009 runs to February 2010. */
const SEASON_START = 2;

export const dayPoint = (year: number, month: number, day: number): Point => ({
  grain: 'day',
  at: dayNumber({ year, month, day }),
});
export const monthPoint = (year: number, month: number): Point => ({ grain: 'month', at: year * 12 + month - 1 });
export const yearPoint = (year: number): Point => ({ grain: 'year', at: year });

/** Whether a day of that name exists ("30 February" does not). */
export const isDay = (year: number, month: number, day: number): boolean => day >= 1 && day <= daysInMonth(year, month);

/** First and last day number of a point. */
export function extentOf({ grain, at }: Point): readonly [first: number, last: number] {
  if (grain === 'day') return [at, at];
  if (grain === 'week') return [mondayOf(at), mondayOf(at) + 6];
  if (grain === 'weekend') return [mondayOf(at) + 5, mondayOf(at) + 6];
  const length = MONTHS_IN[grain] ?? 1;
  const month = at * length + (grain === 'season' ? SEASON_START : 0);
  return [firstOfMonth(month), firstOfMonth(month + length) - 1];
}

/** The point of a grain that a day lies in; a weekday belongs to its week's weekend. */
export function pointOfDay(day: number, grain: Grain): Point {
  if (grain === 'day') return { grain, at: day };
  if (grain === 'week' || grain === 'weekend') return { grain, at: weekNumber(day) };
  const { year, month } = civilDay(day);
  const months = year * 12 + month - 1 - (grain === 'season' ? SEASON_START : 0);
  return { grain, at: Math.floor(months / (MONTHS_IN[grain] ?? 1)) };
}

/** The point of a coarser grain that holds the whole of this one; null where none does (a year lies in no month). */
export function coarsen(point: Point, grain: Grain): Point | null {
  if (point.grain === grain) return point;
  const [first, last] = extentOf(point);
  const found = pointOfDay(first, grain);
  const [from, to] = extentOf(found);
  return from <= first && last <= to ? found : null;
}

/** The point `count` units of `grain` later; at that grain. "Two weeks" after a day is a week. Null where the point is too coarse. */
export function shift(point: Point, grain: Grain, count: number): Point | null {
  const [first, last] = extentOf(point);
  // A weekday lies in no weekend, and a week often in no one month: the weekend of its week, the month of its Thursday.
  const held =
    coarsen(point, grain) ??
    (point.grain === 'week' || (grain === 'weekend' && point.grain === 'day')
      ? pointOfDay(Math.min(first + 3, last), grain)
      : null);
  return held ? { grain, at: held.at + count } : null;
}

/** The point so many years later, at its own grain: 1989-Q3 becomes 1988-Q3; 29 February becomes 28 February. */
export function shiftYears(point: Point, years: number): Point {
  if (point.grain === 'day') {
    const { year, month, day } = civilDay(point.at);
    return dayPoint(year + years, month, Math.min(day, daysInMonth(year + years, month)));
  }
  if (point.grain === 'week' || point.grain === 'weekend') {
    const moved = shiftYears({ grain: 'day', at: extentOf(point)[0] }, years);
    return pointOfDay(moved.at, point.grain);
  }
  return { grain: point.grain, at: point.at + Math.round((years * 12) / (MONTHS_IN[point.grain] ?? 12)) };
}

/** The year a point lies in, or begins in. */
export const yearOf = (point: Point): number => {
  const { year } = civilDay(extentOf(point)[0] + (point.grain === 'week' ? 3 : 0));
  return year;
};

/** The TIMEX3 value: `1989-Q3`, `2009-SP`, `2013-W43`, `1990-W32-WE`, `198` (the decade), `19` (the century). */
export function printPoint(point: Point): string {
  const { grain, at } = point;
  if (grain === 'decade') return padYear(at).slice(1);
  if (grain === 'century') return padYear(at).slice(2);
  if (grain === 'day') {
    const { year, month, day } = civilDay(at);
    return `${padYear(year)}-${pad(month)}-${pad(day)}`;
  }
  const year = padYear(yearOf(point));
  if (grain === 'year') return year;
  if (grain === 'month') return `${year}-${pad((((at % 12) + 12) % 12) + 1)}`;
  if (grain === 'half') return `${year}-H${(((at % 2) + 2) % 2) + 1}`;
  const inYear = ((at % 4) + 4) % 4;
  if (grain === 'quarter') return `${year}-Q${inYear + 1}`;
  if (grain === 'season') return `${year}-${SEASONS[inYear] ?? ''}`;
  const firstWeek = weekNumber(dayNumber({ year: Number(year), month: 1, day: 4 }));
  return `${year}-W${pad(at - firstWeek + 1)}${grain === 'weekend' ? '-WE' : ''}`;
}

/** The point of a value; null for what names no single stretch of the calendar (`XXXX-10-23`, `PRESENT_REF`, `P3D`, `2013-02-30`). */
export function parsePoint(value: string): Point | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?|-Q([1-4])|-H([12])|-(SP|SU|FA|WI))?(?:T.*)?$/.exec(
    value,
  );
  if (!parts) {
    if (!/^\d{2,3}$/.test(value)) return null;
    return { grain: value.length === 3 ? 'decade' : 'century', at: Number(value) };
  }
  const [, digits, month, day, week, weekend, quarter, half, season] = parts;
  const year = Number(digits);
  if (day) return isDay(year, Number(month), Number(day)) ? dayPoint(year, Number(month), Number(day)) : null;
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? monthPoint(year, Number(month)) : null;
  if (week) {
    const found: Point = {
      grain: weekend ? 'weekend' : 'week',
      at: weekNumber(dayNumber({ year, month: 1, day: 4 })) + Number(week) - 1,
    };
    return printPoint(found) === value.replace(/T.*/, '') ? found : null;
  }
  if (quarter) return { grain: 'quarter', at: year * 4 + Number(quarter) - 1 };
  if (half) return { grain: 'half', at: year * 2 + Number(half) - 1 };
  if (season) return { grain: 'season', at: year * 4 + SEASONS.indexOf(season) };
  return yearPoint(year);
}

function firstOfMonth(months: number): number {
  return dayNumber({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: 1 });
}

const pad = (part: number): string => String(part).padStart(2, '0');
const padYear = (year: number): string => String(year).padStart(4, '0');
