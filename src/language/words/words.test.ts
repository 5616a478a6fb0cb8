import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import { TokenColumns } from './token-columns.ts';
import { WordSpans } from './word-spans.ts';

const span = fc.tuple(fc.nat(), fc.nat());
const label = fc.oneof(fc.constantFrom('NOUN', 'nsubj:pass', '_', ''), fc.string());
const token: fc.Arbitrary<Token> = fc.record({
  span,
  lemma: label,
  upos: label,
  xpos: label,
  feats: label,
  head: fc.nat(400),
  deprel: label,
});
/** Sentences of up to 40 words, so that columns grow several times; some have no words at all. */
const sentencesOf = <Word>(word: fc.Arbitrary<Word>) => fc.array(fc.array(word, { maxLength: 40 }), { maxLength: 60 });

test('word spans come out as they were put in', () => {
  fc.assert(
    fc.property(sentencesOf(span), (sentences) => {
      const words = new WordSpans();
      for (const sentence of sentences) words.add(sentence);
      expect(words.length).toBe(sentences.length);
      expect([...words]).toEqual(sentences);
      expect(words.at(sentences.length)).toBeUndefined();
      expect(words.at(-1)).toBeUndefined();
    }),
  );
});

test('tokens come out as they were put in, in any order and again', () => {
  fc.assert(
    fc.property(sentencesOf(token), fc.array(fc.nat(59)), (sentences, asked) => {
      // Said to be of a longer document, so that tokens are made anew.
      const tokens = new TokenColumns(5000);
      for (const sentence of sentences) tokens.add(sentence);
      expect([...tokens]).toEqual(sentences);
      for (const sentence of asked) expect(tokens.at(sentence)).toEqual(sentences[sentence]);
      expect(tokens.at(-1)).toBeUndefined();
    }),
  );
});

test('a sentence that was looked at just now is the same list of the same tokens', () => {
  const tokens = new TokenColumns(5000);
  for (let word = 0; word < 200; word += 1) {
    tokens.add([{ span: [word, word + 1], lemma: 'a', upos: 'X', xpos: 'FW', feats: '_', head: 0, deprel: 'root' }]);
  }
  expect(tokens.at(7)).toBe(tokens.at(7));
});
