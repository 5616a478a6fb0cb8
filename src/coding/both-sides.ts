// "The two sides", "both countries", "the two leaders": phrases for the two that the text has named.
import type { Tree } from './events/tree.ts';

const SIDE =
  /^(?:side|country|nation|state|government|party|neighbou?r|capital|leader|president|premier|minister|delegation|army|navy|ally|rival|man|woman)$/;

/** Whether a phrase's head stands for two parties named before: told by number, with no name of its own. */
export function isBothSides(tree: Tree, at: number): boolean {
  if (!SIDE.test(tree.lemma(at)) || !isNoun(tree, at)) return false;
  const told = tree
    .childrenIn(at, 'nummod', 'det', 'amod', 'cc')
    .some((child) => /^(?:two|both)$/.test(tree.form(child)));
  return told && isBare(tree, at);
}

/** "The two agreed": a number alone. */
export const isTheTwo = (tree: Tree, at: number): boolean =>
  tree.form(at) === 'two' &&
  tree.upos(at) === 'NUM' &&
  tree.childrenOf(at).length === 1 &&
  tree.childrenIn(at, 'det').some((child) => tree.form(child) === 'the');

/** Whether a word is one of those that phrases for two parties, or for the people of both, are headed by. */
export function mayBeSides(tree: Tree, at: number): boolean {
  const lemma = tree.lemma(at);
  return isNoun(tree, at) && (SIDE.test(lemma) || SENT.test(lemma));
}

/** Communiqués write "the two Presidents". */
const isNoun = (tree: Tree, at: number): boolean => tree.upos(at) === 'NOUN' || /^NNP?S$/.test(tree.token(at).xpos);

const SENT =
  /^(?:official|negotiator|delegate|diplomat|envoy|representative|team|delegation|expert|commander|general|head|leader|minister|president)$/;

/** "Officials from both sides", "the leaders of the two countries". */
export function isOfBothSides(tree: Tree, at: number): boolean {
  if (!SENT.test(tree.lemma(at))) return false;
  return tree
    .childrenIn(at, 'nmod')
    .some((child) => /^(?:from|of)$/.test(tree.preposition(child)) && isBothSides(tree, child));
}

const isBare = (tree: Tree, at: number): boolean =>
  !tree.childrenIn(at, 'nmod', 'compound', 'appos', 'flat').some((child) => tree.upos(child) === 'PROPN');

const OFFICE = /^(?:leader|president|premier|minister|delegation)$/;
const OF_OFFICE = /^(?:foreign|defen[cs]e|prime|interior|finance|trade)$/;

/**
 * Whether "the sides", "the countries" or "the ministers" may stand for two parties named before, though no number says so.
 * @returns `states` where the noun itself is for parties, `offices` where it is for those who hold an office in them
 */
export function isTheSides(tree: Tree, at: number): 'states' | 'offices' | null {
  const { xpos } = tree.token(at);
  // "The allies" stand against another.
  if (!/^NNP?S$/.test(xpos) || !SIDE.test(tree.lemma(at)) || tree.lemma(at) === 'ally') return null;
  const article = tree.childrenIn(at, 'det').some((child) => tree.form(child) === 'the');
  const others = tree
    .childrenIn(at, 'amod', 'compound', 'nummod', 'nmod', 'acl', 'appos')
    .filter((child) => !OF_OFFICE.test(tree.form(child)));
  if (!article || others.length) return null;
  return OFFICE.test(tree.lemma(at)) ? 'offices' : 'states';
}

/** Whether a group's name is such a phrase. */
export const namesBothSides = (name: string): boolean =>
  /^(?:the )?(?:two|both) \p{L}+$|^(?:the )?(?:sides|leaders|ministers|presidents|premiers|neighbou?rs|rivals)$/iu.test(
    name,
  );
