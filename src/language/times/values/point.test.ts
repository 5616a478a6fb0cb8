// The calculus of points: arithmetic against Date, values against their points, containment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, daysInMonth, mondayOf, weekdayOf, weekNumber } from './calendar.ts';
import {
  coarsen,
  extentOf,
  GRAINS,
  type Point,
  parsePoint,
  pointOfDay,
  printPoint,
  shift,
  shiftYears,
} from './point.ts';

const MS = 86_400_000;
/** Days of the years 1000 to 2999. */
const day = fc.integer({ min: -354_285, max: 376_200 });
const grain = fc.constantFrom(...GRAINS);
const point: fc.Arbitrary<Point> = fc.tuple(day, grain).map(([number, of]) => pointOfDay(number, of));

describe('calendar', () => {
  it('counts days as Date does', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * MS);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDay(number)).toEqual(civil);
        expect(dayNumber(civil)).toBe(number);
        expect(weekdayOf(number)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it('puts every day into the week of its Monday', () => {
    fc.assert(
      fc.property(day, (number) => {
        const monday = mondayOf(weekNumber(number));
        expect(weekdayOf(monday)).toBe(1);
        expect(number - monday).toBe(weekdayOf(number) - 1);
      }),
    );
  });

  it.each([
    [2000, 2, 29],
    [1900, 2, 28],
    [2024, 2, 29],
    [2023, 12, 31],
    [2023, 13, 0],
    [2023, 0, 0],
  ])('%i-%i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));
});

describe('points', () => {
  it('come back from their values', () => {
    fc.assert(
      fc.property(point, (given) => {
        expect(parsePoint(printPoint(given))).toEqual(given);
      }),
    );
  });

  it('lie one after the other without gap or overlap', () => {
    fc.assert(
      fc.property(point, (given) => {
        const next = { ...given, at: given.at + 1 };
        const gap = extentOf(next)[0] - extentOf(given)[1];
        expect(gap).toBe(given.grain === 'weekend' ? 6 : 1);
      }),
    );
  });

  it('hold the days they are made of', () => {
    fc.assert(
      fc.property(day, grain, (number, of) => {
        const [first, last] = extentOf(pointOfDay(number, of));
        expect(first <= number || of === 'weekend').toBe(true);
        expect(number <= last).toBe(true);
      }),
    );
  });

  it('are held by what they are coarsened to', () => {
    fc.assert(
      fc.property(point, grain, (given, of) => {
        const held = coarsen(given, of);
        if (held === null) return;
        expect(held.grain).toBe(of);
        expect(extentOf(held)[0]).toBeLessThanOrEqual(extentOf(given)[0]);
        expect(extentOf(held)[1]).toBeGreaterThanOrEqual(extentOf(given)[1]);
      }),
    );
  });

  it('shift there and back', () => {
    fc.assert(
      fc.property(point, grain, fc.integer({ min: -500, max: 500 }), (given, of, count) => {
        const there = shift(given, of, count);
        if (there !== null) expect(shift(there, of, -count)).toEqual(shift(given, of, 0));
      }),
    );
  });

  it('keep their place in the year when years are added', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: -50, max: 50 }), (given, years) => {
        if (!['month', 'quarter', 'half', 'season'].includes(given.grain)) return;
        expect(printPoint(shiftYears(given, years)).slice(4)).toBe(printPoint(given).slice(4));
      }),
    );
  });

  it.each([
    ['2009-01-01', 'week', -1, '2008-W52'],
    ['2010-01-03', 'week', 0, '2009-W53'],
    ['2009-03-31', 'month', -1, '2009-02'],
    ['2009-03-10', 'year', -10, '1999'],
    ['2009-01-15', 'season', 0, '2008-WI'],
    ['2009-11-02', 'quarter', -1, '2009-Q3'],
    ['2009-03-10', 'weekend', -1, '2009-W10-WE'],
    ['2009', 'decade', 1, '201'],
  ] as const)('%s, %s %i is %s', (value, of, count, expected) => {
    const start = parsePoint(value);
    const moved = start && shift(start, of, count);
    expect(moved && printPoint(moved)).toBe(expected);
  });

  it.each(['2013-02-30', '2013-13', '2013-W54', '2013-Q5', 'XXXX-10-23', 'PRESENT_REF', 'P3D', ''])(
    '%j is none',
    (value) => expect(parsePoint(value)).toBeNull(),
  );

  it('does not guess a month from a year', () => {
    expect(shift({ grain: 'year', at: 2013 }, 'month', -1)).toBeNull();
    expect(shiftYears({ grain: 'day', at: dayNumber({ year: 2012, month: 2, day: 29 }) }, 1)).toEqual({
      grain: 'day',
      at: dayNumber({ year: 2013, month: 2, day: 28 }),
    });
  });
});
