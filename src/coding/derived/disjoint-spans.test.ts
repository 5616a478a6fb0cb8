import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Span } from '../../model/span.ts';
import { DisjointSpans } from './disjoint-spans.ts';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => [start, start + length]);

test('takes a span up just where none that was taken up overlaps it', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const taken: Span[] = [];
      const apart = new DisjointSpans();
      for (const one of spans) {
        const free = !taken.some((other) => overlaps(other, one));
        expect(apart.add(one)).toBe(free);
        if (free) taken.push(one);
      }
    }),
  );
});
