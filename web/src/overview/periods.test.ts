import { expect, test } from 'vitest';
import { pointsOf } from './periods.ts';

const point = (period: string, sum: number, events: number) => ({
  period,
  sum,
  events,
  score: sum / events,
  quads: { 1: events, 2: 0, 3: 0, 4: 0 },
});

test('a point has the mean of its events and their number by quadrant', () => {
  expect(pointsOf([point('2007', 6, 3)], 'year')).toEqual([
    { period: '2007', score: 2, quads: [3, 0, 0, 0], events: 3 },
  ]);
});

test('a period without events is a gap, not a zero', () => {
  const points = pointsOf([point('2007-11', 1, 1), point('2008-02', 1, 1)], 'month');
  expect(points.map(({ period, score }) => [period, score])).toEqual([
    ['2007-11', 1],
    ['2007-12', null],
    ['2008-01', null],
    ['2008-02', 1],
  ]);
});
