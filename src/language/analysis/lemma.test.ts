import { describe, expect, it } from 'vitest';
import { applyLemmaScript, createLemmatiser } from './lemma.ts';

const RANKS = new Map(
  ['as', 'them', 'provoke', 'clash', 'good', 'minister', 'plan', 'great', 'loss'].map((word, rank) => [word, rank]),
);
const lemmaOf = createLemmatiser(['=', 'l0|', 'l1|', 'l3|', 'k0|', 'l2|', 'l3|y'], {
  irregular: new Map([['met', 'meet']]),
  rankOf: (word) => RANKS.get(word),
});
const script = (name: string) => ['=', 'l0|', 'l1|', 'l3|', 'k0|', 'l2|', 'l3|y'].indexOf(name);

describe('a lemma comes from its script', () => {
  it.each([
    ['ministries', 'l3|y', 'ministry'],
    ['NATO', '=', 'NATO'],
    ['Talks', 'l1|', 'talk'],
    ['a', 'l3|', 'a'],
  ])('%s by %s is %s', (form, name, lemma) => expect(applyLemmaScript(form, name)).toBe(lemma));
});

describe('what no script can tell', () => {
  it.each([
    ['met', 'VBD', '=', 'meet'],
    ['Dec.', 'NNP', '=', 'December'],
    ['Sept', 'NNP', '=', 'September'],
    ['troops', 'NNS', 'l1|', 'troops'],
    ['People', 'NNS', 'l1|', 'people'],
    ['children', 'NNS', 'l0|', 'child'],
    ['22,400', 'CD', '=', '22400'],
    ['1,5', 'CD', '=', '1,5'],
    ['bn', 'CD', 'l0|', 'billion'],
    ['better', 'RBR', 'l0|', 'well'],
    ['Themselves', 'PRP', 'l1|', 'themselves'],
    ['kerala', 'NNP', 'l0|', 'Kerala'],
    ['al', 'NNP', 'l0|', 'al'],
    ['B', 'NN', 'l0|', 'B'],
    ['Greater', 'JJR', 'k0|', 'great'],
    ['lying', 'VBG', 'l3|', 'lie'],
    ['losses', 'NNS', 'l3|', 'loss'],
    ['themes', 'NNS', 'l1|', 'theme'],
    ['clashes', 'NNS', 'l1|', 'clash'],
    ['provoking', 'VBG', 'l3|', 'provoke'],
    ['i', 'PRP', 'l0|', 'I'],
    ['https://example.org/Page', 'NN', 'l0|', 'https://example.org/Page'],
  ])('%s as %s (%s) is %s', (form, xpos, name, lemma) => expect(lemmaOf(form, xpos, script(name))).toBe(lemma));
});
