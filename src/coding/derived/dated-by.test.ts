import { expect, test } from 'vitest';
import { datedBy } from './dated-by.ts';

test.each([
  ['2013-10-23', 'expression', { time: '2013-10-23' }],
  ['2013-10-23', 'published', { time: '2013-10-23', basis: 'published' }],
  [null, 'unknown', { time: null }],
  [null, 'published', { time: null }],
] as const)('%s by %s', (value, basis, dated) => {
  expect(datedBy({ value, basis })).toEqual(dated);
});
