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

describe('applyLemmaScript', () => {
  it.each([
    ['ministries', 'l3|y', 'ministry'],
    ['Met', 'l2|eet', 'meet'],
    ['Kenya', '=', 'Kenya'],
    ['Talibans', 'k1|', 'Taliban'],
    ['AN', 'l1|', 'a'],
    ['so', 'l5|x', 'so'],
    ['', 'l1|', ''],
    ['Was', 'l3|be', 'be'],
  ])('%s by %s is %s', (form, script, lemma) => {
    expect(applyLemmaScript(form, script)).toBe(lemma);
  });
});

describe('createLemmatiser', () => {
  const words = ['write', 'hop', 'hope', 'sit', 'carry', 'provoke', 'writ'];
  const known = [...words.slice(0, 6), ...Array.from({ length: 60 }, (_, k) => `filler${k}`), 'writ'];
  const rankOf = (word: string): number | undefined => (known.includes(word) ? known.indexOf(word) : undefined);
  const lemmaOf = createLemmatiser(['l0|', 'l1|', 'k2|i', 'l3|'], { irregular: new Map([['found', 'find']]), rankOf });

  it.each([
    ['Found', 'VBD', 0, 'find'],
    ['found', 'VB', 0, 'found'],
    ['founds', 'VBZ', 1, 'found'],
    ['Talks', 'NNS', 1, 'talk'],
    ['me', 'PRP', 2, 'I'],
    ['www.example.org/News', 'ADD', 0, 'www.example.org/News'],
    ['--', ':', 1, '--'],
    ['Writing', 'VBG', 3, 'write'],
    ['provoking', 'VBG', 3, 'provoke'],
    ['sitting', 'VBG', 3, 'sit'],
    ['hoping', 'VBG', 3, 'hop'],
    ['blorbing', 'VBG', 3, 'blorb'],
    ['carries', 'VBZ', 1, 'carry'],
    ['ing', 'VBG', 0, 'ing'],
  ])('%s tagged %s with script %i is %s', (form, xpos, script, lemma) => {
    expect(lemmaOf(form, xpos, script)).toBe(lemma);
  });
});
