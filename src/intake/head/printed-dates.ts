// Reads dates as documents print them ("May 27, 1997", "27 May 1997", "27.05.1997", "2009-12") into ISO 8601.

/** A date in a text: where it stands in the string and what it says, as precisely as it says it. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  /** `2013-10-23`, `2013-10` or `2013`. */
  readonly value: string;
}

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] as const; // biome-ignore format: one table, one line

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:1[6-9]|20)\\d\\d)';

/** Each form with the places of year, month and day among its groups; 0 where it has none. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}[] = [
  { pattern: new RegExp(`\\b${YEAR}-(\\d\\d)-(\\d\\d)(?!\\d)`, 'gi'), year: 1, month: 2, day: 3 },
  { pattern: new RegExp(`\\b${DAY}(?: of)?[ -]${MONTH},?[ -]${YEAR}\\b`, 'gi'), year: 3, month: 2, day: 1 },
  { pattern: new RegExp(`\\b${MONTH} ${DAY}(?:,| ,)? ?${YEAR}\\b`, 'gi'), year: 3, month: 1, day: 2 },
  { pattern: new RegExp(`\\b${YEAR},? ${MONTH} ${DAY}\\b`, 'gi'), year: 1, month: 2, day: 3 },
  { pattern: new RegExp(`(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEAR}\\b`, 'gi'), year: 3, month: 2, day: 1 },
  { pattern: new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})/${YEAR}\\b`, 'gi'), year: 3, month: 1, day: 2 },
  { pattern: new RegExp(`\\b${YEAR}/(\\d{1,2})/(\\d{1,2})(?!\\d)`, 'gi'), year: 1, month: 2, day: 3 },
  { pattern: new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'gi'), year: 2, month: 1, day: 0 },
  { pattern: new RegExp(`\\b${YEAR}-(0[1-9]|1[0-2])(?![\\d-])`, 'gi'), year: 1, month: 2, day: 0 },
];

/**
 * The dates with at least a year and a month that a string prints, in order and without overlap.
 * Of "05/04/2014" nobody can tell day from month, so it gives `2014`; "05/27/2014" and "27/05/2014" can be told.
 */
export function findPrintedDates(text: string): readonly PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const { pattern, year, month, day } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => other.start < end && match.index < other.end)) continue;
      const value = isoOf(match[year] ?? '', match[month] ?? '', day === 0 ? null : (match[day] ?? null), match[0]);
      if (value) found.push({ start: match.index, end, value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isoOf(year: string, monthText: string, dayText: string | null, printed: string): string | null {
  let month = monthNumber(monthText);
  if (dayText === null) return month === null ? null : `${year}-${pad(month)}`;
  let day = Number(dayText);
  if (printed.includes('/') && !printed.startsWith(year)) {
    if (month !== null && month > 12) [month, day] = [day, month];
    else if (day <= 12 && day !== month) return year;
  }
  if (month === null || month < 1 || month > 12 || day < 1 || day > daysIn(Number(year), month)) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const at = MONTHS.findIndex((name) => name.startsWith(text.slice(0, 3).toLowerCase()));
  return at === -1 ? null : at + 1;
}

const pad = (part: number): string => String(part).padStart(2, '0');

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** An ISO 8601 date or date and time, whole or partial, as its date; null for anything else. */
export function isoDate(value: string): string | null {
  const match = /^\s*((?:1[6-9]|20)\d\d)(?:-?(\d\d))?(?:-?(\d\d))?(?=$|[T\s])/.exec(value);
  if (!match?.[1]) return null;
  if (!match[2]) return match[1];
  return isoOf(match[1], match[2], match[3] ?? null, match[0]);
}

/** The date of a value that holds one and little else, in ISO 8601 or as printed ("Wed, 23 Oct 2013 10:00:00 GMT"). */
export function dateIn(value: string): string | null {
  return isoDate(value.replace(/\//g, '-')) ?? findPrintedDates(value.slice(0, 60))[0]?.value ?? null;
}
