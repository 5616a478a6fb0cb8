// Coreference on short sentences with their analysis in the fixture file.
import { describe, expect, it } from 'vitest';
import { findNames } from '../names/find-names.ts';
import { type Fixture, readFixtures } from '../names/testing/fixtures.ts';
import { KNOWN } from '../names/testing/known.ts';
import { findChains } from './find-chains.ts';
import { firstPersons } from './first-person.ts';

const fixtures = readFixtures(new URL('./chains.fixture.txt', import.meta.url));

function chainsOf(fixture: Fixture) {
  const names = findNames(fixture, KNOWN);
  return findChains({ ...fixture, names }, KNOWN);
}

describe('chains of fixture sentences', () => {
  it.each(fixtures.map((fixture) => [fixture.title, fixture] as const))('%s', (_, fixture) => {
    const words = chainsOf(fixture).map(({ mentions }) =>
      mentions.map(({ span }) => fixture.document.text.slice(...span)),
    );
    for (const line of fixture.expected) {
      if (line.startsWith('!')) {
        expect(words.flat(), line).not.toContain(line.slice(2));
        continue;
      }
      const [first = '', mentions = ''] = line.slice(2).split(' | ');
      const chain = words.find(([own]) => own === first);
      expect(chain, `${line}\n${JSON.stringify(words)}`).toEqual(expect.arrayContaining(mentions.split('; ')));
    }
  });

  it('come in the order of their first mention, each with one', () => {
    for (const fixture of fixtures) {
      const starts = chainsOf(fixture).map(({ mentions }) => mentions[0]?.span[0] ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(starts).not.toContain(-1);
    }
  });
});

describe('first persons', () => {
  const text = 'We told US officers that mine is I';
  const word = (form: string, upos: string) => {
    const start = text.indexOf(form);
    return {
      span: [start, start + form.length] as const,
      lemma: form,
      upos,
      xpos: 'X',
      feats: '_',
      head: 0,
      deprel: 'dep',
    };
  };

  it('are told apart by number, and names like them are left out', () => {
    const found = firstPersons(text, [
      word('We', 'PRON'),
      word('US', 'PROPN'),
      word('officers', 'NOUN'),
      word('mine', 'PRON'),
    ]);
    expect(found).toEqual([
      { span: [0, 2], plural: true },
      { span: [25, 29], plural: false },
    ]);
  });
});
