// Sorts what stands after the last paragraph: notices, sources, dates, the titles of other articles.
import type { Block } from './blocks.ts';
import { mark, type Sheet } from './marks.ts';
import { isByline } from './signs/bylines.ts';
import { isDateLine } from './signs/datelines.ts';
import { isTitleLike } from './signs/headings.ts';
import { listsRelated } from './signs/labels.ts';
import { isProse, wordsOf } from './signs/words.ts';

/** Marks the blocks after the last prose. What no rule knows is left for the document's own. */
export function sortTail(sheet: Sheet): void {
  const { blocks, marks, lastProse } = sheet;
  let listing = false;
  for (let at = lastProse + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block && marks[at]?.kind === 'furniture' && listsRelated(block.head)) listing = true;
    if (!block || marks[at]) continue;
    const { head, length } = block;
    if (listing && !isProse(head, length)) mark(sheet, at, 'teaser', 'teaser-related');
    else listing = false;
    if (isDateLine(head, length)) mark(sheet, at, 'dateline', 'dateline-line');
    else if (isByline(head, length)) mark(sheet, at, 'byline', 'byline-by');
    else if (/^(?:source|via|from|courtesy)\s*:\s*\S/i.test(head) && length <= 200) {
      mark(sheet, at, 'furniture', 'furniture-source');
    }
  }
  markTeasers(sheet, lastProse + 1);
}

/** A title of five words or more, and not a row of a table. */
function isTitle({ head, length }: Block): boolean {
  const words = wordsOf(head);
  return (
    words.length >= 5 &&
    isTitleLike(head, length) &&
    words.filter((word) => /^\p{L}{2,}/u.test(word)).length >= 0.8 * words.length
  );
}

/** Three or more titles in a row after the text are links to other articles. */
function markTeasers(sheet: Sheet, from: number): void {
  const { blocks, marks } = sheet;
  let run: number[] = [];
  for (let at = from; at <= blocks.length; at += 1) {
    const block = blocks[at];
    if (block && !marks[at] && isTitle(block)) {
      run.push(at);
      continue;
    }
    if (run.length >= 3) for (const place of run) mark(sheet, place, 'teaser', 'teaser-list');
    run = [];
  }
}
