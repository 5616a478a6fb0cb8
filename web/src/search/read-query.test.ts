import { expect, test } from 'vitest';
import type { EntityView } from '../../../src/service/contract.ts';
import { meaningOf, readWords, stretchesOf } from './read-query.ts';

test.each([
  ['what Russia said about missile defence in 2007', ['2007'], ['Russia', 'missile', 'defence']],
  ['who met in Brussels on 23 October 2013', ['2013-10-23'], ['Brussels']],
  ['meetings of NATO and Russia', [], ['NATO', 'Russia']],
  ['"business as usual" 2008', [], ['"business as usual" 2008']],
  ['', [], []],
])('%s', (typed, dates, words) => {
  expect(readWords(typed)).toMatchObject({ dates, words });
});

const entity = (name: string, kind: EntityView['kind'], names: string[] = []): EntityView => ({
  ...{ id: name, name, kind, names },
  ...{ code: null, partOf: null, offices: [], documents: 1, mentions: 1 },
});

test('the longest names win, and what names nobody stays a word', () => {
  const words = ['Russian', 'missile', 'defence', 'radar', 'Brussels'];
  const known = [
    entity('Russia', 'state', ['Russia', 'Russian']),
    entity('missile defence', 'issue'),
    entity('defence', 'issue'),
    entity('Brussels', 'place'),
  ];
  const found = new Map(
    stretchesOf(words).map((stretch) => [
      stretch,
      known.filter(({ name, names }) =>
        [name, ...names].some((one) => one.toLowerCase().includes(stretch.toLowerCase())),
      ),
    ]),
  );
  const meaning = meaningOf(words, found);
  expect(meaning.actors.map(({ id }) => id)).toEqual(['Russia']);
  expect(meaning.subjects.map(({ id }) => id)).toEqual(['missile defence']);
  expect(meaning.rest).toEqual(['radar', 'Brussels']);
});
