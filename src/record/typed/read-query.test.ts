import { expect, test } from 'vitest';
import type { EntityView } from '../views.ts';
import { meaningOf, readQuery, soughtIn, stretchesOf } from './read-query.ts';

test.each([
  ['what Russia said about missile defence in 2007', ['2007'], ['Russia', 'missile', 'defence']],
  ['who met in Brussels on 23 October 2013', ['2013-10-23'], ['Brussels']],
  ['meetings of NATO and Russia', [], ['NATO', 'Russia']],
  ['', [], []],
])('%s', (typed, dates, words) => {
  expect(readQuery(typed)).toMatchObject({ dates, words, exact: [] });
});

test.each([
  ['"business as usual" 2008', ['2008'], [], ['"business as usual"']],
  ['“drone strike” 3 January 2020', ['2020-01-03'], [], ['"drone strike"']],
  ['helicopt* for Afghanistan, August 2019', ['2019-08'], ['Afghanistan'], ['helicopt*']],
  ['"strike of 2020" Baghdad', [], ['Baghdad'], ['"strike of 2020"']],
  ['2019 "drone" January 2020', ['2019', '2020-01'], [], ['"drone"']],
  ['3 "drone" January 2020', ['2020-01'], ['3'], ['"drone"']],
  ['Baghdad "drone strike', [], ['Baghdad'], ['"drone strike']],
  ['* "" ""', [], [], []],
])('%s: what is in quotation marks, or has an open end, stands as it is', (typed, dates, words, exact) => {
  expect(readQuery(typed)).toMatchObject({ dates, words, exact });
});

test('a text has to hold the words that no deed stands for, and the phrases', () => {
  const sought = (typed: string) => soughtIn(readQuery(typed), readQuery(typed).deeds);
  expect(sought('what did Russia promise in 2007')).toBe('Russia');
  expect(sought('who refused')).toBe('refused');
  expect(sought('Russia "arms control" 2007')).toBe('Russia "arms control"');
  expect(sought('2007')).toBe('');
});

test('dates are words where the time is given otherwise', () => {
  expect(readQuery('treaty of August 2019', false)).toMatchObject({ dates: [], words: ['treaty', 'August', '2019'] });
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

test('a person is known by the last name alone, a state is not', () => {
  const known = [entity('Javad Zarif', 'person'), entity('United States', 'state')];
  const found = new Map(['Zarif', 'States'].map((word) => [word, known]));
  expect(meaningOf(['Zarif', 'States'], found)).toMatchObject({ actors: [{ id: 'Javad Zarif' }], rest: ['States'] });
});
