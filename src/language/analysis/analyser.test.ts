// The whole analyser on sentences of our own, on hostile input, and on both runtimes.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyser, createAnalyser } from './analyser.ts';
import { cpuMilliseconds } from './testing/cpu.ts';
import { isTree } from './tree.ts';
import type { AnalysedSentence } from './types.ts';

const words = (text: string): string[] => text.split(' ');
const SENTENCES = [
  'The foreign ministers of Chile and Peru met in Lima on Tuesday to discuss the fishing dispute .',
  'Anna Keller said that Ruritania would not sign the treaty .',
  'Troops were withdrawn from the border by the government .',
  'He has repeatedly promised to visit Kenya .',
].map(words);

let analyser: Analyser;
beforeAll(async () => {
  analyser = await createAnalyser();
});

async function analyseOne(text: string): Promise<AnalysedSentence> {
  const [sentence] = await analyser.analyse([words(text)]);
  if (!sentence) throw new Error('no sentence came back');
  return sentence;
}

function expectTrees(sentences: readonly AnalysedSentence[], forms: readonly (readonly string[])[]): void {
  expect(sentences.map((sentence) => sentence.words.length)).toEqual(forms.map((sentence) => sentence.length));
  for (const sentence of sentences) {
    if (sentence.words.length > 0) expect(isTree(sentence.words.map((word) => word.head))).toBe(true);
  }
}

describe('analyse', () => {
  it('finds subject, object and root', async () => {
    const { words: found } = await analyseOne('The president rejected the offer .');
    expect(found.map((word) => word.upos)).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT']);
    expect(found.map((word) => word.lemma)).toEqual(['the', 'president', 'reject', 'the', 'offer', '.']);
    expect(found.map((word) => word.head)).toEqual([2, 3, 0, 5, 3, 3]);
    expect(found.map((word) => word.deprel)).toEqual(['det', 'nsubj', 'root', 'det', 'obj', 'punct']);
  });

  it('tells the passive', async () => {
    const { words: found } = await analyseOne('Two diplomats were arrested by France .');
    expect(found[1]?.deprel).toBe('nsubj:pass');
    expect(found[3]?.lemma).toBe('arrest');
    expect(found[3]?.feats).toContain('VerbForm=Part');
  });

  it('names persons, organisations and places', async () => {
    const { names } = await analyseOne('Anna Keller of the European Union arrived in Kenya on Monday .');
    expect(names.map(({ start, end, type }) => [start, end, type])).toEqual([
      [0, 2, 'PER'],
      [4, 6, 'ORG'],
      [8, 9, 'LOC'],
    ]);
  });

  it('gives a sentence the same alone and among others, byte for byte', async () => {
    const many = [...SENTENCES, ...SENTENCES.map((sentence) => sentence.slice(3)), [...SENTENCES.flat(), '.']];
    const together = await analyser.analyse(many);
    for (const [index, sentence] of many.entries()) {
      expect(JSON.stringify(await analyser.analyse([sentence]))).toBe(JSON.stringify([together[index]]));
    }
  });

  it('gives one tree a sentence for what is no sentence', async () => {
    const hostile = [
      [],
      [''],
      ['\ud800'],
      ['\u0000', '\u200b', '\ufeff'],
      ['a'.repeat(100_000)],
      ['.'],
      words('( ( ( ( ('),
    ];
    expectTrees(await analyser.analyse(hostile), hostile);
    expect(await analyser.analyse([])).toEqual([]);
  });

  it('takes a sentence of 20,000 words in linear time, as one tree', async () => {
    const long = [Array.from({ length: 20_000 }, (_, k) => `word${k % 50}`)];
    const started = process.cpuUsage();
    expectTrees(await analyser.analyse(long), long);
    expect(cpuMilliseconds(started)).toBeLessThan(20_000);
  }, 30_000);

  it('gives the same labels on WebAssembly', async () => {
    const wasm = await createAnalyser({ runtime: 'wasm' });
    expect(wasm.runtime).toBe('wasm');
    const strip = (sentences: readonly AnalysedSentence[]) =>
      sentences.map(({ words: all, names }) => ({ all, names: names.map(({ score: _, ...name }) => name) }));
    expect(strip(await wasm.analyse(SENTENCES))).toEqual(strip(await analyser.analyse(SENTENCES)));
  }, 60_000);
});
