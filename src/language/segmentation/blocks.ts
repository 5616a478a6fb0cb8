// Blocks: runs of lines that one sentence may cross. A paragraph's end always ends a sentence, some line ends do too.
import { type Span, trimSpan } from '../../model/span.ts';

/** Lines longer than this are paragraphs: a text that has some was not wrapped by hand or by a mail program. */
const WIDEST = 140;
const NARROWEST = 40;
/** How much shorter than the width a wrapped line may be, in code units, and what share of the lines must be so long. */
const RAGGED = 15;
const SHARE = 0.25;

const ITEM = /^(?:[-*•–—▪◦●■·»>]\s|#{1,6}\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s)/u;
const HEADING = /^#{1,6}\s/u;
const CONTINUED = /^[\p{Ll},;)\]]/u;
const FINISHED = /[.!?…:][\s"”’')\]»*_]*$/u;

/**
 * The width at which the lines of a text were wrapped, in code units; 0 where each line stands for itself.
 * Plain-text wires and old mail wrap at some width, so that most lines inside a paragraph come near it.
 */
export function wrapWidth(text: string): number {
  let lines = 0;
  let width = 0;
  const lengths = new Uint32Array(WIDEST + 1);
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    const length = end - from;
    if (length > WIDEST) return 0;
    if (length > 1) {
      lines += 1;
      lengths[length] = (lengths[length] ?? 0) + 1;
      width = Math.max(width, length);
    }
    from = end + 1;
  }
  if (width < NARROWEST || lines < 3) return 0;
  const full = lengths.subarray(Math.max(0, width - RAGGED)).reduce((sum, count) => sum + count, 0);
  return full >= lines * SHARE ? width : 0;
}

/** The blocks between two offsets, in order, each without white space at its ends. `width` is the text's wrap width. */
export function findBlocks(text: string, [from, to]: Span, width: number): Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  let line: Span | null = null;
  let at = from;
  while (at < to) {
    const end = lineEnd(text, at, to);
    const next = trimSpan(text, [at, end]);
    if (next[0] === next[1]) {
      if (open !== null) blocks.push(open);
      open = null;
      line = null;
    } else if (open !== null && line !== null && flowsOn(text, line, next, width)) {
      open = [open[0], next[1]];
      line = next;
    } else {
      if (open !== null) blocks.push(open);
      open = next;
      line = next;
    }
    at = afterBreak(text, end, to);
    if (isParagraphBreak(text.charCodeAt(end)) && open !== null) {
      blocks.push(open);
      open = null;
    }
  }
  if (open !== null) blocks.push(open);
  return blocks;
}

/** Whether a sentence may run from one line into the next: the line was full, or the next goes on in lower case. */
function flowsOn(text: string, line: Span, next: Span, width: number): boolean {
  const opening = text.slice(next[0], next[0] + 8);
  if (ITEM.test(opening) || HEADING.test(text.slice(line[0], line[0] + 8))) return false;
  let word = next[0];
  while (word < next[1] && word < next[0] + 40 && !/\s/u.test(text.charAt(word))) word += 1;
  if (width > 0 && line[1] - line[0] + 1 + (word - next[0]) > width) return true;
  return CONTINUED.test(opening) && !FINISHED.test(text.slice(Math.max(line[0], line[1] - 8), line[1]));
}

const isParagraphBreak = (unit: number): boolean => unit === 0x0b || unit === 0x0c || unit === 0x2029;

function lineEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || isParagraphBreak(unit)) return at;
    at += 1;
  }
  return to;
}

function afterBreak(text: string, end: number, to: number): number {
  const pair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return Math.min(to, end + (pair ? 2 : 1)) || to;
}
