// The sentences before a place of a text, told by their stops alone: for what is looked for without their analysis.
import type { Span } from '../model/span.ts';

/** A full stop that ends a sentence, and not "Mr." or "U.S.". */
const START = /(?:(?<!\p{Lu}|\b(?:Mr|Ms|Dr|St|Gen|Col|Lt|Sen|Gov|Rep))[.!?]["”’)]?\s+|\n)(?=["“‘(]?\p{Lu})/gu;

/** Where sentences begin in a stretch of text, but for its own beginning. */
export const startsIn = (text: string): readonly number[] =>
  [...text.matchAll(START)].map(({ index, 0: stop }) => index + stop.length);

/**
 * The sentences that begin in the stretch before a place, the last first; the part of one at the stretch's beginning counts as one.
 * @param reach of the stretch, in code units
 */
export function sentencesBefore(text: string, offset: number, reach: number): readonly Span[] {
  const from = Math.max(0, offset - reach);
  const starts = [0, ...startsIn(text.slice(from, offset))].map((start) => from + start);
  return starts
    .map((start, at): Span => [start, starts[at + 1] ?? offset])
    .filter(([a, b]) => a < b)
    .reverse();
}
