import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, runsOf } from './runs.ts';

const TEXT = 'Delhi rejected the offer, the minister said.';
const mark = (start: number, end: number, of: string, role: Mark['role'] = 'evidence'): Mark => ({
  span: [start, end],
  of,
  role,
  quad: 0,
});

test('a trigger inside its evidence is the first mark of its run', () => {
  const runs = runsOf(TEXT, [0, TEXT.length], [mark(0, 24, 'v1'), mark(6, 14, 'v1', 'trigger')]);
  expect(runs.map((run) => [run.text, run.marks.map(({ role }) => role)])).toEqual([
    ['Delhi ', ['evidence']],
    ['rejected', ['trigger', 'evidence']],
    [' the offer', ['evidence']],
    [', the minister said.', []],
  ]);
});

test('marks that reach over the edge of a passage are cut at it', () => {
  expect(runsOf(TEXT, [6, 14], [mark(0, 44, 'v1')]).map((run) => run.text)).toEqual(['rejected']);
});

test('runs always join to the text', () => {
  const place = fc.nat({ max: TEXT.length });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place)), (spans) => {
      const marks = spans.map(([a, b], at) => mark(Math.min(a, b), Math.max(a, b), `v${at}`));
      const runs = runsOf(TEXT, [0, TEXT.length], marks);
      expect(runs.map((run) => run.text).join('')).toBe(TEXT);
      expect(runs.every((run) => run.text.length > 0)).toBe(true);
    }),
  );
});
