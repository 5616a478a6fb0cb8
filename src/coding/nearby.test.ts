import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Span } from '../model/span.ts';
import { nearby } from './nearby.ts';

const span = fc.tuple(fc.nat(5000), fc.nat(1500)).map(([start, length]): Span => [start, start + length]);

test('leaves out nothing that overlaps the place, and keeps the order of the list', () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 40 }), span, (spans, place) => {
      const items = spans.map((own, at) => ({ own, at }));
      const found = nearby<(typeof items)[number]>(({ own }) => own)(items, place);
      const touching = items.filter(({ own }) => own.some((one) => overlaps(one, place)));
      expect(found).toEqual(expect.arrayContaining(touching));
      expect(found.map(({ at }) => at)).toEqual([...new Set(found.map(({ at }) => at))].sort((a, b) => a - b));
    }),
  );
});
