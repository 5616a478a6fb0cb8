// The index gives what a look at every statement gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '../../model/items.ts';
import { contains, lengthOf, type Span } from '../../model/span.ts';
import { innermostStatement } from './statement-index.ts';

const span = fc.tuple(fc.nat(3000), fc.nat(900)).map(([start, length]): Span => [start, start + length]);
const statements = fc
  .array(fc.array(span, { maxLength: 3 }))
  .map((all) => all.map((content, at) => ({ id: `s${at}`, content }) as unknown as Statement));

test('finds the smallest piece that holds a span, the first of equals', () => {
  fc.assert(
    fc.property(statements, span, (all, word) => {
      const holding = all
        .flatMap((statement) => statement.content.map((piece) => ({ id: statement.id, piece })))
        .filter(({ piece }) => contains(piece, word))
        .sort((a, b) => lengthOf(a.piece) - lengthOf(b.piece));
      expect(innermostStatement(all, word)?.id ?? null).toBe(holding[0]?.id ?? null);
    }),
  );
});

test('asks 50,000 statements for each of their words at once', () => {
  const all = Array.from(
    { length: 50_000 },
    (_, at) => ({ id: `s${at}`, content: [[at * 60, at * 60 + 50]] }) as unknown as Statement,
  );
  const started = performance.now();
  for (let at = 0; at < 500_000; at += 1) innermostStatement(all, [at * 6, at * 6 + 3]);
  expect(performance.now() - started).toBeLessThan(3000);
});
