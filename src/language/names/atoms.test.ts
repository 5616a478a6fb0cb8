import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsOf } from './atoms.ts';

/** Text of the signs that matter to atoms: letters plain and not, marks, digits, stops, white space, lone surrogates. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      '.',
      'é',
      'e\u0301',
      '’',
      '`',
      '-',
      '—',
      '4',
      '٣',
      ' ',
      '\u00a0',
      '\n',
      '𝔸',
      '\ud800',
      '*',
      'ß',
    ),
    {
      maxLength: 24,
    },
  )
  .map((signs) => signs.join(''));

describe('atomsOf', () => {
  it('keeps dotted abbreviations whole and gives each sign for itself', () => {
    const keys = atomsOf('The U.S.-led ‘talks’ — in St. Pierre’s').map(({ key }) => key);
    expect(keys).toEqual(['the', 'u.s.', '-', 'led', "'", 'talks', "'", '-', 'in', 'st', '.', 'pierre', "'", 's']);
  });

  it('finds what the pattern of an atom finds, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), fc.nat(5), (words, from) => {
        const found = [...words.slice(from).matchAll(/(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)];
        const spans = found.map((match) => [from + match.index, from + match.index + match[0].length]);
        expect(atomsOf(words, from).map(({ start, end }) => [start, end])).toEqual(spans);
      }),
      { numRuns: 300 },
    );
  });
});
