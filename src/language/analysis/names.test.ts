// Name decoding: the best allowed label sequence, its spans and its certainty.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameDecoder } from './names.ts';

const LABELS = ['O', 'B-PER', 'I-PER', 'E-PER', 'S-PER', 'B-LOC', 'I-LOC', 'E-LOC', 'S-LOC'];
const follows = (a: string, b: string): boolean =>
  /^[BI]/.test(a) ? /^[IE]/.test(b) && a.slice(2) === b.slice(2) : /^[OBS]/.test(b);
const TRANSITIONS = LABELS.map((a) => LABELS.map((b) => (follows(a, b) ? 0 : -1e4)));
const decoder = createNameDecoder(LABELS, TRANSITIONS);

/** Scores with 5 for each wished label and 0 for the rest. */
function wish(...labels: string[]): { scores: Float32Array; offset: number; size: number } {
  const scores = new Float32Array(labels.length * LABELS.length);
  for (const [word, label] of labels.entries()) scores[word * LABELS.length + LABELS.indexOf(label)] = 5;
  return { scores, offset: 0, size: labels.length };
}

describe('createNameDecoder', () => {
  it('reads names of one word and of several', () => {
    const found = decoder.decode(wish('S-LOC', 'O', 'B-PER', 'I-PER', 'E-PER', 'S-PER'));
    expect(found.map(({ start, end, type }) => [start, end, type])).toEqual([
      [0, 1, 'LOC'],
      [2, 5, 'PER'],
      [5, 6, 'PER'],
    ]);
    for (const name of found) expect(name.score).toBeGreaterThan(0.8);
  });

  it('mends a sequence that may not stand', () => {
    expect(decoder.decode(wish('B-PER', 'E-LOC')).every((name) => name.end <= 2)).toBe(true);
    expect(decoder.decode(wish('O', 'I-PER', 'O'))).toHaveLength(0);
  });

  it('gives nothing for no words', () => {
    expect(decoder.decode({ scores: new Float32Array(0), offset: 0, size: 0 })).toEqual([]);
  });

  it('gives names that do not overlap, with scores from 0 to 1, for any scores', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 9, maxLength: 180 }),
        (values) => {
          const size = Math.floor(values.length / LABELS.length);
          const found = decoder.decode({ scores: Float32Array.from(values), offset: 0, size });
          let last = 0;
          for (const { start, end, score } of found) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(size);
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            last = end;
          }
        },
      ),
    );
  });
});
