// Cuts a text into its non-blank lines, the smallest things that a passage is made of.
import type { Span } from '../../model/span.ts';

/** A line with something on it. */
export interface Line {
  /** Without the white space at its ends. */
  readonly span: Span;
  /** Whether a blank line, or the beginning of the text, stands before it. */
  readonly gapBefore: boolean;
  /** White space units before the first character, a tab counting as one. */
  readonly indent: number;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\f\v]/g;

/** The non-blank lines of a text, in order. Linear in the text's length. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gapBefore = true;
  const add = (start: number, end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (from === to) {
      gapBefore = true;
      return;
    }
    lines.push({ span: [from, to], gapBefore, indent: from - start });
    gapBefore = false;
  };
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, text.length);
  return lines;
}

/** White space and the control characters, byte order marks and zero-width spaces that files bring along. */
function isBlank(code: number): boolean {
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return true;
  return (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0xfeff || code === 0x202f || code === 0x2060;
}
