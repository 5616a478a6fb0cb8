import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlaps, type Span } from '../../model/span.ts';
import { overlapping } from './overlapping.ts';

it('finds the same stretches as going through all of them', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 })), { maxLength: 20 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (steps, start, length) => {
      let at = 0;
      const sorted = steps.map(([gap, size]) => {
        const span: Span = [at + gap, at + gap + size];
        at = span[1];
        return { span };
      });
      const sought: Span = [start, start + length];
      expect(overlapping(sorted, sought)).toEqual(sorted.filter(({ span }) => overlaps(span, sought)));
    }),
  );
});
