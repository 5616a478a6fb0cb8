import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../data/dates.ts';
import { ticksOf } from './ticks.ts';

test.each([
  ['1990-01-01', '2016-12-31', ['1990', '1992', '1994']],
  ['2007-01-01', '2008-01-31', ['2007', 'Feb', 'Mar']],
  ['2013-10-01', '2013-10-08', ['Oct 2013', '2 Oct', '3 Oct']],
])('from %s to %s', (from, to, first) => {
  const ticks = ticksOf({ from: dayNumber(from), to: dayNumber(to) }, 900);
  expect(ticks.slice(0, 3).map(({ label }) => label)).toEqual(first);
});

test('labels never touch, and there are always some', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: 8, max: 200_000 }), (from, length) => {
      const ticks = ticksOf({ from, to: from + length }, 900);
      const places = ticks.map(({ day }) => ((day - from) / length) * 900);
      expect(ticks.length).toBeGreaterThan(0);
      for (const [at, x] of places.slice(1).entries()) expect(x - (places[at] ?? 0)).toBeGreaterThan(40);
    }),
  );
});
