import { expect, test } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import { sayingBefore } from './day-of-saying.ts';

const tokensOf = (...rows: readonly string[]): readonly Token[] =>
  rows.map((row) => {
    const [, upos = '', head = '0', deprel = ''] = row.split(' ');
    return { span: [0, 0], lemma: '', upos, xpos: '', feats: '_', head: Number(head), deprel };
  });

const SAID = ['Chile PROPN 2 nsubj', 'said VERB 0 root'];

test('the day right behind a verb of saying is that of the saying', () => {
  const tokens = tokensOf(...SAID, 'on ADP 4 case', 'Friday PROPN 6 obl', 'it PRON 6 nsubj', 'left VERB 2 ccomp');
  expect(sayingBefore(tokens, 3)).toBe(1);
});

test('a day behind "that", or without a subject behind it, is that of what was said', () => {
  const rows = ['that SCONJ 7 mark', 'on ADP 5 case', 'Friday PROPN 7 obl', 'it PRON 7 nsubj', 'left VERB 2 ccomp'];
  expect(sayingBefore(tokensOf(...SAID, ...rows), 4)).toBe(-1);
  expect(sayingBefore(tokensOf(...SAID, 'Friday PROPN 4 obl', 'left VERB 2 ccomp'), 2)).toBe(-1);
});
