// Sorts what stands between the paragraphs: headings, captions and titles of other articles that a page set there.
import type { Block } from './blocks.ts';
import { mark, type Sheet } from './marks.ts';
import { isHeadingLike, isTitleLike } from './signs/headings.ts';
import { listsRelated } from './signs/labels.ts';
import { endsSentence, isProse, wordsOf } from './signs/words.ts';

/** Marks every block that has no mark yet between the first and the last prose. */
export function sortMiddle(sheet: Sheet): void {
  const { blocks, marks, firstProse, lastProse } = sheet;
  const gapped = paragraphsHaveGaps(sheet);
  for (let at = firstProse; at <= lastProse; at += 1) {
    const block = blocks[at];
    const next = blocks[at + 1];
    if (!block || marks[at]) continue;
    if (isTeaser(sheet, at)) mark(sheet, at, 'teaser', 'teaser-after-picture');
    else if (gapped && next && isRunIn(block, next)) mark(sheet, at, 'caption', 'caption-run-in');
    else if (isHeading(sheet, at)) mark(sheet, at, 'heading', 'heading-short');
  }
}

/** The title of another article: set right under a picture's caption, or in a list under "Related". */
function isTeaser({ blocks, marks }: Sheet, at: number): boolean {
  const block = blocks[at];
  const before = blocks[at - 1];
  if (!block || !before || !isTitleLike(block.head, block.length) || endsSentence(block.head)) return false;
  const known = marks[at - 1];
  if (known?.kind === 'caption') return !block.gapBefore && wordsOf(block.head).length >= 4;
  if (known?.rule === 'teaser-after-picture' || known?.rule === 'teaser-list') return inList(blocks, marks, at);
  return known?.kind === 'furniture' && listsRelated(before.head);
}

/** Whether the titles before a block go back to a line that says "Related" (and not to a picture). */
function inList(blocks: readonly Block[], marks: Sheet['marks'], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 12); i -= 1) {
    if (marks[i]?.kind === 'furniture') return listsRelated(blocks[i]?.head ?? '');
    if (marks[i]?.kind !== 'teaser') return false;
  }
  return false;
}

/** A single sentence set without a gap on top of a paragraph, in a text that has gaps between its paragraphs. */
function isRunIn(block: Block, next: Block): boolean {
  if (block.gapAfter || block.length > 180 || next.length < 120) return false;
  if (/^["“«‘'(]|^[-*•–—\d]/.test(block.head) || !/\.["”’)]*$/.test(block.head)) return false;
  return (
    wordsOf(block.head).length >= 5 && !/[.!?]["”’)]* \p{Lu}\p{Ll}/u.test(block.head.replace(/\b\p{L}{1,3}\. /gu, ''))
  );
}

/** A short line before prose. Several in a row are a list or an address, not headings. */
function isHeading({ blocks, marks }: Sheet, at: number): boolean {
  const headingAt = (i: number): boolean => {
    const block = blocks[i];
    return (
      block !== undefined &&
      !['furniture', 'caption'].includes(marks[i]?.kind ?? '') &&
      isHeadingLike(block.head, block.length)
    );
  };
  if (!headingAt(at)) return false;
  return (
    !(headingAt(at - 1) && headingAt(at - 2)) &&
    !(headingAt(at + 1) && headingAt(at + 2)) &&
    !(headingAt(at - 1) && headingAt(at + 1))
  );
}

function paragraphsHaveGaps({ blocks }: Sheet): boolean {
  const prose = blocks.filter((block) => block.length >= 120 && isProse(block.head, block.length));
  return (
    prose.length >= 4 &&
    prose.filter((block) => block.gapBefore || block.gapAfter).length >= 0.8 * prose.length &&
    blocks.filter((block) => block.gapBefore).length >= 0.6 * blocks.length
  );
}
