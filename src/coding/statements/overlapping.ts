// Looks up which of many stretches of text touch a span, without going through all of them.
import type { Span } from '../../model/span.ts';

/** The stretches that share text with a span. They must be in text order and not overlap one another. */
export function overlapping<T extends { readonly span: Span }>(sorted: readonly T[], [start, end]: Span): readonly T[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && (sorted[last]?.span[0] ?? end) < end) last += 1;
  return sorted.slice(low, last);
}
