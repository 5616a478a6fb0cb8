// Passages by fixtures: each line of a fixture is a passage with its kind; `+` goes on in the line before, `⏎` breaks it.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortPassages } from './sort-passages.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly (readonly [kind: string, text: string])[];
}

function readCases(fixture: string): readonly Case[] {
  return fixture
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      let text = '';
      const expected: (readonly [string, string])[] = [];
      for (const line of lines) {
        const match = /^(\+?)([a-z]+)\s+(.*)$/.exec(line);
        if (!match) {
          text += '\n';
          continue;
        }
        const [, joined, kind = '', rest = ''] = match;
        const passage = rest.replaceAll(' ⏎', '\n');
        text += `${text === '' ? '' : joined ? ' ' : '\n'}${passage}`;
        expected.push([kind, passage]);
      }
      return { name, text, expected };
    });
}

const FIXTURES = new URL('./fixtures/', import.meta.url);
const cases = readdirSync(FIXTURES).flatMap((file) => readCases(readFileSync(new URL(file, FIXTURES), 'utf8')));

describe('sortPassages', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { text, expected }) => {
    expect(sortPassages({ text }).map(({ kind, span }) => [kind, text.slice(...span)])).toEqual(expected);
  });

  it('covers all that is not blank, in order, without overlap', () => {
    const piece = fc.constantFrom(
      'Home | News', '\n', '\n\n', ' ', 'A Short Title', 'BONN, May 3 (Wire) - ', 'By Jo Roe', '© 2014 / A BCDe fg hi',
      'The ministers met on Monday and agreed to meet again before the winter comes.', '\t', '**X Y**', 'Q: Why?', '\r\n',
      '\ud800', 'a view (left) of it - Photo Service', 'Read also: one two three four', '|', '\u0000', 'ok', '?',
    ); // biome-ignore format: a list of pieces
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { span } of sortPassages({ text })) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(text.slice(end, span[0])).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          end = span[1];
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
    );
  });

  it('gives the passages their rules', () => {
    expect(
      sortPassages({ text: 'Home | News | Contact\n\nThe ministers met on Monday and agreed to meet again.' }),
    ).toEqual([
      { span: [0, 21], kind: 'furniture', rule: 'furniture-bar' },
      { span: [23, 76], kind: 'body', rule: 'body-paragraph' },
    ]);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['five megabytes without a line break', 'word and more words, '.repeat(250_000)],
    ['a hundred thousand empty lines', '\n'.repeat(100_000)],
    ['a megabyte of bars', '|'.repeat(1_000_000)],
    ['ten thousand titles', 'Some Title Of A Piece\n'.repeat(10_000)],
    ['ten thousand datelines', 'BONN, May 3 (Wire) - x\n'.repeat(10_000)],
    ['ten thousand notices', 'Please note that you are here.\n\n'.repeat(10_000)],
    ['ten thousand labels', 'Asker: why?\nMinister: because.\n'.repeat(5_000)],
    ['lone surrogates and control characters', '\ud800 \udc00\u0000\u0001 x. '.repeat(100_000)],
  ];
  it.each(hostile)('takes %s in its stride', (_, text) => {
    const start = performance.now();
    sortPassages({ text });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
