import { expect, test } from 'vitest';
import { datesIn, parseDate } from './written-date.ts';

test.each([
  ['', ''],
  ['2007', '2007'],
  [' 2007-12 ', '2007-12'],
  ['Dec 2007', '2007-12'],
  ['Sept. 2007', '2007-09'],
  ['23 October 2013', '2013-10-23'],
  ['October 23, 2013', '2013-10-23'],
  ['15.12.2007', '2007-12-15'],
  ['5.3.2007', '2007-03-05'],
  ['12/11/2007', null],
  ['31 February 2013', null],
  ['31.2.2013', null],
  ['2013-13', null],
  ['0000', null],
  ['decision 2007', null],
  ['yesterday', null],
])('"%s" is the date %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test.each([
  ['missile defence in 2007', ['2007'], 'missile defence'],
  ['who met in Brussels on 23 October 2013', ['2013-10-23'], 'who met in Brussels'],
  ['October 23, 2013 Brussels', ['2013-10-23'], 'Brussels'],
  ['in 2007 missile defence', ['2007'], 'missile defence'],
  ['decision 2007', ['2007'], 'decision'],
  ['treaty', [], 'treaty'],
  ['12345 tanks', [], '12345 tanks'],
])('the dates of "%s"', (text, dates, rest) => {
  expect(datesIn(text)).toEqual({ dates, rest });
});
