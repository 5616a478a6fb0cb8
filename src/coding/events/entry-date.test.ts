// Dates that a chronology puts before its entries.
import { expect, it } from 'vitest';
import { entryDate } from './entry-date.ts';

it.each([
  ['12 June 2000: Both sides accept the plan.', '12 June 2000', '2000-06-12', '2000-06-12'],
  ['Chronology\n• 2008 – Oman expels the mission.', '2008', '2008', '2008'],
  ['In 2008 Oman expels the mission.', '2008', '2008', null],
  ['Oman expels the mission: 2008 was a bad year.', '2008', '2008', null],
  ['2008: A bad year.\nOman expels the mission.', '2008', '2008', null],
])('%s', (text, words, value, expected) => {
  const at = text.indexOf(words);
  const times = [{ span: [at, at + words.length] as const, type: 'DATE' as const, value }];
  const trigger = text.search(/accept|expels/);
  expect(entryDate({ document: { id: 'test', text }, times }, [trigger, trigger + 6])?.value ?? null).toBe(expected);
});
