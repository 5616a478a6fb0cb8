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
