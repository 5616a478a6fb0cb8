import { expect, test } from 'vitest';
import { treeOf } from './testing/rows.ts';

test('an infinitive taken for a part of its object is a verb with that object', () => {
  const tree = treeOf(
    'Peru NNP 2 nsubj',
    'is VBZ 3 cop',
    'ready JJ 0 root',
    'to TO 5 mark',
    'host VB 6 compound',
    'talks NNS 3 obj',
  );
  expect([tree.upos(4), tree.relation(4), tree.head(4)]).toEqual(['VERB', 'xcomp', 2]);
  expect([tree.relation(5), tree.head(5)]).toEqual(['obj', 4]);
});

test('a noun before another stays a part of it', () => {
  const tree = treeOf('Peru NNP 2 nsubj', 'went VBD 0 root', 'to IN 5 case', 'host NN 5 compound', 'talks NNS 2 obl');
  expect(tree.relation(3)).toBe('compound');
});

test('an infinitive joined to another has its own object', () => {
  const tree = treeOf(
    'Peru NNP 2 nsubj',
    'agreed VBD 0 root',
    'to TO 4 mark',
    'resume VB 2 xcomp',
    'flights NNS 4 obj',
    'and CC 8 cc',
    'reopen VB 8 amod',
    'embassies NNS 5 conj',
  );
  expect([tree.relation(6), tree.head(6), tree.relation(7), tree.head(7)]).toEqual(['conj', 3, 'obj', 6]);
});
