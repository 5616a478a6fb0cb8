import { expect, test } from 'vitest';
import { dateWords, listWords, ruleWords, scoreWords, sentenceOf, shortDate } from './words.ts';

const entity = (name: string) => ({ id: name, name, kind: 'state', code: null }) as const;

test.each([
  [null, 'undated'],
  ['2013', '2013'],
  ['2013-10', 'October 2013'],
  ['2013-10-03', '3 October 2013'],
  ['2013-10/2013-11', 'October 2013 – November 2013'],
  ['2009-SP', 'spring 2009'],
  ['1989-Q3', 'third quarter of 1989'],
  ['199', '1990s'],
  ['2009-W20', 'the week of 11 May 2009'],
])('%s reads "%s"', (value, words) => {
  expect(dateWords({ value })).toBe(words);
});

test.each([
  ['2013-10-03', 'expression', '3 Oct 2013'],
  ['2013-10-03', 'published', '~3 Oct 2013'],
  ['2013-10', 'inferred', '~Oct 2013'],
  [null, 'unknown', 'undated'],
] as const)('in a table %s by %s reads "%s"', (value, basis, words) => {
  expect(shortDate({ value, basis })).toBe(words);
});

test.each([
  [[], 'nobody named'],
  [['India'], 'India'],
  [['India', 'Pakistan'], 'India and Pakistan'],
  [['India', 'Pakistan', 'China', 'Nepal', 'Bhutan'], 'India, Pakistan, China, Nepal and 1 more'],
])('a list of %j', (names, words) => {
  expect(listWords(names.map(entity))).toBe(words);
});

test.each([
  [3.25, 1, '+3.3'],
  [-6, 0, '−6'],
  [0, 1, '0.0'],
])('a score of %d with %d digits', (score, digits, words) => {
  expect(scoreWords(score, digits)).toBe(words);
});

test.each([
  ['there is nothing with the id "nope"', 'There is nothing with the id "nope".'],
  ['The service does not answer.', 'The service does not answer.'],
])('of the service, as a sentence: %s', (message, words) => {
  expect(sentenceOf(message)).toBe(words);
});

test.each([
  ['verbs-help.tsv free obj=*', 'the verb “free”'],
  ['verbs-dispute.tsv turn down obj=*', 'the verb “turn down”'],
  ['verbs-agree.tsv meet !obj=* subj=party', 'the verb “meet”'],
  ['nouns.tsv cooperation', 'the noun “cooperation”'],
  ['nouns.tsv ceasefire *=*', 'the noun “ceasefire”'],
  ['developments.tsv suspend', 'the word on an agreement “suspend”'],
  ['obligations.tsv', 'a word of duty'],
  ['tagger', 'the network that finds reported speech'],
  ['by-hand', 'the rule by-hand'],
])('the rule "%s" goes by %s', (rule, words) => {
  expect(ruleWords(rule)).toBe(words);
});
