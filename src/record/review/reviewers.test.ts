// Agreement between reviewers and precision of rules, on journals small enough to reckon by hand.
import { describe, expect, it } from 'vitest';
import type { Anchor, ReviewEntry } from './entry.ts';
import { kappa, reviewersIn, rulesIn } from './reviewers.ts';

const anchor = (key: string, rule: string | null = 'lexicon'): Anchor => ({
  key,
  kind: 'event',
  type: 'REJECT',
  text: 't',
  document: 'd',
  span: [0, 1],
  words: 'w',
  trigger: null,
  triggerWords: null,
  twin: 0,
  twins: 1,
  rule,
  version: '1',
});

let clock = 0;
const entry = (who: string, what: ReviewEntry['what'], keys: string, more: Partial<ReviewEntry> = {}): ReviewEntry => {
  clock += 1;
  return {
    id: `r${clock}`,
    who,
    when: new Date(Date.UTC(2020, 0, 1) + clock).toISOString(),
    what,
    items: keys.split(' ').map((key) => anchor(key)),
    entities: [],
    document: null,
    from: null,
    fields: {},
    note: null,
    undoes: null,
    ...more,
  };
};

describe("Cohen's kappa", () => {
  it.each([
    ['all alike, two categories', ['yy', 'nn'], 1],
    ['all unlike', ['yn', 'ny'], -1],
    ['no better than chance', ['yy', 'yn', 'ny', 'nn'], 0],
    // The example of the textbooks: 20 and 15 alike of 50, 10 and 5 not; chance alone would give one half.
    ['a table', [...rep('yy', 20), ...rep('yn', 5), ...rep('ny', 10), ...rep('nn', 15)], 0.4],
    ['one category only', ['yy', 'yy'], null],
    ['nothing', [], null],
  ])('%s', (_, pairs, expected) => {
    const found = kappa(pairs.map((pair) => [pair[0] ?? '', pair[1] ?? '']));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 10);
  });
});

function rep(pair: string, times: number): string[] {
  return Array.from({ length: times }, () => pair);
}

describe('two reviewers', () => {
  it('are compared on what both decided about, each item once, by their last decision that holds', () => {
    const wrong = entry('Ada', 'rejected', 'a');
    const { pairs, reviewers } = reviewersIn([
      entry('Ada', 'accepted', 'a b'),
      wrong,
      entry('Ada', 'undone', 'a', { undoes: wrong.id }),
      entry('Ada', 'rejected', 'c'),
      entry('Ben', 'accepted', 'a b'),
      entry('Ben', 'accepted', 'c'),
      entry('Ben', 'accepted', 'x'),
      entry('Ben', 'noted', 'y'),
    ]);
    expect(pairs).toMatchObject([{ one: 'Ada', other: 'Ben', items: 2, agreement: 0.5 }]);
    expect(pairs[0]?.disagreements).toMatchObject([{ target: { key: 'c' }, one: 'rejected', other: 'accepted' }]);
    expect(reviewers).toMatchObject([
      { who: 'Ada', entries: 4, accepted: 1, rejected: 1 },
      { who: 'Ben', entries: 4, accepted: 3, rejected: 0 },
    ]);
  });

  it('who share no item are no pair', () => {
    expect(reviewersIn([entry('Ada', 'accepted', 'a'), entry('Ben', 'accepted', 'b')]).pairs).toEqual([]);
  });
});

describe('the precision of a rule', () => {
  it('counts the last decision on each item, with an interval that holds for few', () => {
    const [rule, ...others] = rulesIn([
      entry('Ada', 'accepted', 'a'),
      entry('Ada', 'accepted', 'b'),
      entry('Ben', 'rejected', 'b'),
      entry('Ada', 'corrected', 'c'),
      entry('Ben', 'accepted', 'c'),
    ]);
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ rule: 'lexicon', kind: 'event', accepted: 1, corrected: 1, rejected: 1 });
    expect(rule?.precision).toBeCloseTo(1 / 3, 10);
    expect(rule?.low).toBeCloseTo(0.0615, 3);
    expect(rule?.high).toBeCloseTo(0.7923, 3);
  });
});
