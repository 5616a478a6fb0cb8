// Texts made to be slow or to break: findTimes stays linear, within the text, and never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../model/annotations.ts';
import { findTimes } from './find-times.ts';
import { proposeDate } from './propose-date.ts';

const LENGTH = 1_000_000;
/** Generous, for a slow machine that does other things; all take under five seconds alone. */
const LIMIT_MS = 25_000;

function annotationsOf(text: string, published: string): Parameters<typeof findTimes>[0] {
  return {
    document: { id: 'd', text },
    head: {
      title: null,
      publisher: null,
      author: null,
      language: null,
      published: { value: published, basis: 'given' },
    },
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences: [{ span: [0, text.length], passage: 0 }],
    tokens: [],
  };
}

type Given = ReturnType<typeof annotationsOf>;
const proposed = (given: Given, times: Annotations['times']): unknown => proposeDate({ ...given, times });

function readAll(unit: string, length: number): void {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const given = annotationsOf(text, '2010-01-01');
  const start = performance.now();
  const times = findTimes(given);
  proposed(given, times);
  expect(performance.now() - start).toBeLessThan((LIMIT_MS * length) / LENGTH);
  expect(times.at(-1)?.span[1] ?? 0).toBeLessThanOrEqual(length);
}

describe('findTimes on hostile text', () => {
  it.each(['7', 'last ', '2007-', 'the early ', '\ud800'])('takes a million units of %j', (unit) =>
    readAll(unit, LENGTH),
  );

  it.each("year |1/|1,000,|one hundred |Friday, |the end of |'90s |half a |12 December 2007\n".split('|'))(
    'is linear in %j',
    (unit) => readAll(unit, LENGTH / 10),
  );

  const word = fc.constantFrom(
    ...'last the year of May 12 , 2007 - third quarter a ago Friday morning at 3 p.m. first two weeks later every spring'.split(
      ' ',
    ),
    ...'1990s 1/2 end 99999 night day \n'.split(' '),
  );
  const published = fc.constantFrom('2009-03-10', '2009-03', '2009', '', 'nonsense', '9999-12-31', '0001-01-01');

  it('gives spans in order, inside the text, and the same twice', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), published, (words, date) => {
        const given = annotationsOf(words.join(' '), date);
        const times = findTimes(given);
        let end = 0;
        for (const { span, value } of times) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(value).not.toMatch(/NaN|undefined|Infinity|null/);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(given.document.text.length);
        expect(findTimes(given)).toEqual(times);
        proposed(given, times);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void findTimes(annotationsOf(text, '2009'))),
    );
  });
});
