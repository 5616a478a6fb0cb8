// Tests of segmentation: a fixture of texts with their words and sentences, laws that hold for any text, time limits.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../model/document.ts';
import { type Segmentation, segment } from './segment.ts';
import { LONGEST_SENTENCE } from './sentences.ts';

const whole = (text: string): Passage[] => [{ span: [0, text.length], kind: 'body' }];

const show = (text: string): string[] =>
  [...segment(text, whole(text)).words].map((words) => words.map(([start, end]) => text.slice(start, end)).join('|'));

interface Case {
  readonly text: string;
  readonly sentences: readonly string[];
}

function readCases(): Case[] {
  const lines = readFileSync(new URL('segmentation.fixture.txt', import.meta.url), 'utf8').split('\n');
  const cases: { text: string[]; sentences: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    if (line === '' || line.startsWith('# ')) open = false;
    else if (line === '>' || line.startsWith('> ')) {
      if (!open) cases.push({ text: [], sentences: [] });
      open = true;
      cases.at(-1)?.text.push(line.slice(2));
    } else if (open) cases.at(-1)?.sentences.push(line);
  }
  return cases.map(({ text, sentences }) => ({ text: text.join('\n'), sentences }));
}

describe('the fixture', () => {
  const cases = readCases();
  test('holds cases', () => expect(cases.length).toBeGreaterThan(20));
  test.each(cases)('$text', ({ text, sentences }) => expect(show(text)).toEqual(sentences));
});

/** Everything that must hold of any segmentation of a text. */
function checkLaws(text: string, passages: readonly Passage[], { sentences, words }: Segmentation): void {
  expect(words.length).toBe(sentences.length);
  let last = 0;
  let covered = '';
  for (const [index, sentence] of sentences.entries()) {
    const inside = words.at(index) ?? [];
    const [from, to] = passages[sentence.passage]?.span ?? [0, 0];
    expect(sentence.span[0]).toBeGreaterThanOrEqual(from);
    expect(sentence.span[1]).toBeLessThanOrEqual(to);
    expect(sentence.span).toEqual([inside[0]?.[0], inside.at(-1)?.[1]]);
    expect(inside.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
    for (const [start, end] of inside) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      const word = text.slice(start, end);
      expect(word).not.toMatch(/\s/u);
      covered += word;
      last = end;
    }
    expect(text.slice(sentence.span[0], sentence.span[1])).not.toMatch(/\n[^\S\n]*\n/u);
  }
  const wanted = passages.map(({ span }) => text.slice(span[0], span[1])).join('');
  expect(covered).toBe(wanted.replace(/\s/gu, ''));
}

const troubling = fc.constantFrom(
  ...[
    '.',
    '..',
    '…',
    '?',
    "'",
    '’',
    '"',
    '“',
    '”',
    "''",
    '(',
    ')',
    '[',
    '*',
    '**',
    '_',
    '-',
    '—',
    ',',
    ':',
    '%',
    '$',
    '/',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '\t',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\f',
    '\0',
    '\u200f',
    '\u00ad',
    '\ufeff',
    '\u0301',
  ],
  ...[
    'U.S.',
    'Mr.',
    'No.',
    'J.',
    "n't",
    'cannot',
    'dunno',
    "'s",
    'The',
    'word',
    'Name',
    '5',
    '1,000',
    'http://',
    'a@b.c',
  ],
  ...['😀', '🇳🇴', '👩🏽‍🚀', '\ud83d', '\ude00', '中', 'ש', 'م', 'é', 'ﷺ', 'Σ', 'İ', '١', '1️⃣'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(troubling, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
);

describe('any text', () => {
  test('keeps every character in exactly one word, in order, inside its sentence and passage', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 6 }), (sample, cuts) => {
        const ends = [...new Set([0, ...cuts.map((cut) => Math.min(cut, sample.length)), sample.length])].sort(
          (a, b) => a - b,
        );
        const passages = ends.slice(1).map((end, at): Passage => ({ span: [ends[at] ?? 0, end], kind: 'body' }));
        checkLaws(sample, passages, segment(sample, passages));
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('never parts what a reader sees as one character', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (sample) => {
        const bounds = new Set([...graphemes.segment(sample)].map(({ index }) => index));
        for (const [start] of [...segment(sample, whole(sample)).words].flat())
          if (start > 0 && !/\s/u.test(sample.charAt(start - 1))) expect(bounds.has(start)).toBe(true);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  test('gives nothing for nothing', () => {
    expect(segment('', [])).toMatchObject({ sentences: [], words: { length: 0 } });
    expect(segment(' \n\n ', whole(' \n\n '))).toMatchObject({ sentences: [], words: { length: 0 } });
  });

  test('leaves out what no passage covers', () => {
    const sample = 'Menu. The talks ended.';
    const { sentences } = segment(sample, [{ span: [6, 22], kind: 'body' }]);
    expect(sentences).toEqual([{ span: [6, 22], passage: 0 }]);
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  test.each<[string, string]>([
    ['5 MB without a space', 'a'.repeat(5 * million)],
    ['100,000 opening brackets', '('.repeat(100_000)],
    ['brackets in turn', '()'.repeat(50_000)],
    ['brackets apart', '( ) '.repeat(50_000)],
    ['quotation marks', '"\''.repeat(100_000)],
    ['dotted letters', 'a.'.repeat(50_000)],
    ['initials', 'A. '.repeat(50_000)],
    ['clitics', "a's".repeat(50_000)],
    ['addresses that never begin', `${'a'.repeat(1900)}@ `.repeat(300)],
    ['schemes', 'http://'.repeat(50_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
    ['lone surrogates', '\ud83d'.repeat(million)],
    ['emoji', '😀'.repeat(200_000)],
    ['direction marks', '\u200f.'.repeat(50_000)],
    ['control characters', '\0\x01a'.repeat(50_000)],
    ['empty lines', '\r\n'.repeat(million)],
    ['words without a stop', 'word '.repeat(100_000)],
    ['mixed scripts', 'слово中文كلمة λέξη '.repeat(20_000)],
  ])('%s is read in time', (_, sample) => {
    const started = performance.now();
    const { words, sentences } = segment(sample, whole(sample));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(words.length).toBe(sentences.length);
    expect([...words].every((inside) => inside.length <= LONGEST_SENTENCE)).toBe(true);
  });

  test('time grows with length, not with its square', () => {
    const time = (sample: string): number => {
      const started = performance.now();
      segment(sample, whole(sample));
      return performance.now() - started;
    };
    const sample = 'The envoy said that "the plan" (U.S.-led) isn\'t over, Mr. Holm. ';
    time(sample.repeat(2000));
    expect(time(sample.repeat(8000))).toBeLessThan(20 * Math.max(20, time(sample.repeat(1000))));
  });
});
