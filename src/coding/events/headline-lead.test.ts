import { expect, test } from 'vitest';
import type { Event } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { withoutHeadlines } from './headline-lead.ts';

const HEADLINE: Span = [0, 40];
const LEAD: Span = [50, 200];

/** A refusal; parties of lower case belong to those of upper case. */
function refusal(start: number, actor: string, recipient: string, more: Partial<Event> = {}): Event {
  return {
    id: `v${start}`,
    type: 'REJECT',
    mode: null,
    cameo: '120',
    contexts: [],
    actor: [...actor],
    recipient: [...recipient],
    about: [],
    place: null,
    trigger: [start, start + 5],
    evidence: [start, start + 30],
    time: { value: null, basis: 'unknown' },
    modality: 'actual',
    background: false,
    statement: null,
    score: 0,
    ...more,
  };
}

const layout = {
  isHeadline: (at: Span) => at[1] <= HEADLINE[1],
  lead: LEAD,
  sidesOf: (ids: readonly string[]) => ids.map((id) => id.toUpperCase()),
};

test.each([
  ['the minister for the state, and fewer of them', refusal(60, 'aB', 'C'), 1],
  ['nobody refused in the headline or below it', refusal(60, 'A', ''), 1],
  ['another doer', refusal(60, 'B', 'C'), 2],
  ['another side', refusal(60, 'A', 'D'), 2],
  ['another kind', refusal(60, 'A', 'C', { cameo: '130' }), 2],
  ['what is only planned', refusal(60, 'A', 'C', { modality: 'planned' }), 2],
  ['what stands further down', refusal(300, 'A', 'C'), 2],
])('a headline and %s', (_, told, count) => {
  const events = withoutHeadlines([refusal(0, 'A', 'C'), told], layout);
  expect(events).toHaveLength(count);
  if (count === 1) expect(events[0]).toEqual({ ...told, also: [[0, 30]] });
});

test('a headline that may be of either of two stays', () => {
  expect(withoutHeadlines([refusal(0, 'A', 'C'), refusal(60, 'A', 'C'), refusal(120, 'A', 'C')], layout)).toHaveLength(
    3,
  );
});
