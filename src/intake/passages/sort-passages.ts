// Sorts a text into passages: the document's own prose, and all that a page or a wire puts around it.
import type { Document, Passage } from '../../model/document.ts';
import { type Block, readBlocks } from './blocks.ts';
import { markForeign } from './foreign.ts';
import { sortHead } from './head-zone.ts';
import type { Mark, Sheet } from './marks.ts';
import { sortMiddle } from './middle.ts';
import { ownMarks } from './own-signs.ts';
import { cutPieces } from './pieces.ts';
import { isNotice } from './signs/furniture.ts';
import { isTitleLike } from './signs/headings.ts';
import { isProse } from './signs/words.ts';
import { sortTail } from './tail-zone.ts';

/**
 * The passages of a document, in order and without overlap; every line with something on it is in one of them.
 * Rules look for signs of what is not the document's own, and what has none is body: prose must never be hidden.
 * Kinds are those of the record guide; `rule` names the sign. Linear in the text's length; never throws.
 */
export function sortPassages(document: Pick<Document, 'text' | 'title'>): readonly Passage[] {
  const { text, title } = document;
  const blocks = readBlocks(text);
  const marks = ownMarks(blocks);
  markForeign(blocks, marks);
  markNotices(blocks, marks);
  const sheet: Sheet = { blocks, marks, ...proseBounds(blocks, marks) };
  sortHead(sheet, title);
  sortTail(sheet);
  sortMiddle(sheet);
  return cutPieces(text, sheet);
}

/** Notices about the outlet, as long as nothing but furniture stands between them and the text's end. */
function markNotices(blocks: readonly Block[], marks: (Mark | null)[]): void {
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    const block = blocks[at];
    if (!block || marks[at]?.kind === 'furniture') continue;
    if (!isNotice(block.head, block.length)) return;
    marks[at] = { kind: 'furniture', rule: 'furniture-notice' };
  }
}

/** Where the document's own prose begins and ends. A text without whole sentences begins after its first line. */
function proseBounds(
  blocks: readonly Block[],
  marks: readonly (Mark | null)[],
): Pick<Sheet, 'firstProse' | 'lastProse'> {
  const own = (at: number): boolean => marks[at] === null || marks[at]?.kind === 'question';
  const prose = blocks.flatMap((block, at) =>
    own(at) && (marks[at] || (isProse(block.head, block.length) && !isTitleLike(block.head, block.length))) ? [at] : [],
  );
  const first = prose[0];
  if (first !== undefined) return { firstProse: first, lastProse: prose.at(-1) ?? first };
  const open = blocks.flatMap((_, at) => (own(at) ? [at] : []));
  return { firstProse: open.length > 1 ? (open[1] ?? 0) : (open[0] ?? 0), lastProse: open.at(-1) ?? -1 };
}
