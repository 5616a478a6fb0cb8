// Finds lines that say where and when a document was written, and the place and date before a report's first sentence.
import { findPrintedDates } from '../../head/printed-dates.ts';
import { withoutMarkdown, wordsOf } from './words.ts';

const AROUND_DATES =
  /\b(?:published|posted|updated|modified|created|issued|released|date|dated|last|first|on|at|time|gmt|utc|cet|cest|est|edt|msk|bst|a\.?m|p\.?m|mon|tue|tues|wed|thu|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|h|hrs|hours|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)\b\.?/giu;

/** "October 23, 2013", "Moscow, 17 May 2012", "Published: 12 May 2010, 14:05 GMT": a date with at most a place beside it. */
export function isDateLine(head: string, length: number): boolean {
  if (length > 120) return false;
  const text = withoutMarkdown(head);
  if (/\?$/.test(text)) return false;
  if (datelineLength(`${text} `, false, () => true) >= text.length) return true;
  const dates = findPrintedDates(text);
  const first = dates[0];
  if (!first) return false;
  let rest = text;
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  rest = rest.replace(AROUND_DATES, ' ');
  const words = wordsOf(rest);
  if (/[.!?]\s*$/.test(text) && words.length > 2) return false;
  if (words.length <= 4) return words.every((word) => /^[\p{Lu}\d]/u.test(word));
  // A ministry's record says where it was: "Monday, 7 May 2012, 11:20, Press Room, Ministry of Fisheries".
  const isTimed = first.start < LONGEST_WEEKDAY && HOUR.test(text);
  return (
    isTimed &&
    words.length <= LONGEST_VENUE &&
    words.every((word) => /^[\p{Lu}\d]|^(?:of|the|and|in|at|for)$/u.test(word))
  );
}

const HOUR = /\b\d{1,2}[:.]\d{2}\b/;
/** In characters, with the comma and space. */
const LONGEST_WEEKDAY = 12;
/** In words. */
const LONGEST_VENUE = 10;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})(?:,? (?:19|20)\\d\\d)?`;
const PLACE = "[\\p{Lu}][\\p{L}.'’-]*(?: [\\p{Lu}d][\\p{L}.'’-]*){0,3}";
const CAPITALS = "[\\p{Lu}][\\p{Lu}.'’-]+(?: [\\p{Lu}][\\p{Lu}.'’-]*){0,3}";
const AGENCY = "\\((?:[\\p{Lu}][\\p{L}/&.' -]{1,40})\\)";
const DASH = '(?:—|–|--|-|_|―)';

/** "BRUSSELS, Belgium, May 27, 1997 (Reuters) - ", "MOSCOW/LONDON — ", "NEW DELHI - ". */
const IN_CAPITALS = new RegExp(
  `^(?<place>${CAPITALS}(?:/${CAPITALS}){0,2})(?<more>(?:, ${PLACE})?(?:, ${DATE})?(?: ${DATE})?(?:,? ?${AGENCY})?) ?,? ?${DASH} `,
  'u',
);
/** "Brussels, 4 December 2009 - ", "Moscow, May 3 (Interfax) — ": with a date or an agency only. */
const IN_SMALL = new RegExp(
  `^${PLACE}(?:/${PLACE})?(?:, ${PLACE})?(?:,? ${DATE}(?:,? ?${AGENCY})?|,? ?${AGENCY}) ?,? ?${DASH} `,
  'u',
);

/**
 * Length of the dateline that a paragraph begins with, its dash included, or 0.
 * "VIENNA, May 3 (Reuters) - Inspectors said" gives the length of "VIENNA, May 3 (Reuters) -".
 * @param first whether the paragraph is the text's first of prose: elsewhere a date or an agency must be there
 * @param inCapitals whether the word stands in capitals elsewhere in the text too, as "NATO — the alliance" does
 */
export function datelineLength(text: string, first: boolean, inCapitals: (word: string) => boolean): number {
  const start = text.slice(0, 160);
  const capitals = IN_CAPITALS.exec(start);
  if (capitals?.groups) {
    const { place = '', more = '' } = capitals.groups;
    if (more !== '' || (first && !inCapitals(place))) return capitals[0].trimEnd().length;
    return 0;
  }
  return IN_SMALL.exec(start)?.[0].trimEnd().length ?? 0;
}
