// Finds what stands in quotation marks, paragraph by paragraph, with quotations that run on over paragraphs.
import type { Span } from '../../model/span.ts';

/** A stretch in quotation marks within one paragraph. */
export interface Quotation {
  /** With its marks; up to the paragraph's end where the closing mark is missing. */
  readonly span: Span;
  /** Whether it has a closing mark. */
  readonly closed: boolean;
  /**
   * Whether it goes on with an unclosed quotation of the paragraph before, as English prints a long quotation:
   * an opening mark at each paragraph, a closing mark only at the last.
   */
  readonly continues: boolean;
}

const OPENING = '“„«';
const CLOSING = '”»';

/**
 * The double quotations of each paragraph, in text order. Curly marks and guillemets say which way they face; for
 * straight marks the white space around them does: they open after a space and close before a stop. Two single marks
 * ('' or ``) make a double one.
 * Single marks count only in documents that have no double ones, as British papers print them: 'No,' he said.
 */
export function quotationsOf(text: string, paragraphs: readonly Span[]): readonly (readonly Quotation[])[] {
  const single = !paragraphs.some(([start, end]) => /["“”«]|''/.test(text.slice(start, end)));
  let unclosed = false;
  return paragraphs.map((paragraph) => {
    const found = scan(text, paragraph, single, unclosed);
    unclosed = found.length > 0 && found.at(-1)?.closed === false;
    return found;
  });
}

function scan(text: string, [start, end]: Span, single: boolean, unclosed: boolean): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  const close = (to: number, closed: boolean) => {
    found.push({ span: [open, to], closed, continues: unclosed && found.length === 0 && open === start });
    open = -1;
  };
  for (let at = start; at < end; at += 1) {
    const width = markWidth(text, at);
    const facing =
      single && width < 2 ? facingOfSingle(text, at, start) : facingOf(text, at, width, start, open !== -1);
    if (facing === 'opens') {
      // A second opening mark inside a quotation is one the writer forgot to close before.
      if (open === -1) open = at;
    } else if (facing === 'closes' && open !== -1) close(at + Math.max(1, width), true);
    at += Math.max(0, width - 1);
  }
  if (open !== -1) close(end, false);
  return found;
}

/** Units of a double mark at a place: 1 for one character, 2 for a doubled single one, 0 for none. */
function markWidth(text: string, at: number): number {
  const mark = text.charAt(at);
  if (mark === '"' || OPENING.includes(mark) || CLOSING.includes(mark)) return 1;
  return (mark === "'" || mark === '`') && text.charAt(at + 1) === mark ? 2 : 0;
}

function facingOf(text: string, at: number, width: number, start: number, isOpen: boolean): 'opens' | 'closes' | null {
  if (!width) return null;
  const mark = text.charAt(at);
  if (OPENING.includes(mark) || mark === '`') return 'opens';
  if (CLOSING.includes(mark)) return 'closes';
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + width) || ' ';
  const canOpen = /[\s([{—–-]/.test(before) && !/\s/.test(after);
  const canClose = /[\s)\]}.,;:!?—–-]/.test(after) && !/\s/.test(before);
  if (canOpen !== canClose) return canOpen ? 'opens' : 'closes';
  return isOpen ? 'closes' : 'opens';
}

function facingOfSingle(text: string, at: number, start: number): 'opens' | 'closes' | null {
  const mark = text.charAt(at);
  if (mark !== '‘' && mark !== '’' && mark !== "'") return null;
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + 1) || ' ';
  if (mark !== '’' && /[\s([{—–]/.test(before) && /\p{Lu}|\[/u.test(after)) return 'opens';
  // The apostrophe of a plural possessive ("the ministers' plan") follows a letter, a closing mark mostly a stop.
  if (mark !== '‘' && /[.,!?…]/.test(before) && /[\s)\]—–]/.test(after)) return 'closes';
  return null;
}
