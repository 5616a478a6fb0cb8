import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datesIn, dayNumber, isDate, isoOfDay, parseDate } from './dates.ts';

test.each([
  ['', ''],
  ['2007', '2007'],
  [' 2007-12 ', '2007-12'],
  ['Dec 2007', '2007-12'],
  ['23 October 2013', '2013-10-23'],
  ['31 February 2013', null],
  ['2013-13', null],
  ['yesterday', null],
])('"%s" is the date %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test.each([
  ['missile defence in 2007', ['2007'], 'missile defence'],
  ['who met in Brussels on 23 October 2013', ['2013-10-23'], 'who met in Brussels'],
  ['treaty', [], 'treaty'],
  ['12345 tanks', [], '12345 tanks'],
])('the dates of "%s"', (text, dates, rest) => {
  expect(datesIn(text)).toEqual({ dates, rest });
});

test('days go back and forth', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (day) => {
      expect(dayNumber(isoOfDay(day))).toBe(day);
      expect(isDate(isoOfDay(day))).toBe(true);
    }),
  );
});
