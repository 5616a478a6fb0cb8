import { describe, expect, test } from 'vitest';
import { createRegister } from '../entities/register.ts';
import { conditionalClause } from './modality.ts';
import { isOwnTime } from './own-times.ts';
import { treeOf, yearIn } from './testing/rows.ts';

describe('isOwnTime', () => {
  const met = ['Chile NNP 2 nsubj', 'met VBD 0 root', 'Peru NNP 2 obj'];

  test('takes the time that hangs on the trigger', () => {
    const tree = treeOf(...met, 'in IN 5 case', '2011 CD 2 obl');
    expect(isOwnTime(tree, 1, yearIn(tree, '2011'), createRegister())).toBe(true);
  });

  test('leaves the time of what came before', () => {
    const tree = treeOf(...met, 'since IN 6 case', 'the DT 6 det', 'summit NN 2 obl', 'of IN 8 case', '2010 CD 6 nmod');
    expect(isOwnTime(tree, 1, yearIn(tree, '2010'), createRegister())).toBe(false);
  });

  test('leaves the time of a clause of its own', () => {
    const tree = treeOf(...met, 'where WRB 5 advmod', 'signed VBD 2 advcl', 'in IN 7 case', '1998 CD 5 obl');
    expect(isOwnTime(tree, 1, yearIn(tree, '1998'), createRegister())).toBe(false);
  });

  test('leaves the year that a thing is made for, unless it is set for then', () => {
    const made = treeOf('Chile NNP 2 nsubj', 'adopted VBD 0 root', 'plans NNS 2 obj', 'for IN 5 case', '2013 CD 2 obl');
    expect(isOwnTime(made, 1, yearIn(made, '2013'), createRegister())).toBe(false);
    const set = treeOf('Chile NNP 2 nsubj', 'schedule VBD 0 root', 'talks NNS 2 obj', 'for IN 5 case', '2013 CD 2 obl');
    expect(isOwnTime(set, 1, yearIn(set, '2013'), createRegister())).toBe(true);
  });

  test('leaves the time of the deed that is judged', () => {
    const judged = ['Chile NNP 2 nsubj', 'condemn VBD 0 root', 'the DT 4 det', 'coup NN 2 obj', 'of IN 6 case'];
    const tree = treeOf(...judged, '1973 CD 4 nmod');
    expect(isOwnTime(tree, 1, yearIn(tree, '1973'), createRegister())).toBe(false);
    const misread = treeOf(...judged, '1973 CD 2 obl');
    expect(isOwnTime(misread, 1, yearIn(misread, '1973'), createRegister())).toBe(false);
  });

  test("leaves the year in an agreement's name", () => {
    const tree = treeOf(
      'Chile NNP 2 nsubj',
      'broke VBD 0 root',
      'the DT 4 det',
      'Act NNP 2 obj',
      'of IN 6 case',
      '1997 CD 4 nmod',
    );
    const register = createRegister();
    register.add({ kind: 'agreement', name: 'Act', mentions: [{ span: tree.span(3), form: 'name' }] });
    expect(isOwnTime(tree, 1, yearIn(tree, '1997'), register)).toBe(false);
  });
});

describe('conditionalClause', () => {
  test.each([
    ['until in the present perfect', ['until IN 3 mark', 'have VBP 3 aux', 'left VBN 0 root'], true],
    ['before in the present', ['before IN 2 mark', 'leaves VBZ 0 root'], true],
    ['before in the past', ['before IN 2 mark', 'left VBD 0 root'], false],
    ['if in the past', ['if IN 2 mark', 'left VBD 0 root'], true],
    ['no conjunction', ['troops NNS 2 nsubj', 'left VBD 0 root'], false],
  ])('%s', (_, rows, expected) => {
    const tree = treeOf(...rows);
    expect(conditionalClause(tree, tree.size - 1)).toBe(expected);
  });
});
