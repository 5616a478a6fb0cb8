import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDate } from '../../../src/model/written-date.ts';
import { dayNumber, isoOfDay } from './dates.ts';

test('days go back and forth', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (day) => {
      expect(dayNumber(isoOfDay(day))).toBe(day);
      expect(isDate(isoOfDay(day))).toBe(true);
    }),
  );
});
