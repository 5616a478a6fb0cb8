import { expect, test } from 'vitest';
import { deedsIn } from './deeds.ts';

test.each([
  ['what did Ukraine promise', { promise: 'AGREE' }],
  ['who refused what', { refused: 'REJECT' }],
  ['Russia threatened NATO', { threatened: 'THREATEN' }],
  ['which states criticised the plan', { criticised: 'ACCUSE' }],
  // Nouns, where nobody asks.
  ['sanctions 2014', {}],
  ['attack on Tskhinvali', {}],
  ['missile defence', {}],
])('%s', (typed, deeds) => {
  expect(Object.fromEntries(deedsIn(typed, typed.split(' ')))).toEqual(deeds);
});
