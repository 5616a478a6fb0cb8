import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { createRegister } from '../entities/register.ts';
import { withOtherSide } from './other-side.ts';

/** Events by their trigger words, each with its type, actor and recipient by name; gives the recipient of the last. */
function lastRecipient(text: string, told: readonly (readonly [string, Partial<Event>, string, string])[]): string {
  const register = createRegister();
  for (const name of ['Chad', 'Niger', 'Mali', 'Pact']) {
    const mentions = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      span: [index, index + name.length] as const,
      form: 'name' as const,
    }));
    if (mentions.length) register.add({ kind: name === 'Pact' ? 'agreement' : 'state', name, mentions });
  }
  const idOf = (name: string) =>
    register
      .all()
      .filter((entity) => entity.name === name)
      .map(({ id }) => id);
  const events = told.map(([word, rest, actor, recipient], at): Event => {
    const start = text.indexOf(word);
    return {
      id: `v${at + 1}`,
      type: 'SANCTION',
      mode: null,
      contexts: [],
      actor: idOf(actor),
      recipient: idOf(recipient),
      about: idOf('Pact'),
      place: null,
      trigger: [start, start + word.length],
      evidence: [start, start + word.length],
      time: { value: null, basis: 'unknown' },
      modality: 'actual',
      background: false,
      statement: null,
      score: 0,
      ...rest,
    };
  });
  const [id = ''] = withOtherSide(events, { text, register }).at(-1)?.recipient ?? [];
  return register.get(id)?.name ?? '';
}

describe('withOtherSide', () => {
  const accused = ['accused', { type: 'ACCUSE' }, 'Chad', 'Niger'] as const;

  test.each([
    [
      'a second deed of one doer',
      'Chad accused Niger of theft and recalled its envoy.',
      'recalled',
      {},
      'Chad',
      'Niger',
    ],
    [
      'an answer in the next sentence',
      'Chad accused Niger of theft. Niger expelled an envoy.',
      'expelled',
      {},
      'Niger',
      'Chad',
    ],
    ['a deed of somebody else', 'Chad accused Niger of theft. Mali expelled an envoy.', 'expelled', {}, 'Mali', ''],
    [
      'a deed that is only planned',
      'Chad accused Niger of theft and will recall its envoy.',
      'recall',
      { modality: 'planned' },
      'Chad',
      '',
    ],
    [
      'a deed done to nobody',
      'Chad accused Niger of theft and promised reforms.',
      'promised',
      { type: 'AGREE' },
      'Chad',
      '',
    ],
    [
      'a demand a sentence later',
      'Chad accused Niger of theft. Chad demanded payment.',
      'demanded',
      { type: 'REQUEST' },
      'Chad',
      'Niger',
    ],
    ['the same doer a sentence later', 'Chad accused Niger of theft. Chad froze assets.', 'froze', {}, 'Chad', ''],
  ] as const)('%s', (_, text, word, rest, actor, expected) => {
    expect(lastRecipient(text, [accused, [word, rest, actor, '']])).toBe(expected);
  });

  test.each([
    ['Chad and Niger fell out over a dam. Chad recalled its envoy.', 'Niger'],
    ['Chad, Mali and Niger fell out over a dam. Chad recalled its envoy.', ''],
    ['Mali is at war. Mali is poor. Chad and Niger fell out. Chad recalled its envoy.', ''],
  ])('an envoy is recalled from the only other state: %s', (text, expected) => {
    expect(lastRecipient(text, [['recalled', { mode: 'withdraw' }, 'Chad', '']])).toBe(expected);
  });

  test('who leaves a treaty leaves alone', () => {
    const text = 'Chad and Niger fell out. Chad quit the Pact.';
    expect(lastRecipient(text, [['quit', { mode: 'withdraw' }, 'Chad', '']])).toBe('');
  });
});
