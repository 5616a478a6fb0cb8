// What opens a block and is a sentence of its own: a report's place, date and agency, as the treebanks count them; the date of a
// chronology's entry; a paragraph's number. A parser that reads them on takes them for a part of what follows.

const DASH = '\\s?—\\s?|\\s(?:–|--?)\\s';
const PLACE = "\\p{Lu}[\\p{Lu}.'’]+(?:[ /-]\\p{Lu}[\\p{Lu}.'’]*){0,3}";
const REST = '(?:, ?[\\p{L}\\d.]{1,20}(?: [\\p{L}\\d.]{1,20}){0,3}){0,3}';
const AGENCY = '(?: ?\\([\\p{L}\\d][^()\\n]{1,40}\\))';
const SHOUTED = new RegExp(`^${PLACE}${REST}${AGENCY}?(?:${DASH})(?=["“‘']?\\p{Lu})`, 'u');
const WITH_AGENCY = new RegExp(
  `^\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+){0,3}${REST}${AGENCY}(?:${DASH})(?=["“‘']?\\p{Lu})`,
  'u',
);
/** Shorter blocks are headings, where a dash after capitals parts two halves. */
const SHORTEST = 120;
const REACH = 160;
/** Shorter blocks are items of a list, which the treebanks leave with their number. */
const SHORTEST_NUMBERED = 50;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const DAYS = '\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?';
/** "23 March 2015", "4–6 April 2021", "May 3, 2013", "June 2004", "2015-03-23", "1987". */
const DATE = `(?:(?:1[89]|20)\\d\\d|${DAYS} ${MONTH},? \\d{4}|${MONTH} ${DAYS}, \\d{4}|${MONTH} \\d{4}|\\d{4}-\\d\\d-\\d\\d)`;
/** "23 March" without its year, as in the chronology of one year. */
const DAY = `(?:${DAYS} ${MONTH}|${MONTH} ${DAYS})`;
const ENTRY = new RegExp(`^(?:${DATE}|${DAY})(?:\\s?[–—]\\s?|\\s--?\\s|:\\s)(?=["“‘']?\\p{Lu})`, 'u');
const NUMBER = /^\d{1,2}[.)]\s(?=["“‘']?\p{Lu}\S*\s\S+\s\S)/u;

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const WHEN = new RegExp(`^(?:On|In|By|Since|Until|Last|Next) (?:${WEEKDAY}|${MONTH})$`, 'u');

/** Whether two words are a time that opens a sentence and is none: `On Monday` of `On Monday Chad struck`. */
export const isTimeAlone = (words: string): boolean => WHEN.test(words);

/**
 * The offset after what opens the block, or `start` where nothing does:
 * `BRUSSELS, May 27 (Reuters) -` | `The alliance said ...` (without an agency the place must be in capitals);
 * `23 March 2015 –` | `Both sides sign ...`; `4.` | `Ministers met ...`.
 */
export function openingEnd(text: string, start: number, end: number): number {
  const opening = text.slice(start, start + REACH);
  const dateline = end - start < SHORTEST ? null : (SHOUTED.exec(opening) ?? WITH_AGENCY.exec(opening));
  const number = end - start < SHORTEST_NUMBERED ? null : NUMBER.exec(opening);
  const found = dateline ?? ENTRY.exec(opening) ?? number;
  return found === null ? start : start + found[0].trimEnd().length;
}
