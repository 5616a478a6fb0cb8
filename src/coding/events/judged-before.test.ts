import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { createRegister } from '../entities/register.ts';
import { withJudged } from './judged-before.ts';

const register = createRegister();
const id = (name: string) => register.add({ kind: 'state', name, mentions: [{ span: [0, 1], form: 'name' }] });
const [chad, mali, niger] = [id('Chad'), id('Mali'), id('Niger')];

function event(text: string, word: string, rest: Partial<Event>): Event {
  const at = text.indexOf(word);
  return {
    id: 'v1',
    type: 'ACCUSE',
    mode: null,
    contexts: [],
    actor: [],
    recipient: [],
    about: [],
    place: null,
    trigger: [at, at + word.length],
    evidence: [at, at + word.length],
    time: { value: null, basis: 'unknown' },
    modality: 'actual',
    background: false,
    statement: null,
    score: 0,
    ...rest,
  };
}

/** Whom the second event of a text is for, where Chad (and others, if told) did the first. */
function judged(text: string, [did, judges]: readonly string[], rest: Partial<Event>, own: Partial<Event> = {}) {
  const first = event(text, did ?? '', { type: 'SANCTION', actor: [chad], ...rest });
  const second = event(text, judges ?? '', { actor: [niger], ...own });
  return withJudged([first, second], { text, register })[1]?.recipient;
}

describe('withJudged', () => {
  test.each([
    ['Chad shut a bridge. Niger condemned the move.', ['shut', 'condemned'], {}, [chad]],
    [
      'Chad shelled a port. Niger condemned these latest attacks.',
      ['shelled', 'condemned'],
      { type: 'ASSAULT' },
      [chad],
    ],
    // Another kind of deed, one of its own, one that was not done, and none that is taken up.
    ['Chad shut a bridge. Niger condemned the attack.', ['shut', 'condemned'], {}, []],
    ['Niger shut a bridge. Niger praised the move.', ['shut', 'praised'], { actor: [niger] }, []],
    ['Chad did not shut a bridge. Niger praised the move.', ['shut', 'praised'], { modality: 'negated' }, []],
    ['Chad shelled a port. Niger condemned the wish to attack.', ['shelled', 'condemned'], { type: 'ASSAULT' }, []],
    ['Chad shut a bridge. Niger condemned a move.', ['shut', 'condemned'], {}, []],
    [
      `Chad shut a bridge. ${'It rained for days. '.repeat(30)}Niger condemned the move.`,
      ['shut', 'condemned'],
      {},
      [],
    ],
  ] as const)('%s', (text, words, rest, expected) => {
    expect(judged(text, words, rest)).toEqual(expected);
  });

  test('a deal is of several', () => {
    const text = 'Chad and Mali signed. Niger hailed the deal.';
    const signed = { type: 'SUPPORT', actor: [chad, mali] } as const;
    expect(judged(text, ['signed', 'hailed'], signed, { type: 'SUPPORT' })).toEqual([chad, mali]);
    expect(judged(text, ['signed', 'hailed'], { type: 'SUPPORT' }, { type: 'SUPPORT' })).toEqual([]);
  });

  test('whom the words name stays', () => {
    const text = 'Chad shut a bridge. Niger condemned the move.';
    expect(judged(text, ['shut', 'condemned'], {}, { recipient: [mali] })).toEqual([mali]);
  });
});
