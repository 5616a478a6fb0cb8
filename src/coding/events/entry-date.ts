// The date that a chronology puts before an entry: "12 June 2000: Both sides accept the plan."
import type { Annotations } from '../../model/annotations.ts';
import type { EventTime } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { overlapping } from '../statements/overlapping.ts';

/** Entries are short; a date further back than this is none of theirs. */
const LONGEST_ENTRY = 1200;

/** The date at the head of the line that a trigger stands in, where a colon or dash sets it apart; null for other lines. */
export function entryDate(
  { document, times }: Pick<Annotations, 'document' | 'times'>,
  trigger: Span,
): EventTime | null {
  const from = Math.max(0, trigger[0] - LONGEST_ENTRY);
  const before = document.text.slice(from, trigger[0]);
  const line = from + before.lastIndexOf('\n') + 1;
  if (line === from && from > 0) return null;
  const [first] = overlapping(times, [line, line + 12]);
  if (first?.type !== 'DATE' || !/^\d{4}/.test(first.value) || first.span[1] > trigger[0]) return null;
  const isFirst = /^[\s•*·–—-]*(?:in |on )?$/i.test(document.text.slice(line, first.span[0]));
  const isApart = /^\)?\s?(?::|[–—]|-\s|\t)/.test(document.text.slice(first.span[1], first.span[1] + 3));
  return isFirst && isApart ? { value: first.value.slice(0, 10), basis: 'expression' } : null;
}
