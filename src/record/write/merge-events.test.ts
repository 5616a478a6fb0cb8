// When two tellings are one event.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, sameEvents, type Telling, tiesOf } from './merge-events.ts';

/** Documents 1, 2, 3 … tell these, one each, unless they say otherwise. */
function groups(...given: readonly (Partial<Telling> & { day?: string })[]): readonly (readonly number[])[] {
  const tellings = given.map(({ day = '2013-10-23', ...telling }, at) => ({
    ...BASE,
    key: at + 1,
    document: at + 1,
    start: day,
    end: day,
    ...telling,
  }));
  return sameEvents(tellings);
}
const BASE: Telling = {
  key: 0,
  document: 0,
  modality: 'actual',
  type: 'REJECT',
  start: '',
  end: '',
  n: 0,
  trigger: 'rejected',
  actor: ['a'],
  recipient: ['b'],
  about: [],
  place: null,
  ofBody: false,
  named: [],
  level: null,
};
const OCTOBER = { start: '2013-10-01', end: '2013-10-31' };

describe('two tellings', () => {
  it.each<[string, Partial<Telling> & { day?: string }, boolean]>([
    ['of the same', {}, true],
    ['with other inflection', { trigger: 'rejects' }, true],
    ['with one more actor', { actor: ['c', 'a'] }, true],
    ['with another actor', { actor: ['c'] }, false],
    ['with actor and recipient exchanged', { actor: ['b'], recipient: ['a'] }, false],
    ['with another recipient', { recipient: ['c'] }, false],
    ['without recipient', { recipient: [] }, false],
    ['of another day', { day: '2013-10-24' }, false],
    ['with another modality', { modality: 'planned' }, false],
    ['with another word about nothing known', { trigger: 'spurned' }, false],
    ['with another place', { place: 'p' }, true],
    ['of a month that holds the day', OCTOBER, true],
    ['of another month', { start: '2013-11-01', end: '2013-11-30' }, false],
  ])('%s', (_, other, one) => {
    expect(groups({}, other)).toEqual(one ? [[1, 2]] : []);
  });

  it('with other words about the same thing are one', () => {
    expect(groups({ about: ['t'] }, { trigger: 'spurned', about: ['t', 'u'] })).toEqual([[1, 2]]);
  });

  it('of two places are two', () => {
    expect(groups({ place: 'p' }, { place: 'q' })).toEqual([]);
  });

  it('of a body that met need only share the body and the day', () => {
    const met = { type: 'CONSULT', recipient: [], actor: ['council'] };
    const two = [
      { ...met, trigger: 'met' },
      { ...met, trigger: 'session' },
    ] as const;
    expect(groups(...two.map((telling) => ({ ...telling, ofBody: true })))).toEqual([[1, 2]]);
    expect(groups(...two)).toEqual([]);
  });

  it('of a meeting of bodies or groups need only name the same two parties', () => {
    const met = { type: 'CONSULT', recipient: [] };
    const council = { ...met, actor: ['council'], ofBody: true, named: [['a', 'b']] };
    const envoys = { ...met, actor: ['envoys'], named: [['b', 'a']] };
    expect(groups(council, envoys)).toEqual([[1, 2]]);
    expect(groups(council, { ...met, actor: ['b'], recipient: ['a'] })).toEqual([[1, 2]]);
    expect(groups(council, { ...envoys, named: [['a', 'c']] })).toEqual([]);
    expect(groups({ ...council, level: 'heads' }, { ...envoys, level: 'ambassadors' })).toEqual([]);
    expect(groups({ ...council, level: 'heads' }, envoys)).toEqual([[1, 2]]);
  });

  it('of a meeting need only share two parties and the day', () => {
    const met = { type: 'CONSULT', recipient: [], trigger: 'met' };
    expect(groups({ ...met, actor: ['a', 'b'] }, { ...met, actor: ['c', 'b', 'a'], trigger: 'talks' })).toEqual([
      [1, 2],
    ]);
    expect(groups({ ...met, actor: ['a', 'b'] }, { ...met, actor: ['a', 'c'] })).toEqual([]);
  });
});

