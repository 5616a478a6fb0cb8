// Times that a sentence sets for the next.
import { expect, it } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import { carriedTime } from './carried-time.ts';
import { treeOf } from './testing/rows.ts';
import { Tree } from './tree.ts';

function timeOf(before: string, words: string, own: string, xpos: string) {
  const text = `${before} ${own}`;
  const start = before.length + 1;
  let from = start;
  const forms = own.split(' ');
  const verb = forms.indexOf('also') + 1;
  const tokens = forms.map((form, at): Token => {
    const begin = text.indexOf(form, from);
    from = begin + form.length;
    const deprel = form === 'also' ? 'advmod' : at === verb ? 'root' : 'dep';
    return { span: [begin, from], lemma: form, upos: 'X', xpos, feats: '_', head: at === verb ? 0 : verb + 1, deprel };
  });
  const sentences = [
    { span: [0, before.length] as const, passage: 0 },
    { span: [start, text.length] as const, passage: 0 },
  ];
  const at = text.indexOf(words);
  const times = [{ span: [at, at + words.length] as const, type: 'DATE' as const, value: '2012' }];
  return (
    carriedTime({ document: { id: 'test', text }, sentences, times }, new Tree(tokens, text), verb, 1)?.value ?? null
  );
}

it.each([
  ['Last year Oman made headway.', 'Last year', 'It also adopted a charter', 'VBD', '2012'],
  ['Oman said: "In 2012 we made headway.', '2012', 'We also adopted a charter', 'VBD', '2012'],
  ['Oman made headway last year.', 'last year', 'It also adopted a charter', 'VBD', null],
  ['Last year Oman made headway.', 'Last year', 'It also adopts a charter', 'VBZ', null],
])('%s', (before, words, own, xpos, expected) => {
  expect(timeOf(before, words, own, xpos)).toBe(expected);
});

it.each([
  ['the', '2012'],
  ['any', null],
])('at %s time', (det, expected) => {
  const text = 'Oman cut its ties in 2012. It expelled envoys then';
  const sentences = [
    { span: [0, 26] as const, passage: 0 },
    { span: [27, text.length] as const, passage: 0 },
  ];
  const times = [{ span: [21, 25] as const, type: 'DATE' as const, value: '2012' }];
  const own = [
    'It PRP 2 nsubj',
    'expelled VBD 0 root',
    'envoys NNS 2 obj',
    'at IN 6 case',
    `${det} DT 6 det`,
    'time NN 2 obl',
  ];
  const found = carriedTime({ document: { id: 'test', text }, sentences, times }, treeOf(...own), 1, 1);
  expect(found?.value ?? null).toBe(expected);
});
