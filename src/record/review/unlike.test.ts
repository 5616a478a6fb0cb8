import { describe, expect, it } from 'vitest';
import type { AnyView, EntityLink, EventView } from '../views.ts';
import { unlikeness, unlikeWords } from './unlike.ts';

const link = (name: string): EntityLink => ({ id: name, name, kind: 'state', code: null });

type Told = readonly [type: EventView['type'], date: string | null, actor: readonly string[]];

const event = ([type, date, actor]: Told): AnyView => ({
  kind: 'event',
  id: `${type} ${date}`,
  time: {
    value: date,
    start: date && `${date}-01`.slice(0, 10),
    end: date && `${date}-28`.slice(0, 10),
    basis: 'expression',
  },
  evidence: [],
  review: 'machine',
  type,
  mode: null,
  quad: 1,
  contexts: [],
  actor: actor.map(link),
  recipient: [],
  about: [],
  place: null,
  modality: 'actual',
  background: false,
  statement: null,
  score: 0,
  cameo: null,
});

describe('what speaks against merging', () => {
  it.each([
    [
      'nothing, of one deed that two papers date alike',
      ['AGREE', '2011-05-10', ['Chad']],
      ['AGREE', '2011-05-12', ['Chad', 'Mali']],
      [],
    ],
    ['nothing, where a month holds the day', ['AGREE', '2011-05', ['Chad']], ['AGREE', '2011-05-12', ['Chad']], []],
    ['nothing, where no day or nobody is told', ['AGREE', null, ['Chad']], ['AGREE', '2011-05-12', []], []],
    ['the type', ['AGREE', '2011-05-10', ['Chad']], ['REJECT', '2011-05-10', ['Chad']], ['type']],
    ['days more than a week apart', ['AGREE', '2011-05-10', ['Chad']], ['AGREE', '2011-05-18', ['Chad']], ['day']],
    ['nobody in common', ['AGREE', '2011-05-10', ['Chad']], ['AGREE', '2011-05-10', ['Mali']], ['parties']],
    ['all of it', ['AGREE', '2011-05', ['Chad']], ['REJECT', '2013-05', ['Mali']], ['type', 'day', 'parties']],
  ] as const)('%s', (_, one, other, expected) => {
    const items = [event(one), event(other)];
    expect(unlikeness(items)).toEqual(expected);
    expect(unlikeness(items.toReversed())).toEqual(expected);
    expect(unlikeness([...items, ...items])).toEqual(expected);
  });

  it('is said in a sentence', () => {
    expect(unlikeWords(['type', 'day'])).toBe('differ in type and day');
    expect(unlikeWords(['parties'])).toBe('have no party in common');
    expect(unlikeWords(['day', 'parties'])).toBe('differ in day and have no party in common');
  });
});
