// Pieces cover each sentence once, in bounded size; batches hold every piece once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentence, groupPieces } from './batches.ts';
import { cpuMilliseconds } from './testing/cpu.ts';

const forms = (length: number, breaks: readonly number[] = []): string[] =>
  Array.from({ length }, (_, k) => (breaks.includes(k) ? ';' : 'w'));

describe('cutSentence', () => {
  it.each([
    [0, []],
    [1, [1]],
    [200, [200]],
    [201, [200, 1]],
    [650, [200, 200, 200, 50]],
  ])('cuts %i words into %j', (length, expected) => {
    expect(cutSentence(forms(length), 3).map((piece) => piece.end - piece.start)).toEqual(expected);
  });

  it('prefers to cut after a punctuation mark', () => {
    expect(cutSentence(forms(250, [170]), 0)[0]).toEqual({ sentence: 0, start: 0, end: 171 });
  });
});

describe('groupPieces', () => {
  it('keeps every piece once, sorted by length in each batch, and within the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 120 }), (lengths) => {
        const pieces = lengths.flatMap((length, index) => cutSentence(forms(length), index));
        const groups = groupPieces(pieces);
        expect(groups.flat()).toHaveLength(pieces.length);
        expect(new Set(groups.flat()).size).toBe(pieces.length);
        for (const group of groups) {
          const sizes = group.map((piece) => piece.end - piece.start);
          expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
          if (Math.min(...sizes) < 10) expect(new Set(sizes).size).toBe(1);
          expect(Math.max(...sizes) * group.length).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it('groups 200,000 pieces in a few seconds', () => {
    const pieces = Array.from({ length: 200_000 }, (_, k) => ({ sentence: k, start: 0, end: 1 + ((k * 7919) % 60) }));
    const started = process.cpuUsage();
    expect(groupPieces(pieces).flat()).toHaveLength(pieces.length);
    expect(cpuMilliseconds(started)).toBeLessThan(5000);
  });
});
