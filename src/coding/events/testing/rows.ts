// Trees of a few words for tests of single rules.
import type { Timex, Token } from '../../../model/analysis.ts';
import { Tree } from '../tree.ts';

/** A tree from rows of form, Penn tag, head and relation; the forms stand in the text with one space between. */
export function treeOf(...rows: readonly string[]): Tree {
  const cells = rows.map((row) => row.split(' '));
  const text = cells.map(([form]) => form).join(' ');
  let start = 0;
  const tokens = cells.map(([form = '', xpos = '', head = '0', deprel = '']): Token => {
    const span = [start, start + form.length] as const;
    start += form.length + 1;
    const upos = xpos.startsWith('VB') ? 'VERB' : xpos.startsWith('NNP') ? 'PROPN' : xpos === 'CD' ? 'NUM' : 'NOUN';
    return { span, lemma: form.toLowerCase(), upos, xpos, feats: '_', head: Number(head), deprel };
  });
  return new Tree(tokens, text);
}

/** A time expression that is one word of a tree. */
export function yearIn(tree: Tree, form: string): Timex {
  const at = tree.tokens.findIndex((_, place) => tree.form(place) === form);
  return { span: tree.span(at), type: 'DATE', value: form };
}
