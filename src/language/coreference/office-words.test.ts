import { expect, test } from 'vitest';
import { wordsForOffice } from './office-words.ts';

test.each([
  ['Prime Minister', 'premier', true],
  ['foreign secretary', 'foreign minister', true],
  ['Secretary of State', 'top diplomat', true],
  ['Secretary of State', 'foreign minister', false],
  ['deputy foreign minister', 'foreign secretary', false],
  ['former president', 'head of state', false],
])('%s may be called the %s: %s', (office, word, may) => {
  expect(wordsForOffice(office).has(word)).toBe(may);
});
