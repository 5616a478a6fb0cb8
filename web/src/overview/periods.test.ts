import { expect, test } from 'vitest';
import { pointsOf } from './periods.ts';

const side = (name: string) => ({ id: name, name, kind: 'state', code: null }) as const;
const row = (period: string, sum: number, events: number) => ({
  pair: [side('A'), side('B')] as const,
  period,
  sum,
  events,
  score: sum / events,
  quads: { 1: events, 2: 0, 3: 0, 4: 0 },
});
const view = (rows: ReturnType<typeof row>[]) => ({ rows, undated: 0, leftOut: 0 });

test('pairs are taken together, weighted by their events', () => {
  const [point] = pointsOf(view([row('2007', 10, 2), row('2007', -4, 1)]), 'year');
  expect(point).toEqual({ period: '2007', score: 2, quads: [3, 0, 0, 0], events: 3 });
});

test('a period without events is a gap, not a zero', () => {
  const points = pointsOf(view([row('2007-11', 1, 1), row('2008-02', 1, 1)]), 'month');
  expect(points.map(({ period, score }) => [period, score])).toEqual([
    ['2007-11', 1],
    ['2007-12', null],
    ['2008-01', null],
    ['2008-02', 1],
  ]);
});
