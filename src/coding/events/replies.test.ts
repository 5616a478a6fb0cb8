import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { createRegister } from '../entities/register.ts';
import { withAnswered } from './replies.ts';

const text = (reply: string) => `Peru accused Chad of theft. ${reply}`;
const register = createRegister();
for (const [name, start] of [
  ['Peru', 0],
  ['Chad', 13],
] as const)
  register.add({ kind: 'state', name, mentions: [{ span: [start, start + 4], form: 'name' }] });
const [peru = '', chad = ''] = register.all().map(({ id }) => id);

function event(id: string, all: string, word: string, rest: Partial<Event>): Event {
  const at = all.indexOf(word);
  return {
    id,
    type: 'REJECT',
    mode: null,
    contexts: [],
    actor: [],
    recipient: [],
    about: [],
    place: null,
    trigger: [at, at + word.length],
    evidence: [at, all.length],
    time: { value: null, basis: 'unknown' },
    modality: 'actual',
    background: false,
    statement: null,
    score: 0,
    ...rest,
  };
}

describe('withAnswered', () => {
  test.each([
    ['Chad denied the charge.', 'denied', {}, 'peru'],
    ['Chad rejects these false accusations.', 'rejects', {}, 'peru'],
    ['Chad rejected a charge.', 'rejected', {}, ''],
    ['Chad rejected the treaty.', 'rejected', {}, ''],
    ['Chad may deny the charge.', 'deny', { modality: 'hypothetical' }, ''],
    ['Chad accepted the invitation.', 'accepted', { type: 'AGREE' }, ''],
  ] as const)('%s', (reply, word, rest, expected) => {
    const all = text(reply);
    const first = event('v1', all, 'accused', { type: 'ACCUSE', actor: [peru], recipient: [chad] });
    const second = event('v2', all, word, { actor: [chad], ...rest });
    const told = { text: all, register, statements: [] };
    expect(withAnswered([first, second], told)[1]?.recipient.join() ?? '').toBe(expected && peru);
  });

  test('whoever set an ultimatum is answered', () => {
    const all = 'Peru threatened Chad with war. Chad dismissed the ultimatum.';
    const first = event('v1', all, 'threatened', { type: 'THREATEN', actor: [peru], recipient: [chad] });
    const second = event('v2', all, 'dismissed', { actor: [chad] });
    const told = { text: all, register, statements: [] };
    expect(withAnswered([first, second], told)[1]?.recipient).toEqual([peru]);
  });

  test.each([
    ['Peru asked Chad for maps. Chad refused on Monday.', 'asked', 'refused', {}, true],
    ['Peru offered maps to Chad. Chad accepted.', 'offered', 'accepted', { type: 'AGREE' }, true],
    ['Peru asked Chad for maps. Chad refused talks.', 'asked', 'refused', {}, false],
  ] as const)('a bare answer is to whoever asked: %s', (all, asked, word, rest, expected) => {
    const first = event('v1', all, asked, { type: 'REQUEST', actor: [peru], recipient: [chad] });
    const second = event('v2', all, word, { actor: [chad], ...rest });
    const told = { text: all, register, statements: [] };
    expect(withAnswered([first, second], told)[1]?.recipient).toEqual(expected ? [peru] : []);
  });

  test.each([
    ['Peru proposed a patrol. Chad turned down the proposal.', true],
    [`Peru proposed a patrol. ${'It rained for days. '.repeat(8)}Chad turned down the proposal.`, false],
  ])('a proposal put to nobody is answered close by: %s', (all, expected) => {
    const first = event('v1', all, 'proposed', { type: 'REQUEST', actor: [peru], evidence: [5, 22] });
    const second = event('v2', all, 'turned', { actor: [chad] });
    const told = { text: all, register, statements: [] };
    expect(withAnswered([first, second], told)[1]?.recipient).toEqual(expected ? [peru] : []);
  });

  test('whoever told of a deed is answered', () => {
    const all = 'Peru said Chad had shelled a ship. Chad denied the charge.';
    const statement = {
      id: 's1',
      speaker: [peru],
      addressee: [],
      source: null,
      cue: null,
      content: [],
      form: 'indirect',
      via: [],
      about: [],
    } as const;
    const first = event('v1', all, 'shelled', { type: 'ASSAULT', actor: [chad], statement: 's1' });
    const second = event('v2', all, 'denied', { actor: [chad] });
    expect(withAnswered([first, second], { text: all, register, statements: [statement] })[1]?.recipient).toEqual([
      peru,
    ]);
    expect(withAnswered([first, second], { text: all, register, statements: [] })[1]?.recipient).toEqual([]);
  });
});