describe('a partial date', () => {
  it('joins none of two days that fit', () => {
    expect(groups({ day: '2013-10-02' }, { day: '2013-10-20' }, OCTOBER)).toEqual([]);
  });
  it('joins its like', () => {
    expect(groups(OCTOBER, OCTOBER)).toEqual([[1, 2]]);
  });
});

describe('one document', () => {
  it('keeps its own events apart', () => {
    expect(groups({ document: 1 }, { document: 1, n: 1 })).toEqual([]);
  });
  it('matches its first and second with the first and second of another', () => {
    expect(groups({ document: 1 }, { document: 1, n: 1 }, { document: 2 }, { document: 2, n: 1 })).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
  it('is not made to tell one thing twice by what a third tells', () => {
    const apart = groups(
      { document: 1, about: ['t'] },
      { document: 1, n: 1, trigger: 'spurned', about: ['u'] },
      { document: 2, about: ['u'] },
    );
    for (const group of apart) expect(group).not.toEqual(expect.arrayContaining([1, 2]));
  });
});

const telling = fc.record({
  document: fc.integer({ min: 1, max: 4 }),
  day: fc.constantFrom('2013-10-02', '2013-10-20', '2013-11-01'),
  wide: fc.boolean(),
  trigger: fc.constantFrom('met', 'spurned', 'rejected'),
  actor: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  recipient: fc.subarray(['a', 'b', 'c']),
  about: fc.subarray(['t', 'u']),
  place: fc.constantFrom(null, 'p', 'q'),
});
const tellings = fc.array(telling, { maxLength: 20 }).map((list) =>
  list.map(({ day, wide, ...rest }, at) => ({
    ...BASE,
    ...rest,
    key: at + 1,
    n: at,
    start: day,
    end: day,
    ...(wide && OCTOBER),
  })),
);

/** Compares all with all. */
function plainly(list: readonly Telling[]): readonly (readonly number[])[] {
  const tied = (a: Telling, b: Telling) => tiesOf(a).filter((tie) => tiesOf(b).includes(tie));
  const isSooner = (a: Telling, b: Telling) => a.n < b.n;
  const rank = (one: Telling, tie: string) =>
    list.filter(
      (other) =>
        other.document === one.document &&
        other.start === one.start &&
        other.end === one.end &&
        isSooner(other, one) &&
        tiesOf(other).includes(tie),
    ).length;
  const joined = list.flatMap((a) =>
    list.flatMap((b) =>
      tied(a, b).flatMap((tie): number[][] => {
        if (rank(a, tie) !== rank(b, tie)) return [];
        if (a.start === b.start && a.end === b.end) return [[a.key, b.key]];
        if (a.start === a.end || b.start !== b.end) return [];
        const days = list.filter(
          (one) =>
            one.start === one.end &&
            a.start <= one.start &&
            one.start <= a.end &&
            tiesOf(one).includes(tie) &&
            rank(one, tie) === rank(a, tie),
        );
        return new Set(days.map(({ start }) => start)).size === 1 && days.includes(b) ? [[a.key, b.key]] : [];
      }),
    ),
  );
  return groupsOf(list, joined);
}

describe('any tellings', () => {
  it('are joined as comparing all with all joins them', () => {
    fc.assert(
      fc.property(tellings, (list) => {
        const sorted = (some: readonly (readonly number[])[]) => some.map((group) => group.join()).sort();
        expect(sorted(sameEvents(list))).toEqual(sorted(plainly(list)));
      }),
    );
  });

  it('fall into groups that share nothing, of different documents, in any order', () => {
    fc.assert(
      fc.property(tellings, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const found = sameEvents(list);
        const keys = found.flat();
        expect(new Set(keys).size).toBe(keys.length);
        for (const group of found) {
          expect(group.length).toBeGreaterThan(1);
          const documents = group.map((key) => list[key - 1]?.document);
          expect(new Set(documents).size).toBe(documents.length);
        }
        const shuffled = list
          .map((one) => ({ one, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        const sorted = (some: readonly (readonly number[])[]) => some.map((group) => group.join()).sort();
        expect(sorted(sameEvents(shuffled))).toEqual(sorted(found));
      }),
    );
  });

  it('of one day and pair by the ten thousand take a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...BASE,
      key: at + 1,
      document: at,
      start: '2013-10-23',
      end: '2013-10-23',
    }));
    const start = performance.now();
    expect(sameEvents(many)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
