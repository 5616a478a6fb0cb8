// Texts made to hurt: no exception, and time in proportion to their length.
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChains } from '../../language/coreference/find-chains.ts';
import { findNames } from '../../language/names/find-names.ts';
import type { Name, Token } from '../../model/analysis.ts';
import { loadEntityLexicon } from '../lexicon/entities.ts';
import { findEntities } from './find-entities.ts';

const lexicon = loadEntityLexicon([fileURLToPath(new URL('../../../lexicon/', import.meta.url))]);

/** Reads a text as one sentence of white-space words, with tags, heads and names as given. */
function read(text: string, tag: (word: string, at: number) => Partial<Token>, everyName = 0): number {
  const words = [...text.matchAll(/\S+/g)];
  const tokens = words.map(
    ({ 0: word, index }, at): Token => ({
      span: [index, index + word.length],
      lemma: word.toLowerCase(),
      upos: 'PROPN',
      xpos: 'NNP',
      feats: '_',
      head: at,
      deprel: 'nsubj',
      ...tag(word, at),
    }),
  );
  const spans: Name[] = everyName
    ? tokens.filter((_, at) => at % everyName === 0).map(({ span }) => ({ span, type: 'PER' as const, sentence: 0 }))
    : [];
  const document = { id: 'x', text };
  const passages = [{ span: [0, text.length] as const, kind: 'body' as const }];
  const sentences = [{ span: [0, text.length] as const, passage: 0 }];
  const names = findNames({ document, sentences, tokens: [tokens], spans }, lexicon.known);
  const chains = findChains({ document, passages, sentences, tokens: [tokens], names }, lexicon.known);
  const head = {
    title: null,
    publisher: null,
    author: null,
    language: null,
    published: { value: null, basis: 'unknown' as const },
  };
  return findEntities(
    { document, head, passages, sentences, tokens: [tokens], names, chains, times: [] },
    lexicon,
  ).all().length;
}

describe('hostile texts', () => {
  it.each([
    ['one state over and over', 'Ghana '.repeat(10_000)],
    ['nationalities joined without end', 'Ghanaian , '.repeat(10_000)],
    ['titles without a name', 'foreign minister '.repeat(10_000)],
    ['the same treaty over and over', 'Treaty on the Treaty of '.repeat(5_000)],
    ['names and titles in turn', 'President Obasanjo , president of Nigeria , '.repeat(4_000)],
    ['definite descriptions', 'the alliance the minister the treaty '.repeat(6_000)],
    ['beginnings of long names', 'Organization for Security and Cooperation in '.repeat(5_000)],
    ['signs only', '" ( ) - \' . , ; '.repeat(8_000)],
    ['one enormous word', 'Ouagadougou'.repeat(10_000)],
    ['scripts mixed in one word', 'Кабулkабул喀布尔كابل '.repeat(10_000)],
  ])('%s is read in time', (_, text) => {
    const started = performance.now();
    read(text, () => ({}), 3);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it('heads in circles, out of range and at themselves end', () => {
    for (const head of [(at: number) => at + 1, (at: number) => (at % 2 ? at : at + 2), () => 999, () => -4]) {
      expect(
        read('Dakar and Accra said the ministers of Ghana met them in Dakar', (_, at) => ({
          head: head(at),
          deprel: 'conj',
        })),
      ).toBeGreaterThan(0);
    }
  });

  it('any text and any tags give entities, not exceptions', () => {
    const word = fc.constantFrom(
      'the',
      'Togo',
      "Togo's",
      'minister',
      'of',
      ',',
      'and',
      'Lomé',
      'treaty',
      'on',
      '(',
      'UN',
      'he',
      '\u{1F600}',
      '\uD800',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.array(fc.nat(50), { minLength: 40, maxLength: 40 }),
        (words, heads) => {
          const deprels = ['nsubj', 'obl', 'compound', 'conj', 'appos', 'case'];
          const xpos = ['NNP', 'NNS', 'NN', 'JJ'];
          read(
            words.join(' '),
            (_, at) => ({
              head: heads[at] ?? 0,
              deprel: deprels[(heads[at] ?? 0) % 6] ?? 'dep',
              xpos: xpos[(heads[at] ?? 0) % 4] ?? 'NN',
              upos: (heads[at] ?? 0) % 2 ? 'NOUN' : 'PROPN',
            }),
            2,
          );
        },
      ),
    );
  });
});
