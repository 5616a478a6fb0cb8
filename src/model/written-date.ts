// Dates as people write them in a field, an option or a query, as ISO dates that may be partial.
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether it is an ISO day, month or year that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (!year || Number(year) === 0) return false;
  if (month && (Number(month) < 1 || Number(month) > 12)) return false;
  return !day || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * `2007`, `2007-12`, `Dec 2007`, `12 December 2007`, `December 12, 2007`, `12.12.2007` -> ISO; null for what is no date,
 * `` for nothing. A date with slashes is none: whether the day or the month comes first cannot be told.
 */
export function parseDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === '') return '';
  if (isDate(typed)) return typed;
  const [year, month, day] = partsOf(typed);
  if (!year || !month) return null;
  const date = [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return isDate(date) ? date : null;
}

type Parts = readonly [year?: string | undefined, month?: string | undefined, day?: string | undefined];

function partsOf(typed: string): Parts {
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed);
  if (dotted) return [dotted[3], dotted[2], dotted[1]];
  const british = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(typed);
  if (british) return [british[3], monthOf(british[2]), british[1]];
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(typed);
  return american ? [american[3], monthOf(american[1]), american[2]] : [];
}

/** The number of a month by its name or the first three letters or more of it. */
function monthOf(name = ''): string | undefined {
  const at = MONTHS.findIndex((month) => month.startsWith(name));
  return at === -1 ? undefined : String(at + 1);
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** A date, with the preposition before it. */
const WRITTEN = new RegExp(
  `(?:\\b(?:in|on|of|during|since|by)\\s+)?(${[
    `\\b(?:\\d{1,2}\\s+)?${MONTH}\\s+\\d{4}\\b`,
    `\\b${MONTH}\\s+\\d{1,2},?\\s+\\d{4}\\b`,
    '\\b\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b',
    '\\b(?:19|20)\\d{2}(?:-\\d{2}){0,2}\\b',
  ].join('|')})`,
  'gi',
);

/** The dates that stand in a sentence such as a query, as ISO, with what is left of the words. */
export function datesIn(text: string): { readonly dates: readonly string[]; readonly rest: string } {
  const dates: string[] = [];
  const rest = text.replace(WRITTEN, (whole: string, written: string) => {
    const date = parseDate(written);
    if (date) dates.push(date);
    if (date) return ' ';
    // "decision 2007" begins like a month and is none; its year still is one.
    const [word = '', year, ...more] = written.split(' ');
    if (!year || more.length > 0 || /\d/.test(word) || !isDate(year)) return whole;
    dates.push(year);
    return `${word} `;
  });
  return { dates, rest: rest.replace(/\s+/g, ' ').trim() };
}
