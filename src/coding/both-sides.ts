// "The two sides", "both countries", "the two leaders": phrases for the two that the text has named.
import type { Tree } from './events/tree.ts';

const SIDE =
  /^(?:side|country|nation|state|government|party|neighbou?r|capital|leader|president|premier|minister|delegation|army|navy|ally|rival)$/;

/** Whether a phrase's head stands for two parties named before: told by number, with no name of its own. */
export function isBothSides(tree: Tree, at: number): boolean {
  if (!SIDE.test(tree.lemma(at)) || tree.upos(at) !== 'NOUN') return false;
  const told = tree
    .childrenIn(at, 'nummod', 'det', 'amod', 'cc')
    .some((child) => /^(?:two|both)$/.test(tree.form(child)));
  const bare = !tree.childrenIn(at, 'nmod', 'compound', 'appos', 'flat').some((child) => tree.upos(child) === 'PROPN');
  return told && bare;
}

/** Whether a group's name is such a phrase. */
export const namesBothSides = (name: string): boolean => /^(?:the )?(?:two|both) \p{Ll}+$/u.test(name);
