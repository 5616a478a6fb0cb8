// First and last day that a TIMEX3 value can mean, so that uncertain dates are stored and compared as intervals.

/** ISO days, both included. */
export interface DayInterval {
  readonly start: string;
  readonly end: string;
}

/** First and last month of TIMEX3's seasons on the northern half of the earth; winter runs into the next year. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  AU: [9, 11],
  WI: [12, 14],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
};

/**
 * The days a value can mean: `2013-10-23`, `2013-10`, `2013`, `2009-SP`, `2013-Q3`, `2013-W43`, `201` (the decade),
 * a time of day (`2013-10-23T14:30`), and intervals of these (`2013-10/2013-11`). Null for what names no days
 * (`PRESENT_REF`, `XXXX-10`) or none that exist (`2013-02-30`).
 *
 * Example: "in the spring of 2009" has the value `2009-SP`, hence 2009-03-01 to 2009-05-31.
 */
export function daysOf(value: string | null): DayInterval | null {
  if (value === null) return null;
  const [first, last, more] = value.split('/');
  if (more !== undefined || first === undefined) return null;
  const from = daysOfPoint(first);
  if (last === undefined) return from;
  const to = daysOfPoint(last);
  if (!from || !to || to.end < from.start) return null;
  return { start: from.start, end: to.end };
}

function daysOfPoint(value: string): DayInterval | null {
  const parts =
    /^(\d{3,4})(?:-(\d{2})(?:-(\d{2})(?:T[\w:.+-]*)?)?|-(W\d{2})(?:-.*)?|-(SP|SU|FA|AU|WI|Q[1-4]|H[12]))?$/.exec(value);
  if (!parts) return null;
  const [, digits = '', month, day, week, season] = parts;
  if (digits.length === 3)
    return month || week || season ? null : { start: `${digits}0-01-01`, end: `${digits}9-12-31` };
  const year = Number(digits);
  if (year === 0) return null;
  if (week) return daysOfWeek(year, Number(week.slice(1)));
  const months = season ? SEASONS[season] : month ? ([Number(month), Number(month)] as const) : ([1, 12] as const);
  if (!months || months[0] < 1 || (!season && months[1] > 12)) return null;
  if (day === undefined) return { start: isoDay(year, months[0], 1), end: isoDay(year, months[1] + 1, 0) };
  const iso = isoDay(year, months[0], Number(day));
  return iso === `${digits}-${month}-${day}` ? { start: iso, end: iso } : null;
}

/** ISO 8601 weeks: week 1 holds the year's first Thursday, weeks begin on Monday. */
function daysOfWeek(year: number, week: number): DayInterval | null {
  if (week < 1 || week > 53) return null;
  const weekday = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  const monday = 4 - weekday + 1 + (week - 1) * 7;
  return { start: isoDay(year, 1, monday), end: isoDay(year, 1, monday + 6) };
}

/** Months and days outside their range run over into the next or previous, as in `Date`; month counts from 1. */
function isoDay(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}
