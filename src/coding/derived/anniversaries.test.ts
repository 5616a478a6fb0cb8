import { expect, it } from 'vitest';
import { ageOf } from './anniversaries.ts';

it.each([
  ['tenth', 10],
  ['fifth', 5],
  ['25th', 25],
  ['twenty-fifth', 25],
  ['fiftieth', 50],
  ['hundredth', 100],
  ['grand', null],
  ['twenty-grand', null],
])('%s is %s', (word, years) => expect(ageOf(word)).toBe(years));
