// Marks the blocks that say themselves what they are, wherever in the text they stand.
import type { Block } from './blocks.ts';
import { type Mark, mark } from './marks.ts';
import { gluedCredit, isCaption, suffixOf } from './signs/captions.ts';
import { furnitureRule } from './signs/furniture.ts';
import { markdownLevel } from './signs/headings.ts';
import { announcesCaption } from './signs/labels.ts';
import { askedBlocks, isLabelledQuestion } from './signs/questions.ts';
import { withoutMarkdown, wordsOf } from './signs/words.ts';

/** "Related: Talks Resume in Vienna", "READ MORE: …": a pointer to another article. */
const POINTER =
  /^(?:\W{0,3})(?:read (?:more|also|next|our)|also read|see also|related|more(?: on this)?|don't miss|watch|in pictures|explainer|opinion|elsewhere in (?:today's|this) \w+)\s*[:|>»–—]\s*\S/i;

/** The marks of furniture, captions, pointers and questions; null where a block has no sign of its own. */
export function ownMarks(blocks: readonly Block[]): (Mark | null)[] {
  const marks: (Mark | null)[] = blocks.map(() => null);
  const asked = askedBlocks(blocks);
  const suffixes = repeatedSuffixes(blocks);
  markTables(blocks, marks);
  blocks.forEach((block, at) => {
    const { head, length } = block;
    const sheet = { marks };
    if (announcesCaption(blocks[at - 1]?.head ?? '') && length <= 450) mark(sheet, at, 'caption', 'caption-announced');
    if (/^©/.test(head) && gluedCredit(head) > 0) mark(sheet, at, 'caption', 'caption-credit');
    if (length > 200 || !POINTER.test(head)) {
      const furniture = markdownLevel(head) > 0 && /\p{L}/u.test(head) ? null : furnitureRule(head, length);
      if (furniture) mark(sheet, at, 'furniture', furniture);
    } else if (wordsOf(head).length > 3) mark(sheet, at, 'teaser', 'teaser-pointer');
    if (isLabelledQuestion(head) || asked.has(at)) mark(sheet, at, 'question', 'question-label');
    const suffix = length <= 450 ? suffixOf(head) : null;
    if (suffix && suffixes.has(suffix)) mark(sheet, at, 'caption', 'caption-suffix');
    if (isCaption(head, length)) mark(sheet, at, 'caption', 'caption-pointing');
    if (isEcho(block, blocks[at + 1]) || isEcho(blocks[at - 1], block)) mark(sheet, at, 'caption', 'caption-twice');
  });
  return marks;
}

/** Rows of a Markdown table, which a line of dashes and bars tells from a bar of links: `| Year | Ships |`, `|---|---|`. */
function markTables(blocks: readonly Block[], marks: (Mark | null)[]): void {
  const isRow = (at: number): boolean => blocks[at]?.head.startsWith('|') ?? false;
  blocks.forEach(({ head }, at) => {
    if (head.length > 200 || !/^\|(?:\s?:?-{2,}:?\s?\|)+$/.test(head) || marks[at]) return;
    if (isRow(at - 1)) marks[at - 1] ??= { kind: 'body', rule: 'body-table' };
    marks[at] = { kind: 'furniture', rule: 'furniture-rule-line' };
    for (let row = at + 1; isRow(row) && !marks[row]; row += 1) marks[row] = { kind: 'body', rule: 'body-table' };
  });
}

/** Outlets that end at least two captions ("… at dawn - Agency"). */
function repeatedSuffixes(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { head, length } of blocks) {
    const suffix = length <= 450 ? suffixOf(head) : null;
    if (suffix) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([suffix]) => suffix));
}

/** Whether two blocks that follow each other say the same, as a picture's description and its caption do. */
function isEcho(first: Block | undefined, second: Block | undefined): boolean {
  if (!first || !second || first.length > 300 || second.length > 300) return false;
  const [a, b] = [first, second].map(({ head }) => withoutMarkdown(head).replace(/\s[-–—|]\s[^-–—|]{1,40}$/, ''));
  if (!a || !b || !a.endsWith(b) || a.length - b.length > 60) return false;
  return wordsOf(b).length >= 4;
}
