// Dates that a chronology puts before its entries.
import { expect, it } from 'vitest';
import { entryDate } from './entry-date.ts';

it.each([
  ['12 June 2000: Both sides accept the plan.', '12 June 2000', '2000-06-12', '2000-06-12'],
  ['Chronology\n• 2008 – Oman expels the mission.', '2008', '2008', '2008'],
  ['In 2008 Oman expels the mission.', '2008', '2008', null],
  ['Oman expels the mission: 2008 was a bad year.', '2008', '2008', null],
  ['May-June 2008 – Oman expels the mission.', 'May', '2008-05', '2008-05'],
  ['2008: A bad year.\nOman expels the mission.', '2008', '2008', null],
])('%s', (text, words, value, expected) => {
  const at = text.indexOf(words);
  const times = [{ span: [at, at + words.length] as const, type: 'DATE' as const, value }];
  const trigger = text.search(/accept|expels/);
  expect(entryDate({ document: { id: 'test', text }, times }, [trigger, trigger + 6])?.value ?? null).toBe(expected);
});

it.each([
  ['2 May 1998\nA bad year.\n4 May 1998\nOman expels the mission.\n9 May 1998\nTalks.', '1998-05-04'],
  ['2 May 1998\nOman expels the mission.', null],
])('a date in a line of its own: %s', (text, expected) => {
  const times = [...text.matchAll(/(\d) May 1998/g)].map(({ index, 0: words, 1: day }) => ({
    span: [index, index + words.length] as const,
    type: 'DATE' as const,
    value: `1998-05-0${day}`,
  }));
  const trigger = text.indexOf('expels');
  expect(entryDate({ document: { id: 'test', text }, times }, [trigger, trigger + 6])?.value ?? null).toBe(expected);
});
