import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarksView } from '../../../src/service/contract.ts';
import { dayNumber, isoOfDay } from '../data/dates.ts';
import { LANES } from './lanes.ts';
import { firstDay, layOut, type Mark, markAt, ROW } from './layout.ts';
import { calendarStretches } from './stretches.ts';

const START = dayNumber('2007-01-01');
const WINDOW = { from: START, to: START + 1000 };
const mark = (day: number, length: number, kind: Mark['kind'] = 'meeting'): Mark => ({
  id: `${kind} ${day} ${length}`,
  kind,
  quad: kind === 'event' ? 3 : null,
  standing: 'actual',
  start: isoOfDay(START + day),
  end: isoOfDay(START + day + length),
});
const view = (marks: readonly Mark[], counts: MarksView['counts'] = []): MarksView => ({
  total: marks.length,
  undated: 0,
  kinds: [],
  from: null,
  to: null,
  marks,
  counts,
  by: 'year',
});

test('marks in one row never touch', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(999), fc.nat(200)), { maxLength: 60 }), (spans) => {
      const marks = spans.map(([day, length]) => mark(day, length)).sort((a, b) => a.start.localeCompare(b.start));
      const placed = layOut(view(marks), LANES, WINDOW, 1000)[0]?.marks ?? [];
      for (const [at, a] of placed.entries()) {
        for (const b of placed.slice(at + 1)) {
          expect(a.y !== b.y || a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
        }
      }
    }),
  );
});

test('an uncertain date is a span as wide as it may be, a certain one a point', () => {
  const [lane] = layOut(view([mark(0, 30), mark(500, 0)]), LANES, WINDOW, 1000);
  expect(lane?.marks.map(({ span, width }) => [span, Math.round(width)])).toEqual([
    [true, 31],
    [false, 10],
  ]);
});

test.each([
  ['a month', 30],
  ['two days', 1],
])('%s that is too short to be seen is a short span about its middle, and never a point', (_, length) => {
  const years = { from: START, to: START + 10_000 };
  const [lane] = layOut(view([mark(5000, length)]), LANES, years, 1000);
  const [placed] = lane?.marks ?? [];
  expect(placed).toMatchObject({ span: true, width: 14 });
  expect((placed?.x ?? 0) + 7).toBeCloseTo((5000 + (length + 1) / 2) / 10);
});

test('a crowd is counted, and its bars tell how many they are', () => {
  const marks = Array.from({ length: 400 }, (_, at) => mark(at, 0));
  const [lane] = layOut(view(marks), LANES, { from: START, to: START + 10_000 }, 300);
  expect(lane?.marks).toEqual([]);
  expect(lane?.number).toBe(400);
});

test('counts by period stand in the lane and the year they are of', () => {
  const counts = [{ period: '2008', kind: 'event' as const, quad: 3 as const, number: 7 }];
  const lanes = layOut(view([], counts), LANES, WINDOW, 1000);
  expect(lanes.filter(({ number }) => number).map(({ lane, number }) => [lane.id, number])).toEqual([['conflict', 7]]);
  expect(lanes.at(-1)?.bars[0]).toMatchObject({ x: 365, quad: 3 });
});

test.each([
  [1, 'month by month'],
  [0.1, 'months together'],
])('bars of months stand side by side, without gap or double bar (%f pixels a day: %s)', (scale) => {
  const months = Array.from(
    { length: 60 },
    (_, n) => `${2005 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  );
  const counts = months.map((period) => ({ period, kind: 'event' as const, quad: 3 as const, number: 1 }));
  const from = dayNumber('2005-01-01');
  const to = dayNumber('2010-01-01');
  const lanes = layOut({ ...view([], counts), by: 'month' }, LANES, { from, to }, (to - from) * scale);
  const bars = [...(lanes.at(-1)?.bars ?? [])].sort((a, b) => a.x - b.x);
  const numbers = new Set(bars.map(({ number }) => number));
  // Those at both ends may be cut.
  expect(numbers.size).toBeLessThanOrEqual(scale === 1 ? 1 : 2);
  for (const [at, bar] of bars.slice(1).entries()) {
    const before = bars[at];
    expect(bar.x - ((before?.x ?? 0) + (before?.width ?? 0))).toBeCloseTo(1);
  }
});

test.each(['day', 'month', 'year'] as const)('every day lies in the one stretch of %ss that begins before it', (by) => {
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 60_000 }),
      fc.double({ min: 0.01, max: 4000, noNaN: true }),
      (day, least) => {
        const { of, begin } = calendarStretches(by, least);
        const at = of(day);
        expect(begin(at)).toBeLessThanOrEqual(day);
        expect(begin(at + 1)).toBeGreaterThan(day);
        expect(begin(at + 1) - begin(at)).toBeGreaterThanOrEqual(Math.floor(least));
      },
    ),
  );
});

test('a point finds the mark it lies on', () => {
  const lanes = layOut(view([mark(100, 0, 'event')]), LANES, WINDOW, 1000);
  const [placed] = lanes.flatMap(({ marks }) => marks);
  expect(placed && markAt(lanes, placed.x + 3, placed.y + ROW / 2)?.mark.kind).toBe('event');
  expect(markAt(lanes, 900, 5)).toBeNull();
});

test.each([
  ['2007', '2007-01-01'],
  ['2007-12', '2007-12-01'],
  ['2007-12-24', '2007-12-24'],
])('%s begins on %s', (period, day) => {
  expect(firstDay(period)).toBe(day);
});
