// What the words of a phrase tell of whether it names a party, wherever the rest of the text stands.
import type { Tree } from './tree.ts';

/** "both sides", "the two countries" name nobody by themselves. */
export function isVague(tree: Tree, at: number): boolean {
  if (!/^(?:side|country|nation|party|state|group|force|government|leader)$/.test(tree.lemma(at))) return false;
  return tree
    .childrenIn(at, 'nummod', 'det', 'amod')
    .some((child) => /^(?:two|both|each|either|other|three|all|every|no|any)$/.test(tree.form(child)));
}

const SITTING =
  /^(?:summit|meeting|conference|session|talks?|dialogue|dialog|negotiations?|round|process|format|forum)$/;

/** "the plan put forward at Lisbon", "the Lisbon summit": where people met takes no part. */
export function isVenue(tree: Tree, at: number): boolean {
  return tree.preposition(at) === 'at' || (tree.head(at) >= 0 && SITTING.test(tree.lemma(tree.head(at))));
}

/** People are of those who sent them ("troops sent by Oman"), not of all that a clause on them names. */
export function isOfClause(tree: Tree, at: number): boolean {
  const relation = tree.relation(at);
  return (relation !== 'obl' && relation !== 'obj') || tree.preposition(at) === 'by';
}

/** The second half of "Heads of State and Government". */
export const isOfHeads = (tree: Tree, at: number): boolean =>
  at >= 4 &&
  tree.form(at) === 'government' &&
  [4, 3, 2, 1].map((back) => tree.form(at - back)).join(' ') === 'heads of state and';

const ACTIVITY = /^(?:patrol|mission)$/;
const JOINT = /^(?:joint|common|combined)$/;

/** "Entry into force", "a ban on the use of force", "shared intelligence": words for a body that name none there. */
export function isAbstract(tree: Tree, at: number): boolean {
  const word = tree.form(at);
  if (word === 'force') return tree.childrenIn(at, 'amod', 'compound', 'nmod:poss', 'nmod').length === 0;
  if (ACTIVITY.test(tree.lemma(at))) return tree.childrenIn(at, 'amod').some((child) => JOINT.test(tree.form(child)));
  if (word !== 'intelligence') return false;
  const verb = tree.head(at);
  return (
    tree.childrenIn(at, 'det', 'nmod:poss').length === 0 ||
    (verb >= 0 && /^(?:share|exchange|gather|provide|pass|collect|receive|supply|swap|trade)$/.test(tree.lemma(verb)))
  );
}

/** The head noun with what stands close before it: "two dozen armed men". */
export function nominalWords(tree: Tree, at: number): readonly number[] {
  const before = tree
    .childrenIn(at, 'amod', 'compound', 'nummod', 'nmod:poss', 'det', 'flat')
    .filter((child) => child < at && at - child <= 8);
  return [...before, at];
}
