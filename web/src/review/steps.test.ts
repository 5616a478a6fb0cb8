import { expect, test } from 'vitest';
import type { ReviewEntry } from '../../../src/service/contract.ts';
import { stepsOf } from './steps.ts';

const step = (at: number, what: ReviewEntry['what'], undoes: string | null): ReviewEntry => ({
  ...{ id: `r${at}`, what, undoes, who: 'Ada', when: `2026-01-0${at}T10:00:00.000Z` },
  ...{ items: [], entities: [], document: null, from: null, fields: {}, note: null },
});

const decided = step(1, 'rejected', null);
const undone = step(2, 'undone', 'r1');
const redone = step(3, 'undone', 'r2');
const undoneAgain = step(4, 'undone', 'r1');

const offers = (...entries: ReviewEntry[]) => stepsOf(entries).map(({ words, offer }) => [words, offer]);

test('a decision can be undone, its undoing redone, and never is an undoing called undo', () => {
  expect(offers(decided)).toEqual([['rejected', 'undo']]);
  expect(offers(decided, undone)).toEqual([
    ['rejected', null],
    ['undone: rejected', 'redo: rejected again'],
  ]);
});

test('what was redone is undone where its decision stands', () => {
  expect(offers(decided, undone, redone)).toEqual([
    ['rejected', 'undo'],
    ['undone: rejected', null],
    ['redone: rejected', null],
  ]);
  expect(offers(decided, undone, redone, undoneAgain).at(-1)).toEqual(['undone: rejected', 'redo: rejected again']);
});

test('an undoing whose decision is out of sight offers nothing', () => {
  expect(offers(undone)).toEqual([['undone', null]]);
});
