import { expect, it } from 'vitest';
import { yearsBefore } from './recalled.ts';

const head = (value: string | null) => ({
  title: null,
  publisher: null,
  author: null,
  language: 'en',
  published: { value, basis: value === null ? ('unknown' as const) : ('stated' as const) },
});

it.each([
  ['2011-11-23', 4, '2007'],
  ['2011', 1, '2010'],
  [null, 4, null],
])('%s less %i years is %s', (published, years, value) =>
  expect(yearsBefore(head(published), years).value).toBe(value),
);
