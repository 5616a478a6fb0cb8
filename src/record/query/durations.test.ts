// Lengths as TIMEX3 writes them, in words.
import { expect, test } from 'vitest';
import { durationWords } from './durations.ts';

test.each([
  ['PT3H30M', '3 hours 30 minutes'],
  ['PT1H', '1 hour'],
  ['P2D', '2 days'],
  ['P1DT12H', '1 day 12 hours'],
  ['P1.5Y', '1.5 years'],
  ['PXW', null],
  ['P', null],
  ['2013-10', null],
])('%s is %s', (value, words) => {
  expect(durationWords(value)).toBe(words);
});
