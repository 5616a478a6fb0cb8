// Cuts off the parts of a block that are another kind: a report's dateline, the credit in a caption.
import type { Passage } from '../../model/document.ts';
import { type Span, trimSpan } from '../../model/span.ts';
import type { Sheet } from './marks.ts';
import { creditStart, gluedCredit } from './signs/captions.ts';
import { datelineLength } from './signs/datelines.ts';
import { wordsOf } from './signs/words.ts';

/** No caption is longer. */
const LONGEST_CAPTION = 500;

/** Shorter lines alone are read in capitals when asking whether a word is an acronym. */
const LONGEST_TITLE = 200;

/** The blocks with their marks as passages, those of two kinds in two. Blocks without a mark are body. */
export function cutPieces(text: string, sheet: Sheet): readonly Passage[] {
  const passages: Passage[] = [];
  let first = true;
  for (const [at, { span }] of sheet.blocks.entries()) {
    const { kind, rule } = sheet.marks[at] ?? { kind: 'body', rule: 'body-paragraph' };
    const own: KindAndRule = [kind, rule];
    const start = text.slice(span[0], Math.min(span[1], span[0] + LONGEST_CAPTION));
    if (kind === 'body') {
      const dateline = datelineLength(start, first, (word) => standsInCapitals(sheet, word));
      first = false;
      passages.push(...cut(text, span, dateline, ['dateline', 'dateline-lead'], own));
    } else if (kind === 'caption') {
      const credit = creditStart(start);
      if (credit !== null) passages.push(...cut(text, span, credit, own, ['furniture', 'furniture-credit']));
      else passages.push(...cut(text, span, gluedCredit(start), ['furniture', 'furniture-credit'], own));
    } else passages.push({ span, kind, rule });
  }
  return passages;
}

type KindAndRule = readonly [Passage['kind'], string];

/** The first `length` units of a span as one kind and the rest as another; all of it as the other where the length is 0. */
function cut(text: string, [start, end]: Span, length: number, left: KindAndRule, right: KindAndRule): Passage[] {
  const pieces: readonly (readonly [Span, KindAndRule])[] = [
    [trimSpan(text, [start, start + length]), left],
    [trimSpan(text, [start + length, end]), right],
  ];
  return pieces.flatMap(([span, [kind, rule]]) => (span[0] < span[1] ? [{ span, kind, rule }] : []));
}

/** Whether a word stands in capitals more than once in the blocks, lines all in capitals aside: then it is an acronym. */
function standsInCapitals({ blocks }: Sheet, word: string): boolean {
  let count = 0;
  for (const { head, length } of blocks) {
    if (!head.includes(word) || (length < LONGEST_TITLE && !/\p{Ll}/u.test(head))) continue;
    count += wordsOf(head).filter((other) => other === word).length;
    if (count > 1) return true;
  }
  return false;
}
