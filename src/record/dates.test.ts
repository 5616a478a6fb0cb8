// What days a TIMEX3 value can mean.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf } from './dates.ts';

describe('daysOf', () => {
  it.each([
    ['2013-10-23', '2013-10-23', '2013-10-23'],
    ['2013-10-23T14:30', '2013-10-23', '2013-10-23'],
    ['2013-10-23TMO', '2013-10-23', '2013-10-23'],
    ['2013-10', '2013-10-01', '2013-10-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2013', '2013-01-01', '2013-12-31'],
    ['201', '2010-01-01', '2019-12-31'],
    ['2009-SP', '2009-03-01', '2009-05-31'],
    ['2009-WI', '2009-12-01', '2010-02-28'],
    ['2013-Q3', '2013-07-01', '2013-09-30'],
    ['2013-H2', '2013-07-01', '2013-12-31'],
    ['2013-W01', '2012-12-31', '2013-01-06'],
    ['2010-W01', '2010-01-04', '2010-01-10'],
    ['2013-10/2013-11', '2013-10-01', '2013-11-30'],
    ['2013-10-30/2013-11', '2013-10-30', '2013-11-30'],
    ['0099-05-01', '0099-05-01', '0099-05-01'],
  ])('%s is %s to %s', (value, start, end) => {
    expect(daysOf(value)).toEqual({ start, end });
  });

  it.each([
    null,
    '',
    'PRESENT_REF',
    'XXXX-10-23',
    '2013-13',
    '2013-00',
    '2013-02-30',
    '2013-W54',
    'P3D',
    '2013-11/2013-10',
    '2013/',
    '/2013',
    '2013/2014/2015',
    '20',
    '0000',
    ' 2013',
    '2013-10-23; DROP TABLE items',
  ])('%j names no days', (value) => {
    expect(daysOf(value)).toBeNull();
  });

  it('gives ISO days in order for anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{3,4}(-\d\d){0,2}(\/\d{4})?$/)), (value) => {
        const days = daysOf(value);
        if (!days) return;
        expect(days.start <= days.end).toBe(true);
        for (const day of [days.start, days.end]) {
          expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(daysOf(day)).toEqual({ start: day, end: day });
        }
      }),
    );
  });
});
