// When a promise or request was made, and for which days: "said on 3 May that they will meet in June".
import { ANSWERED_WITHIN_DAYS } from '../../../coding/events/answers.ts';
import type { DayInterval } from '../../dates.ts';
import type { Deed } from '../deeds.ts';
import { daysFrom } from '../near.ts';

export interface PromisedDays {
  /** The last day on which it can have been made: what comes after it was not known when it was made. */
  readonly made: string;
  /** The days it is for; null where it names none. */
  readonly due: DayInterval | null;
  /** The last day on which an answer is looked for. */
  readonly last: string;
}

/**
 * The days of a promise; null where nobody can say what comes after it. A date that lies ahead of the document that tells
 * it is what was promised, "will visit in the middle of this month", and not the day of the promise.
 * @param named the days that its words name
 */
export function promisedDays(
  { time, told }: Pick<Deed, 'time' | 'told'>,
  named: readonly DayInterval[],
): PromisedDays | null {
  const own = time.start !== null && time.end !== null ? { start: time.start, end: time.end } : null;
  const isAhead = own !== null && told.end !== null && own.end > told.end;
  const made = own === null || isAhead ? told.end : own.end;
  if (made === null) return null;
  const ahead = [...named, ...(own ? [own] : [])].filter(({ end }) => end > made);
  const due =
    ahead.length === 0
      ? null
      : { start: least(ahead.map(({ start }) => start)), end: most(ahead.map(({ end }) => end)) };
  return { made, due, last: due?.end ?? daysFrom(made, ANSWERED_WITHIN_DAYS) };
}

const least = (days: readonly string[]) => days.reduce((a, b) => (a < b ? a : b));
const most = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b));
