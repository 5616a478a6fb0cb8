import { describe, expect, test } from 'vitest';
import type { Analyser } from './core.ts';
import { pooled } from './pool.ts';
import type { AnalysedSentence } from './types.ts';

/** An analyser that gives each sentence back as its lemmas and counts its calls. */
function echo(fails = false) {
  const calls: number[] = [];
  const analyser: Analyser = {
    runtime: 'native',
    analyse: async (sentences) => {
      calls.push(sentences.length);
      if (fails) throw new Error('no network');
      return sentences.map((forms) => ({
        words: forms.map((lemma) => ({ lemma, upos: 'X', xpos: 'FW', feats: '_', head: 0, deprel: 'root' })),
        names: [],
      }));
    },
  };
  return { analyser: pooled(analyser), calls };
}

const lemmas = (analysed: readonly AnalysedSentence[]) => analysed.map(({ words }) => words.map(({ lemma }) => lemma));

describe('pooled', () => {
  test('answers each caller with its own sentences, in one call', async () => {
    const { analyser, calls } = echo();
    const answers = await Promise.all([
      analyser.analyse([['Oslo'], ['Bergen', '.']]),
      analyser.analyse([]),
      analyser.analyse([['Turku']]),
    ]);
    expect(answers.map(lemmas)).toEqual([[['Oslo'], ['Bergen', '.']], [], [['Turku']]]);
    expect(calls).toEqual([3]);
  });

  test('asks anew for what comes later', async () => {
    const { analyser, calls } = echo();
    await analyser.analyse([['Oslo']]);
    await analyser.analyse([['Turku']]);
    expect(calls).toEqual([1, 1]);
  });

  test('tells every caller of a failure', async () => {
    const { analyser } = echo(true);
    const answers = await Promise.allSettled([analyser.analyse([['Oslo']]), analyser.analyse([['Turku']])]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
