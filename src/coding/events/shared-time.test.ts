import { describe, expect, test } from 'vitest';
import { sharedTime } from './shared-time.ts';
import { treeOf, yearIn } from './testing/rows.ts';

describe('sharedTime', () => {
  const rest = ['Chad NNP 4 nsubj', 'left VBD 0 root', 'Lima NNP 4 obj', 'and CC 7 cc'];

  test('gives the time in front of the first verb to the verbs joined to it', () => {
    const tree = treeOf('In IN 2 case', '1999 CD 4 obl', ...rest, 'struck VBD 4 conj', 'Peru NNP 7 obj');
    expect(sharedTime(tree, 6, [yearIn(tree, '1999')])).toEqual({ value: '1999', basis: 'expression' });
    expect(sharedTime(tree, 3, [yearIn(tree, '1999')])).toBeNull();
  });

  test('gives the time in front of a clause to what its subject does meanwhile', () => {
    const tree = treeOf(
      'In IN 2 case',
      '1999 CD 6 obl',
      'envoys NNS 6 nsubj',
      'meeting VBG 3 acl',
      'Chad NNP 4 obj',
      'left VBD 0 root',
    );
    expect(sharedTime(tree, 3, [yearIn(tree, '1999')])).toEqual({ value: '1999', basis: 'expression' });
  });

  test('leaves what began then, and verbs of another tense', () => {
    const since = treeOf('Since IN 2 case', '1999 CD 4 obl', ...rest, 'struck VBD 4 conj', 'Peru NNP 7 obj');
    expect(sharedTime(since, 6, [yearIn(since, '1999')])).toBeNull();
    const going = treeOf('In IN 2 case', '1999 CD 4 obl', ...rest, 'strikes VBZ 4 conj', 'Peru NNP 7 obj');
    expect(sharedTime(going, 6, [yearIn(going, '1999')])).toBeNull();
  });
});
