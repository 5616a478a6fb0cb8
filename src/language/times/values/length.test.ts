// Lengths of time as TIMEX3 durations.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNITS } from '../words/vocabulary.ts';
import { lengthValue, letterOf } from './length.ts';

describe('lengthValue', () => {
  it.each([
    [3, 'days', 'P3D'],
    [1, 'hour', 'PT1H'],
    [2.5, 'hours', 'PT2H30M'],
    [0.5, 'hour', 'PT30M'],
    [1.5, 'minutes', 'PT1M30S'],
    [1.5, 'years', 'P1.5Y'],
    [0.5, 'year', 'P6M'],
    [2, 'decades', 'P20Y'],
    [1, 'century', 'P100Y'],
    [1, 'fortnight', 'P2W'],
    [null, 'weeks', 'PXW'],
    [null, 'hours', 'PTXH'],
    [null, 'decades', 'PXDE'],
    [null, 'centuries', 'PXCE'],
    [3, 'apples', null],
  ] as const)('of %s %s is %s', (count, unit, value) => expect(lengthValue(count, letterOf(unit))).toBe(value));

  it('has a value for every unit and number, in ISO form', () => {
    const count = fc.option(fc.double({ min: 0, max: 5000, noNaN: true }));
    fc.assert(
      fc.property(count, fc.constantFrom(...Object.keys(UNITS)), (number, unit) => {
        const value = lengthValue(number, letterOf(unit));
        if (letterOf(unit) === 'ML') expect(value).toBeNull();
        else expect(value).toMatch(/^P(?:T?(?:X|\d+(?:\.\d+)?)(?:[A-Z]{1,2})){1}(?:\d+[MS])?$/);
      }),
    );
  });
});
