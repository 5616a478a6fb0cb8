import { expect, test } from 'vitest';
import { treeOf } from './testing/rows.ts';

const rows = (noun: string) => [
  `${noun} NNS 0 root`,
  'of IN 3 mark',
  'fighting VBG 1 acl',
  'between IN 5 case',
  'Chad NNP 3 obl',
];

test('what went on for days is a thing, with those between whom it was', () => {
  const tree = treeOf(...rows('days'));
  expect([tree.upos(2), tree.lemma(2), tree.relation(2), tree.relation(1), tree.relation(4)]).toEqual([
    'NOUN',
    'fighting',
    'nmod',
    'case',
    'nmod',
  ]);
});

test('a means of doing something stays a deed', () => {
  expect(treeOf(...rows('ways')).upos(2)).not.toBe('NOUN');
});
