// The date that a chronology puts before an entry: "12 June 2000: Both sides accept the plan", or in a line above it.
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { EventTime } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { overlapping } from '../statements/overlapping.ts';

/** Entries are short; a date further back than this is none of theirs. */
const LONGEST_ENTRY = 1200;
/** Fewer dates in lines of their own make no chronology: one is the dateline. */
const FEWEST_HEADINGS = 3;

type EntryInput = Pick<Annotations, 'document' | 'times'>;

/**
 * The date at the head of the line that a trigger stands in, where a colon or dash sets it apart, or alone in a line above, as
 * chronologies have it; null for other lines.
 */
export function entryDate(input: EntryInput, trigger: Span): EventTime | null {
  const { document, times } = input;
  const from = Math.max(0, trigger[0] - LONGEST_ENTRY);
  const before = document.text.slice(from, trigger[0]);
  const line = from + before.lastIndexOf('\n') + 1;
  if (line === from && from > 0) return null;
  const [first] = overlapping(times, [line, line + 12]);
  if (!first || !isDate(first) || first.span[1] > trigger[0]) return headingBefore(input, line);
  const isFirst = /^[\s•*·–—-]*(?:in |on )?$/i.test(document.text.slice(line, first.span[0]));
  return isFirst && isApart(document.text, first.span[1]) ? timeOf(first) : headingBefore(input, line);
}

const isDate = ({ type, value }: Timex): boolean => type === 'DATE' && /^\d{4}/.test(value);
const timeOf = ({ value }: Timex): EventTime => ({ value: value.slice(0, 10), basis: 'expression' });

/** Whether a date that ends at a place is set apart from what follows; "May-June –" and "10-11 May:" may be cut in two. */
const isApart = (text: string, end: number): boolean =>
  /^(?:\s?[-–/]\s?(?:\p{Lu}\p{Ll}{2,8}|\d{1,2})(?: \d{4})?)?\)?\s?(?::|[–—]|-\s|\t)/u.test(text.slice(end, end + 20));

/** The last date above a line that has a line of its own; null where the text is no chronology. */
function headingBefore(input: EntryInput, line: number): EventTime | null {
  const headings = headingsOf(input);
  if (headings.length < FEWEST_HEADINGS) return null;
  const last = headings.findLast(({ span }) => span[1] < line);
  return last && line - last.span[1] < LONGEST_ENTRY ? timeOf(last) : null;
}

const known = new WeakMap<readonly Timex[], readonly Timex[]>();

/** The dates that fill a line. */
function headingsOf({ document, times }: EntryInput): readonly Timex[] {
  const before = known.get(times);
  if (before) return before;
  const headings = times.filter(
    (timex) =>
      isDate(timex) &&
      /(?:^|\n)[^\p{L}\p{N}\n]{0,4}$/u.test(document.text.slice(Math.max(0, timex.span[0] - 5), timex.span[0])) &&
      /^[:.*–—-]?[ \t\r]{0,2}(?:\n|$)/.test(document.text.slice(timex.span[1], timex.span[1] + 4)),
  );
  known.set(times, headings);
  return headings;
}
