import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { linkAnswers } from './answers.ts';

const event = (id: string, at: number, rest: Partial<Event>): Event => ({
  id,
  type: 'AGREE',
  mode: null,
  contexts: [],
  actor: [],
  recipient: [],
  about: [],
  place: null,
  trigger: [at, at + 5],
  evidence: [at, at + 40],
  time: { value: null, basis: 'unknown' },
  modality: 'actual',
  background: false,
  statement: null,
  score: 0,
  ...rest,
});

const promise = event('v1', 0, { cameo: '033', actor: ['norway'], recipient: ['mali'], about: ['helicopters'] });
const request = event('v1', 0, { type: 'REQUEST', cameo: '106', actor: ['chad'], recipient: ['mali'] });
const answersTo = (first: Event, second: Event) => linkAnswers([first, second])[1]?.answers;

describe('linkAnswers', () => {
  test.each([
    ['a promise kept', promise, { type: 'AID', actor: ['norway'], recipient: ['mali'] }, 'fulfilled'],
    [
      'a promise kept, known by its subject',
      promise,
      { type: 'AID', actor: ['norway'], about: ['helicopters'] },
      'fulfilled',
    ],
    ['a request met', request, { type: 'CONSULT', actor: ['mali', 'chad'] }, 'fulfilled'],
    ['a request refused', request, { type: 'REJECT', cameo: '125', actor: ['mali'], recipient: ['chad'] }, 'refused'],
  ] as const)('%s', (_, first, rest, how) => {
    expect(answersTo(first, event('v2', 100, rest as Partial<Event>))).toEqual([{ event: 'v1', how }]);
  });

  test.each([
    ['somebody else does it', promise, { type: 'AID', actor: ['peru'], recipient: ['mali'] }],
    ['it is done for somebody else', promise, { type: 'AID', actor: ['norway'], recipient: ['niger'] }],
    ['another thing is done', promise, { type: 'CONSULT', actor: ['norway', 'mali'] }],
    ['it is only planned', promise, { type: 'AID', actor: ['norway'], recipient: ['mali'], modality: 'planned' }],
    ['it is history', promise, { type: 'AID', actor: ['norway'], recipient: ['mali'], background: true }],
    ['another request is refused', request, { type: 'REJECT', cameo: '122', actor: ['mali'], recipient: ['chad'] }],
  ] as const)('no answer where %s', (_, first, rest) => {
    expect(answersTo(first, event('v2', 100, rest as Partial<Event>))).toBeUndefined();
  });

  test.each([
    ['2009-12', '2016-04-20', false],
    ['2009-12', '2010-02', true],
    ['2009-12', null, true],
  ])('a promise of %s is kept in %s: %s', (asked, done, kept) => {
    const time = (value: string | null) => ({ value, basis: 'expression' as const });
    const deed = { type: 'AID', actor: ['norway'], recipient: ['mali'], time: time(done) } as const;
    expect(answersTo({ ...promise, time: time(asked) }, event('v2', 100, deed)) !== undefined).toBe(kept);
  });

  test('what was done before the promise does not keep it', () => {
    const dated = { ...promise, time: { value: '2012-05', basis: 'expression' as const } };
    const earlier = event('v2', 100, {
      type: 'AID',
      actor: ['norway'],
      recipient: ['mali'],
      time: { value: '2011', basis: 'expression' },
    });
    expect(answersTo(dated, earlier)).toBeUndefined();
  });
});
