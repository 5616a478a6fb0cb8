// Dates as people write them in a field, and as days for drawing.
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether it is an ISO day, month or year that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (!year) return false;
  if (month && (Number(month) < 1 || Number(month) > 12)) return false;
  return !day || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2007`, `2007-12`, `Dec 2007`, `December 2007`, `12 December 2007` -> ISO; null for what is no date, `` for nothing. */
export function parseDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === '') return '';
  if (isDate(typed)) return typed;
  const [, day, name, year] = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(typed) ?? [];
  const month = name === undefined ? -1 : MONTH_NAMES.indexOf(name.slice(0, 3));
  if (month === -1 || !year) return null;
  const date = [year, String(month + 1).padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return isDate(date) ? date : null;
}

/** The dates that stand in a sentence such as a query, as ISO, with what is left of the words. */
export function datesIn(text: string): { readonly dates: readonly string[]; readonly rest: string } {
  const dates: string[] = [];
  const rest = text.replace(
    /\b(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4}\b|\b(?:19|20)\d{2}(?:-\d{2}){0,2}\b/gi,
    (words) => {
      const date = parseDate(words);
      if (date) dates.push(date);
      return date ? ' ' : words;
    },
  );
  return {
    dates,
    rest: rest
      .replace(/\b(?:in|on|of|during|since|by)\s*$/i, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

const DAY = 86_400_000;

/** Days since 1970 of an ISO day; the unit in which the page draws time. */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);

export const isoOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
