// Names on short sentences with their analysis in the fixture file, and properties of the phrase index.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsOf } from './atoms.ts';
import { findNames } from './find-names.ts';
import { PhraseIndex } from './phrases.ts';
import { readFixtures } from './testing/fixtures.ts';
import { KNOWN } from './testing/known.ts';

const fixtures = readFixtures(new URL('./names.fixture.txt', import.meta.url));

describe('names of fixture sentences', () => {
  it.each(fixtures.map((fixture) => [fixture.title, fixture] as const))('%s', (_, fixture) => {
    const { text } = fixture.document;
    const found = findNames(fixture, KNOWN).map(({ type, span, title }) => {
      const words = `${type} ${text.slice(...span)}`;
      return title ? [words, `${words} (${text.slice(...title)})`] : [words];
    });
    for (const line of fixture.expected) {
      if (line.startsWith('+')) expect(found.flat(), line).toContain(line.slice(2));
      else expect(found.flat(), line).not.toContain(line.slice(2));
    }
  });

  it('stand in text order and do not overlap', () => {
    for (const fixture of fixtures) {
      const spans = findNames(fixture, KNOWN).map(({ span }) => span);
      for (const [at, span] of spans.entries()) expect(span[0]).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0);
    }
  });
});

describe('phrase index', () => {
  const index = new PhraseIndex([
    { phrase: 'West Bank', value: 'place' },
    { phrase: 'West', value: 'direction' },
    { phrase: 'sharing of * waters', value: 'issue' },
    { phrase: 'al-Shabaab', value: 'movement' },
    { phrase: 'U.S.', value: 'state' },
  ]);
  const all = (text: string) =>
    index.all(atomsOf(text)).map(({ values, start, end }) => [values[0], text.slice(start, end)]);

  it.each([
    ['the longest phrase wins', 'in the West Bank', [['place', 'West Bank']]],
    ['a shorter one where the longer breaks off', 'the West banked on it', [['direction', 'West']]],
    ['a wildcard for a word', 'the sharing of river waters', [['issue', 'sharing of river waters']]],
    ['a wildcard for none', 'sharing of waters', [['issue', 'sharing of waters']]],
    ['a wildcard for no more than one', 'sharing of cold river waters', []],
    [
      'any dash and any white space',
      'al–Shabaab in the West\nBank',
      [
        ['movement', 'al–Shabaab'],
        ['place', 'West\nBank'],
      ],
    ],
    ['capitals must stand in the text', 'west bank and u.s.', []],
    ['small letters match capitals', 'AL-SHABAAB', [['movement', 'AL-SHABAAB']]],
    ['a dotted abbreviation before a hyphen', 'U.S.-led talks', [['state', 'U.S.']]],
  ])('%s', (_, text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it('finds each of its phrases in any company', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,8}$/), fc.stringMatching(/^[a-z]{0,8}$/), (before, after) => {
        expect(all(`${before} West Bank ${after}`)).toContainEqual(['place', 'West Bank']);
      }),
    );
  });
});
