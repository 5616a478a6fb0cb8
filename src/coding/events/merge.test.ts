import { expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import { mergeEvents } from './merge.ts';

/** A promise of one party to nobody in particular. */
function promise(start: number, cameo: string): Event {
  return {
    id: `v${start}`,
    type: 'AGREE',
    mode: null,
    cameo,
    contexts: [],
    actor: ['e1'],
    recipient: [],
    about: [],
    place: null,
    trigger: [start, start + 5],
    evidence: [start, start + 9],
    time: { value: null, basis: 'unknown' },
    modality: 'actual',
    background: false,
    statement: null,
    score: 0,
  };
}

test.each([
  ['of one kind are one', '036', '036', 1],
  ['of different kinds are two', '036', '030', 2],
])('two promises to nobody %s', (_, first, second, count) => {
  expect(mergeEvents([promise(0, first), promise(20, second)], () => false)).toHaveLength(count);
});

test('a coming meeting with a day of its own is another one', () => {
  const dated: Event = { ...promise(20, '036'), time: { value: '2023-04', basis: 'expression' } };
  expect(mergeEvents([promise(0, '036'), dated], () => false)).toHaveLength(2);
});

test.each([
  ['by the same words are one', 'verbs.tsv condemn', 1],
  ['by other words are two', 'verbs.tsv express', 2],
])('two reproaches to nobody %s', (_, rule, count) => {
  const reproach = (start: number, by: string): Event => ({ ...promise(start, '111'), type: 'ACCUSE', rule: by });
  expect(mergeEvents([reproach(0, 'verbs.tsv condemn'), reproach(20, rule)], () => false)).toHaveLength(count);
});

test.each([
  ['that leaves out the other side is one with the body', [], 'withdraw', 1],
  ['that names another side is not', ['e3'], 'withdraw', 2],
  ['in another mode is not', [], 'discontinue', 2],
] as const)('a headline %s', (_, recipient, mode, count) => {
  const told: Event = { ...promise(20, '160'), type: 'SANCTION', mode: 'withdraw', recipient: ['e2'] };
  const headline: Event = { ...promise(0, '160'), type: 'SANCTION', mode, recipient: [...recipient] };
  expect(mergeEvents([headline, told], ([start]) => start < 10)).toHaveLength(count);
});
