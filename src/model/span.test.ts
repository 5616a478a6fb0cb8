import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySpan, contains, hull, overlaps, piecesOf, type Span, trimSpan } from './span.ts';

const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);

describe('spans', () => {
  test.each([
    ['  Oslo ', [0, 7], [2, 6]],
    ['Oslo', [0, 4], [0, 4]],
    [' \n\t', [0, 3], [0, 0]],
    ['a\u00A0b', [1, 3], [2, 3]],
  ] as const)('trimSpan(%j, %j)', (text, given, trimmed) => {
    expect(trimSpan(text, given)).toEqual(trimmed);
  });

  test.each([
    [null, []],
    [[], []],
    [[1, 2], [[1, 2]]],
    [
      [
        [1, 2],
        [4, 5],
      ],
      [
        [1, 2],
        [4, 5],
      ],
    ],
  ] as const)('piecesOf(%j)', (value, pieces) => {
    expect(piecesOf(value)).toEqual(pieces);
  });

  test('a hull contains both, and overlapping is symmetric', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(contains(hull(a, b), a) && contains(hull(a, b), b)).toBe(true);
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('sorted by bySpan, an outer span comes before what it holds', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const sorted = [...spans].sort(bySpan);
        for (const [at, inner] of sorted.entries()) {
          for (const outer of sorted.slice(at + 1)) {
            expect(contains(outer, inner) && outer[1] - outer[0] > inner[1] - inner[0]).toBe(false);
          }
        }
      }),
    );
  });
});
