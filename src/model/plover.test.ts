import { expect, test } from 'vitest';
import { EVENT_TYPES, PLOVER, scoreOf } from './plover.ts';

// Figures of the PLOVER manual's table, read off there one by one.
test.each([
  ['CONSULT', 'visit', 4],
  ['CONSULT', null, 2.5],
  ['RETREAT', 'disarm', 10],
  ['REQUEST', 'yield', -1],
  ['ACCUSE', null, -3],
  ['PROTEST', 'vandalize', -5],
  ['ASSAULT', 'unconventional', -10],
  ['AGREE', 'no-such-mode', 2.5],
] as const)('%s in mode %s scores %d', (type, mode, score) => {
  expect(scoreOf(type, mode)).toBe(score);
});

test('cooperation never scores below zero and material conflict never above -4', () => {
  for (const type of EVENT_TYPES) {
    const { quad, score, modes } = PLOVER[type];
    for (const value of [score, ...Object.values(modes)]) {
      if (value === null) continue;
      if (quad <= 2) expect(value).toBeGreaterThan(0);
      if (quad === 4) expect(value).toBeLessThanOrEqual(-4);
    }
  }
});
