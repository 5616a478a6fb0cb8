// Sorts what stands before the first paragraph: title, byline, date, and what a site puts above them.
import { mark, type Sheet } from './marks.ts';
import { isByline, isNameLine, isOutletLine } from './signs/bylines.ts';
import { isDateLine } from './signs/datelines.ts';
import { isNotice } from './signs/furniture.ts';
import { isTitleLike, markdownLevel } from './signs/headings.ts';
import { isGenreLine, isIssuerLine } from './signs/labels.ts';
import { wordsOf } from './signs/words.ts';

/** Marks the blocks before the first prose. `title` is what is given with the document, if anything is. */
export function sortHead(sheet: Sheet, title: string | undefined): void {
  const { blocks, marks, firstProse } = sheet;
  const navigation = navigationWords(sheet);
  for (let at = 0; at < firstProse; at += 1) {
    const block = blocks[at];
    if (!block || marks[at]) continue;
    const { head, length } = block;
    if (isDateLine(head, length)) mark(sheet, at, 'dateline', 'dateline-line');
    else if (isByline(head, length)) mark(sheet, at, 'byline', 'byline-by');
    else if (navigation.has(head.toLowerCase())) mark(sheet, at, 'furniture', 'furniture-section');
    else if (isNotice(head, length)) mark(sheet, at, 'furniture', 'furniture-notice');
    else if (/^\(.{0,200}\b(?:translat|transcri|excerpt|unofficial|abridged)\w*\b.{0,200}\)$/i.test(head)) {
      mark(sheet, at, 'furniture', 'furniture-note');
    }
  }
  markLabels(sheet);
  const headline = findHeadline(sheet, title);
  if (headline !== null) mark(sheet, headline, 'headline', 'headline-first');
  sortRest(sheet, headline);
}

/** Kinds of paper and issuers on lines of their own, where another line is long enough for a title. */
function markLabels(sheet: Sheet): void {
  const { blocks, marks, firstProse } = sheet;
  const open = blocks.slice(0, firstProse).flatMap((block, at) => (marks[at] ? [] : [{ at, head: block.head }]));
  const isLabel = (head: string): boolean => isGenreLine(head) || isIssuerLine(head);
  if (!open.some(({ head }) => !isLabel(head) && wordsOf(head).length >= 4)) return;
  for (const { at, head } of open) {
    if (isGenreLine(head)) mark(sheet, at, 'furniture', 'furniture-genre');
    else if (isIssuerLine(head)) mark(sheet, at, 'byline', 'byline-issuer');
  }
}

/** Outlets and authors by name alone, where a title stands before and a date or byline beside them; the rest are headings. */
function sortRest(sheet: Sheet, headline: number | null): void {
  const { blocks, marks, firstProse } = sheet;
  const beside = (at: number): boolean => ['dateline', 'byline'].includes(marks[at]?.kind ?? '');
  for (let at = 0; at < firstProse; at += 1) {
    const block = blocks[at];
    if (!block || marks[at]) continue;
    const { head, length } = block;
    if (isOutletLine(head)) mark(sheet, at, 'byline', 'byline-outlet');
    else if (headline !== null && at > headline && isNameLine(head) && (beside(at - 1) || beside(at + 1))) {
      mark(sheet, at, 'byline', 'byline-name');
    } else mark(sheet, at, isTitleLike(head, length) ? 'heading' : 'body', 'head-rest');
  }
}

/** The title among the blocks of the head: one in Markdown, the one given, or the first that is more than a label. */
function findHeadline({ blocks, marks, firstProse }: Sheet, title: string | undefined): number | null {
  const open: number[] = [];
  for (let at = 0; at < firstProse; at += 1) {
    const block = blocks[at];
    if (block && !marks[at] && isTitleLike(block.head, block.length)) open.push(at);
  }
  const headOf = (at: number): string => blocks[at]?.head ?? '';
  const marked = open.find((at) => markdownLevel(headOf(at)) === 1);
  if (marked !== undefined) return marked;
  const given = title === undefined ? undefined : open.find((at) => headOf(at) === title.trim());
  if (given !== undefined) return given;
  const full = open.find((at) => !isOutletLine(headOf(at)) && wordsOf(headOf(at)).length >= 4);
  return full ?? open.find((at) => !isOutletLine(headOf(at))) ?? null;
}

/** The entries of navigation bars, lower case: a line that repeats one above the title names the site's section. */
function navigationWords({ blocks, marks, firstProse }: Sheet): ReadonlySet<string> {
  const entries = new Set<string>();
  for (let at = 0; at < firstProse; at += 1) {
    if (marks[at]?.rule !== 'furniture-bar') continue;
    for (const entry of (blocks[at]?.head ?? '').toLowerCase().split(/\s*[|¦•·»›→>]\s*|\s+\/\s+/)) entries.add(entry);
  }
  entries.delete('');
  return entries;
}
