import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabelsBy, LABELS, spansOf, type Transitions } from './decode.ts';

const isAllowed = (before: number | null, after: number) =>
  after === 0 || after % 2 === 1 || (before !== null && before > 0 && (before + 1) >> 1 === after >> 1);
const labels = Array.from({ length: LABELS }, (_, label) => label);
const cost = (allowed: boolean) => (allowed ? 0 : -1e4);
const transitions: Transitions = {
  start: labels.map((label) => cost(isAllowed(null, label))),
  step: labels.map((before) => labels.map((after) => cost(isAllowed(before, after)))),
};

const bestLabels = bestLabelsBy(transitions);

/** The best sum over all label sequences, by trying them all. */
function bestSum(scores: Float32Array, words: number): number {
  const from = (word: number, before: number | null): number =>
    word === words
      ? 0
      : Math.max(
          ...labels
            .filter((label) => isAllowed(before, label))
            .map((label) => (scores[word * LABELS + label] ?? 0) + from(word + 1, label)),
        );
  return from(0, null);
}

describe('bestLabels', () => {
  it('finds a sequence as good as the best of all, and an allowed one', () => {
    const score = fc.float({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(score, { minLength: 28, maxLength: 28 }),
        (words, values) => {
          const scores = Float32Array.from(values);
          const found = bestLabels(scores, 0, words);
          let sum = 0;
          found.forEach((label, word) => {
            expect(isAllowed(word ? (found[word - 1] ?? 0) : null, label)).toBe(true);
            sum += scores[word * LABELS + label] ?? 0;
          });
          expect(sum).toBeCloseTo(bestSum(scores, words), 3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives nothing for no words', () => {
    expect(bestLabels(new Float32Array(0), 0, 0)).toHaveLength(0);
  });
});

describe('spansOf', () => {
  it('ends a span where another begins', () => {
    const words = [0, 1, 2, 3, 4, 5].map((at) => [at * 2, at * 2 + 1] as const);
    // begin source, inside source, begin cue, begin content, inside content, begin content
    expect(spansOf(Uint8Array.of(1, 2, 3, 5, 6, 5), words)).toEqual([
      { role: 'source', span: [0, 3] },
      { role: 'cue', span: [4, 5] },
      { role: 'content', span: [6, 9] },
      { role: 'content', span: [10, 11] },
    ]);
  });
});
