// Datelines: where a report opens with its place, date and agency, which the treebanks count as a sentence of its own.

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

/**
 * The offset after the dash of a dateline that opens the block, or `start` where there is none:
 * `BRUSSELS, May 27 (Reuters) -` | `The alliance said ...`. Without an agency the place must be in capitals.
 */
export function datelineEnd(text: string, start: number, end: number): number {
  if (end - start < SHORTEST) return start;
  const opening = text.slice(start, start + REACH);
  const found = SHOUTED.exec(opening) ?? WITH_AGENCY.exec(opening);
  return found === null ? start : start + found[0].trimEnd().length;
}
