// The search gives what a look at every mention gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity } from '../../model/items.ts';
import { bySpan, contains, type Span } from '../../model/span.ts';
import { mentionAt } from './mention-at.ts';

const span = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]): Span => [start, start + length]);

test('finds the first mention that holds a span', () => {
  fc.assert(
    fc.property(fc.array(span), span, (spans, word) => {
      const mentions = [...spans].sort(bySpan).map((one) => ({ span: one, form: 'name' }));
      const entity = { mentions } as unknown as Entity;
      expect(mentionAt(entity, word)).toBe(mentions.find((one) => contains(one.span, word)) ?? null);
    }),
  );
});
