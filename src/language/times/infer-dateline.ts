// The year of a dateline that prints only day and month, from the weekday of the news and the years the text names.
import type { Timex } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import { weekdayOf } from './values/calendar.ts';
import { dayPoint, printPoint } from './values/point.ts';

/** A dateline stands near the top, its weekday in the first sentence. */
const TOP = 1200;
const FIRST_SENTENCE = 250;

/**
 * "MOSCOW, July 14 - The president signed a decree on Saturday ... from 12 December 2007": of the years named, 14 July is a
 * Saturday in 2007 alone. News is of the dateline's day or the day before. `named` are the years the text names in any way,
 * `told` those it tells as past: it was written in none earlier than these. Null unless exactly one year fits.
 */
export function inferDateline(
  text: string,
  times: readonly Timex[],
  named: readonly number[],
  told: readonly number[],
): { readonly value: string; readonly span: Span } | null {
  const dateline = times.find(({ value, span }) => /^XXXX-\d\d-\d\d$/.test(value) && opensDateline(text, span));
  if (dateline === undefined || dateline.span[0] > TOP) return null;
  const weekday = times.find(
    ({ value, span }) =>
      /^XXXX-WXX-\d/.test(value) && span[0] > dateline.span[1] && span[0] - dateline.span[1] < FIRST_SENTENCE,
  );
  if (weekday === undefined) return null;
  const [month, day] = [Number(dateline.value.slice(5, 7)), Number(dateline.value.slice(8, 10))];
  const earliest = told.reduce((latest, year) => Math.max(latest, year), 0);
  const fitting = new Set<number>();
  for (const year of named) {
    const passed = weekdayOf(dayPoint(year, month, day).at) - Number(weekday.value.slice(9, 10));
    if (year >= earliest && (passed + 7) % 7 <= 1) fitting.add(year);
  }
  const [year] = fitting;
  return year === undefined || fitting.size > 1
    ? null
    : { value: printPoint(dayPoint(year, month, day)), span: dateline.span };
}

/** Whether a date stands in a dateline: after a place in capitals, before a dash or bracket. */
function opensDateline(text: string, [start, end]: Span): boolean {
  return (
    /(?:^|\n)[\p{Lu}\s.,'’()-]{2,40}$/u.test(text.slice(Math.max(0, start - 45), start)) &&
    /^\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|&\w)/.test(text.slice(end, end + 50))
  );
}
