// Tenses off trees written for this test: one word a row, `form xpos upos lemma head deprel`.
import { describe, expect, it } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import { tenseAt } from './tense.ts';

function sentenceOf(rows: string): Parameters<typeof tenseAt>[0] {
  let text = '';
  const tokens: Token[] = rows.split('; ').map((row) => {
    const [form = '', xpos = '', upos = '', lemma = '', head = '0', deprel = ''] = row.split(' ');
    const start = text.length;
    text += `${form} `;
    return { span: [start, start + form.length], lemma, upos, xpos, feats: '_', head: Number(head), deprel };
  });
  return { text, span: [0, text.length], tokens };
}

const ENVOYS = 'Envoys NNS NOUN envoy 2 nsubj';

describe('tenseAt', () => {
  it.each([
    ['past', `${ENVOYS}; met VBD VERB meet 0 root; Friday NNP PROPN Friday 2 obl:tmod`],
    ['future', `Envoys NNS NOUN envoy 3 nsubj; will MD AUX will 3 aux; meet VB VERB meet 0 root; Friday NNP PROPN Friday 3 obl:tmod`],
    ['present', `${ENVOYS}; meet VBP VERB meet 0 root; Friday NNP PROPN Friday 2 obl:tmod`],
    ['future', `${ENVOYS}; planned VBD VERB plan 0 root; to TO PART to 4 mark; meet VB VERB meet 2 xcomp; Friday NNP PROPN Friday 4 obl:tmod`],
    ['open', `${ENVOYS}; came VBD VERB come 0 root; to TO PART to 4 mark; meet VB VERB meet 2 advcl; Friday NNP PROPN Friday 4 obl:tmod`],
    ['open', `She PRP PRON she 2 nsubj; belongs VBZ VERB belong 0 root; he PRP PRON he 4 nsubj; said VBD VERB say 2 parataxis; Friday NNP PROPN Friday 2 obl:tmod`],
    ['future', `${ENVOYS}; want VBP VERB want 0 root; to TO PART to 4 mark; meet VB VERB meet 2 xcomp; Friday NNP PROPN Friday 4 obl:tmod`],
    ['past', `Envoys NNS NOUN envoy 3 nsubj; have VBP AUX have 3 aux; met VBN VERB meet 0 root; Friday NNP PROPN Friday 3 obl:tmod`],
    ['open', `It PRP PRON it 4 nsubj:pass; had VBD AUX have 4 aux; been VBN AUX be 4 aux:pass; scheduled VBN VERB schedule 0 root; Friday NNP PROPN Friday 4 obl:tmod`],
    ['past', `Envoys NNS NOUN envoy 3 nsubj; were VBD AUX be 3 cop; here RB ADV here 0 root; Friday NNP PROPN Friday 3 obl:tmod`],
    ['future', `Lima NNP PROPN Lima 2 nsubj; sets VBZ VERB set 0 root; Friday NNP PROPN Friday 4 compound; deadline NN NOUN deadline 2 obj`],
    ['future', `The DT DET the 2 det; report NN NOUN report 0 root; due JJ ADJ due 2 amod; Friday NNP PROPN Friday 3 obl:tmod`],
  ])('is %s in "%s"', (tense, rows) => {
    const sentence = sentenceOf(rows);
    expect(tenseAt(sentence, sentence.text.indexOf('Friday'))).toBe(tense);
  }); // biome-ignore format: one tree a row

  it('distrusts a weekday as the subject of a far verb', () => {
    const rows =
      'They PRP PRON they 2 nsubj; spoke VBD VERB speak 0 root; Friday NNP PROPN Friday 7 nsubj; saying VBG VERB say 2 advcl; peace NN NOUN peace 7 nsubj; will MD AUX will 7 aux; last VB VERB last 4 ccomp';
    const sentence = sentenceOf(rows);
    expect(tenseAt(sentence, sentence.text.indexOf('Friday'))).toBe('past');
  });

  it('is none of a broken tree', () => {
    const sentence = sentenceOf('Friday NNP PROPN Friday 99 obl; Monday NNP PROPN Monday 2 obl');
    expect(tenseAt(sentence, 0)).toBe('open');
    expect(tenseAt(sentence, 7)).toBe('open');
  });

  it.each([
    ['past', 'The two sides signed it on Friday.'],
    ['future', 'The two sides are due to sign it on Friday.'],
    ['future', 'It was put off until Friday.'],
    ['past', 'On Friday the two sides signed.'],
    ['open', 'A paper on Friday.'],
  ])('is %s off the words of "%s"', (tense, text) => {
    expect(tenseAt({ text, span: [0, text.length], tokens: [] }, text.indexOf('Friday'))).toBe(tense);
  });
});
