// Agreements, meetings, activities and positions from short invented sentences with frozen trees.
import { describe, expect, test } from 'vitest';
import type { Annotations } from '../../model/annotations.ts';
import { contains, type Span } from '../../model/span.ts';
import { codeEvents } from '../events/code-events.ts';
import { type Case, inputOf, readFixture } from '../events/testing/cases.ts';
import { loadEventLexicon } from '../lexicon/events.ts';
import { LEXICON_FOLDER } from '../lexicon/lexicon.ts';
import { findActivities } from './activities.ts';
import { findAgreements } from './agreements.ts';
import { findMeetings } from './meetings.ts';
import { findPositions } from './positions.ts';

const lexicon = {
  events: loadEventLexicon([LEXICON_FOLDER]),
  entities: { concluded: new Map([['Harbour Accord', '2009-05-04']]) },
};
const CASES = readFixture(new URL('./derived.fixture.txt', import.meta.url));

function derive(one: Case, published?: Annotations['head']['published']) {
  const told = inputOf(one);
  const input = published ? { ...told, head: { ...told.head, published } } : told;
  const so = { ...input, events: codeEvents(input, lexicon) };
  return {
    so,
    agreements: findAgreements(so, lexicon),
    meetings: findMeetings(so, lexicon),
    activities: findActivities(so, lexicon),
    positions: findPositions(so, lexicon),
  };
}

function told({ so, agreements, meetings, activities, positions }: ReturnType<typeof derive>): readonly string[] {
  const name = (id: string) => so.register.get(id)?.name ?? '?';
  const names = (ids: readonly string[]) => ids.map(name).join(', ');
  return [
    ...agreements.flatMap(({ entity, developments, obligations }) => [
      ...developments.map(({ what, by }) => `development | ${name(entity)} | ${what} | ${names(by)}`),
      ...obligations.map(() => `obligation | ${name(entity)}`),
    ]),
    ...meetings.map(({ state, level, parties, outcome = [] }) => {
      const came = outcome.map((span) => ` | ${so.document.text.slice(...span)}`).join('');
      return `meeting | ${state} | ${level ?? '-'} | ${names(parties)}${came}`;
    }),
    ...activities.map(({ entity, state, parties, figures }) => {
      const counts = figures.map(({ value, of }) => ` | ${value} ${of}`).join('');
      return `activity | ${name(entity)} | ${state} | ${names(parties)}${counts}`;
    }),
    ...positions.map(({ actor, stance, on }) => `position | ${name(actor)} | ${stance} | ${name(on)}`),
  ].map((line) => line.trim());
}

test.each(CASES)('$text', (one) => {
  expect(told(derive(one))).toEqual(one.expected);
});

describe('every derived item', () => {
  const evidences = (one: Case): readonly Span[] => {
    const { agreements, meetings, activities, positions } = derive(one);
    const developed = agreements.flatMap(({ developments, obligations }) => [...developments, ...obligations]);
    return [...developed, ...meetings, ...activities, ...positions].map(({ evidence }) => evidence);
  };

  test('has evidence inside the text', () => {
    for (const one of CASES) {
      for (const span of evidences(one)) {
        expect(span[0], one.text).toBeLessThan(span[1]);
        expect(contains([0, one.text.length], span), one.text).toBe(true);
      }
    }
  });

  test('says where its date is only that of publication', () => {
    const published = { value: '2013-05-06', basis: 'given' } as const;
    const told = CASES.map((one) => derive(one, published));
    const meetings = told.flatMap((one) => one.meetings.map((meeting) => ({ ...meeting, ...one })));
    const dated = meetings.filter(({ time }) => time !== null);
    for (const { event, basis, so } of dated) {
      const { time } = so.events.find(({ id }) => id === event) ?? {};
      expect(basis ?? 'expression').toBe(time?.basis);
    }
    const developments = told.flatMap(({ agreements }) => agreements.flatMap((agreement) => agreement.developments));
    for (const items of [dated, developments]) {
      const marked = items.filter(({ basis }) => basis === 'published');
      expect(marked.length).toBeGreaterThan(0);
      for (const { time } of marked) expect(time).toBe(published.value);
    }
  });

  test('says what made it', () => {
    for (const one of CASES) {
      const { meetings, activities, positions } = derive(one);
      for (const item of [...meetings, ...activities, ...positions]) {
        expect(item.rule, one.text).toBeTruthy();
        expect(item.why, one.text).toBeTruthy();
      }
    }
  });

  test('comes out the same a second time', () => {
    for (const one of CASES) expect(told(derive(one))).toEqual(told(derive(one)));
  });
});

test('a document without a sentence has none', () => {
  const [first] = CASES;
  if (!first) throw new Error('the fixture is empty');
  const input = inputOf({ ...first, tokens: [] });
  const so: Pick<Annotations, 'events'> & typeof input = { ...input, sentences: [], events: [] };
  expect(findAgreements(so, lexicon)).toEqual([]);
  expect(findMeetings(so, lexicon)).toEqual([]);
  expect(findActivities(so, lexicon)).toEqual([]);
  expect(findPositions(so, lexicon)).toEqual([]);
});
