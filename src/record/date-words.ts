// A point of time in words, for people.
import { daysOf } from './dates.ts';

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** TIMEX3's seasons, quarters and halves. */
const PARTS: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  AU: 'autumn',
  WI: 'winter',
  Q1: 'first quarter of',
  Q2: 'second quarter of',
  Q3: 'third quarter of',
  Q4: 'fourth quarter of',
  H1: 'first half of',
  H2: 'second half of',
};

/**
 * A TIMEX3 value that is no interval: "23 October 2013", "October 2013", "spring 2009", "third quarter of 1989",
 * "the week of 11 May 2009", "1990s"; a time of day is left out. The value itself where it names no days.
 */
export function pointWords(value: string): string {
  const [, inYear, part] = /^(\d{4})-([A-Z][A-Z\d])$/.exec(value) ?? [];
  if (inYear && part && PARTS[part]) return `${PARTS[part]} ${inYear}`;
  if (/^\d{4}-W\d{2}/.test(value)) {
    const monday = daysOf(value)?.start;
    return monday ? `the week of ${pointWords(monday)}` : value;
  }
  if (/^\d{3}$/.test(value)) return `${value}0s`;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!year || !name) return value;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
