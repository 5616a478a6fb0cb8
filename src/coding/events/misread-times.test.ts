import { expect, test } from 'vitest';
import { treeOf } from './testing/rows.ts';

test('a day keeps the preposition that its month was given', () => {
  const tree = treeOf(
    'Chile NNP 2 nsubj',
    'met VBD 0 root',
    'Peru NNP 2 obj',
    'on IN 6 case',
    '4 CD 2 obl',
    'May NNP 5 nmod',
  );
  expect(tree.preposition(4)).toBe('on');
});

test('a day of the week is no part of a name', () => {
  const tree = treeOf('On IN 3 case', 'Friday NNP 3 compound', 'Chile NNP 4 obl', 'met VBD 0 root', 'Peru NNP 4 obj');
  expect([tree.relation(1), tree.relation(2)]).toEqual(['obl', 'nsubj']);
});

test('a year before a deed is its time, and a number before several things is none', () => {
  const tree = treeOf('the DT 3 det', '1999 CD 3 nummod', 'raid NN 0 root', 'on IN 5 case', 'Chile NNP 3 nmod');
  expect(tree.relation(1)).toBe('compound');
  const counted = treeOf('the DT 3 det', '1999 CD 3 nummod', 'raids NNS 0 root');
  expect(counted.relation(1)).toBe('nummod');
});

test('the day of a saying goes with the saying', () => {
  const tree = treeOf(
    'Chile NNP 2 nsubj',
    'said VBD 0 root',
    'Friday NNP 5 obl:unmarked',
    'it PRP 5 nsubj',
    'left VBD 2 ccomp',
  );
  expect(tree.head(2)).toBe(1);
});
