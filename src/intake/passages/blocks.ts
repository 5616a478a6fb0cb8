// Puts the lines of hard-wrapped paragraphs together again: a block is a paragraph, a heading or a line of furniture.
import type { Span } from '../../model/span.ts';
import { type Line, readLines } from './lines.ts';

/** A run of lines that stand or fall together. */
export interface Block {
  readonly span: Span;
  /** The block's beginning, at most `HEAD_LENGTH` units, with one space for each stretch of white space. */
  readonly head: string;
  /** The block's last units, as many at most. */
  readonly tail: string;
  /** Length of the block in UTF-16 code units. */
  readonly length: number;
  readonly gapBefore: boolean;
  readonly gapAfter: boolean;
}

/** Signs are looked for in this many units of a block, so that a block of megabytes costs no more than a paragraph. */
export const HEAD_LENGTH = 800;

/** The blocks of a text: every non-blank line is in exactly one. */
export function readBlocks(text: string): readonly Block[] {
  const lines = readLines(text);
  const width = wrapWidth(text, lines);
  const blocks: Block[] = [];
  let first = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || (next && width !== null && goesOn(text, line, next, width))) continue;
    const start = lines[first] ?? line;
    blocks.push(block(text, [start.span[0], line.span[1]], start.gapBefore, next?.gapBefore ?? true));
    first = i + 1;
  }
  return blocks;
}

function block(text: string, span: Span, gapBefore: boolean, gapAfter: boolean): Block {
  const [start, end] = span;
  const head = squeeze(text.slice(start, Math.min(end, start + HEAD_LENGTH)));
  const tail = end - start <= HEAD_LENGTH ? head : squeeze(text.slice(end - HEAD_LENGTH, end));
  return { span, head, tail, length: end - start, gapBefore, gapAfter };
}

const squeeze = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const lengthOf = (line: Line): number => line.span[1] - line.span[0];

/** Whether the next line goes on with the sentence of this one: no gap, this one full, the next not indented anew. */
function goesOn(text: string, line: Line, next: Line, width: number): boolean {
  if (next.gapBefore || lengthOf(line) < 0.7 * width || next.indent > line.indent + 1) return false;
  if (isListItem(text, next)) return false;
  return lengthOf(line) >= 0.85 * width || !endsSentence(text, line) || /^\p{Ll}/u.test(text.slice(...next.span));
}

function isListItem(text: string, line: Line): boolean {
  return /^(?:[-*•–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[ivx]{1,5}[.)])\s/i.test(text.slice(line.span[0], line.span[0] + 8));
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?…:;]["'”’»)\]]*$/.test(text.slice(Math.max(line.span[0], line.span[1] - 4), line.span[1]));
}

/** The width at which the text was wrapped by hand or by a program; null where a line is a paragraph. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const inner = lines.filter((_, i) => lines[i + 1]?.gapBefore === false);
  if (inner.length < 3) return null;
  const lengths = lines.map(lengthOf).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width > 130 || width < 30) return null;
  const full = inner.filter((line) => lengthOf(line) >= 0.7 * width);
  const open = full.filter((line) => !endsSentence(text, line));
  return full.length >= 0.6 * inner.length && open.length >= 0.5 * full.length ? width : null;
}
