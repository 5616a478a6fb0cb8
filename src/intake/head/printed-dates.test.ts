// Printed dates by a table: what a document prints and what it says in ISO 8601.
import { describe, expect, it } from 'vitest';
import { findPrintedDates, isoDate } from './printed-dates.ts';

describe('findPrintedDates', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['May 27, 1997', ['1997-05-27']],
    ['27 May 1997', ['1997-05-27']],
    ['the 1st of June 2004', ['2004-06-01']],
    ['Sept. 3, 2012', ['2012-09-03']],
    ['3 SEPTEMBER 2012', ['2012-09-03']],
    ['27.05.1997', ['1997-05-27']],
    ['2009-12-04T10:00', ['2009-12-04']],
    ['2009/12/04', ['2009-12-04']],
    ['05/27/2014', ['2014-05-27']],
    ['27/05/2014', ['2014-05-27']],
    ['05/04/2014', ['2014']],
    ['05/05/2014', ['2014-05-05']],
    ['in March 2014 and in May 2015', ['2014-03', '2015-05']],
    ['2009-12', ['2009-12']],
    ['February 30, 2010', []],
    ['13/13/2010', []],
    ['in 2010', []],
    ['Resolution 1244', []],
    ['phone 2010-1234', []],
  ];
  it.each(table)('%s', (text, values) => {
    expect(findPrintedDates(text).map(({ value }) => value)).toEqual(values);
  });

  it('says where they stand', () => {
    expect(findPrintedDates('Oslo, 4 May 2011 - text')).toEqual([{ start: 6, end: 16, value: '2011-05-04' }]);
  });
});

describe('isoDate', () => {
  it.each([
    ['2013-10-23', '2013-10-23'],
    ['2013-10', '2013-10'],
    ['2013', '2013'],
    ['2013-10-23T08:00:00+02:00', '2013-10-23'],
    ['20131023', '2013-10-23'],
    ['2013-13-01', null],
    ['2013-02-29', null],
    ['23 October', null],
    ['', null],
  ])('%s', (value, date) => {
    expect(isoDate(value)).toBe(date);
  });
});
