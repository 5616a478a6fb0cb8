import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const text = fc
  .array(
    fc.constantFrom('a', 'B', '.', 'é', 'e\u0301', '’', "'", '-', '/', '&', '4', '٣', ' ', '—', '𝔸', '\ud800', '*'),
    {
      maxLength: 24,
    },
  )
  .map((signs) => signs.join(''));

describe('wordsOf', () => {
  it('leaves out punctuation at the beginning, keeps it inside', () => {
    expect(wordsOf('“NATO-Russia talks, 2/3 done: Côte d’Ivoire’s AT&T')).toEqual([
      'NATO-Russia', 'talks', '2/3', 'done', 'Côte', 'd’Ivoire’s', 'AT&T',
    ]); // biome-ignore format: one list
  });

  it('finds what the pattern of a word finds, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (words) => {
        expect(wordsOf(words)).toEqual(words.match(/[\p{L}\p{N}][\p{L}\p{N}.'’/&-]*/gu) ?? []);
      }),
      { numRuns: 300 },
    );
  });
});
