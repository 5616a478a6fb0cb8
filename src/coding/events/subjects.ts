// Who does what a verb says, when its own subject is missing: shared, controlled, relative and lost subjects.
import { completes, isHeadlineInfinitive, isInfinitive, isPassive, RELATIVE, spread, unmarked } from './grammar.ts';
import type { Tree } from './tree.ts';

/**
 * Who does what the trigger says: its subject, the agent of a passive, or the subject it shares with the clause
 * above ("agreed to send", "met the king and left", "Speaking in Riga, he said"; "the troops that entered").
 */
export function logicalSubjects(tree: Tree, trigger: number, depth = 0): readonly number[] {
  const passive = isPassive(tree, trigger);
  if (passive) return agents(tree, trigger);
  const own = tree.childrenIn(trigger, 'nsubj', 'csubj');
  const head = tree.head(trigger);
  const deprel = tree.deprel(trigger);
  if (own.length) {
    const [first = trigger] = own;
    if ((deprel === 'acl:relcl' || deprel === 'advcl:relcl') && RELATIVE.has(tree.form(first)) && head >= 0)
      return tree.coordinated(head);
    return spread(tree, own);
  }
  if (head < 0 || depth > 12) return [];
  // "Chad and Mali to reopen border".
  if (deprel === 'parataxis' && isHeadlineInfinitive(tree, trigger)) return tree.coordinated(head);
  if (deprel === 'conj' || deprel === 'parataxis') return subjectsAbove(tree, head, depth);
  if (deprel === 'xcomp' || deprel === 'advcl' || deprel === 'ccomp' || deprel === 'root') {
    const controlled =
      deprel !== 'ccomp' && (deprel === 'xcomp' || completes(tree, trigger)) ? objectControl(tree, head) : [];
    return controlled.length ? controlled : subjectsAbove(tree, head, depth);
  }
  if (deprel === 'acl') {
    if (tree.upos(head) === 'VERB') return subjectsAbove(tree, head, depth);
    if (isHeadlineInfinitive(tree, trigger) && head >= 0)
      return [...tree.coordinated(head), ...tree.childrenIn(head, 'appos')];
    const spoken = tree.token(trigger).xpos === 'VBG' && DOCUMENT.test(tree.lemma(head));
    return spoken || isInfinitive(tree, trigger) ? holders(tree, head, depth) : tree.coordinated(head);
  }
  if (deprel === 'acl:relcl') return tree.coordinated(head);
  return [];
}

/** What somebody says by it: "adopted a resolution condemning the raid", "a letter threatening war". */
const DOCUMENT =
  /^(?:statement|communiqu[eé]|resolution|declaration|letter|note|message|report|speech|appeal|petition|motion|decree|order|article|editorial|memo|memorandum|tweet|post|document|telegram|leaflet|broadcast|video)$/;

function subjectsAbove(tree: Tree, head: number, depth: number): readonly number[] {
  if (tree.upos(head) !== 'NOUN' && tree.upos(head) !== 'PROPN') {
    if (!isPassive(tree, head)) return logicalSubjects(tree, head, depth + 1);
    // "was forced to withdraw": the passive's subject does what the infinitive says.
    const subjects = spread(tree, tree.childrenIn(head, 'nsubj:pass', 'nsubj'));
    return subjects.length ? subjects : logicalSubjects(tree, head, depth + 1);
  }
  return spread(tree, tree.childrenIn(head, 'nsubj'));
}

const OBJECT_CONTROL =
  /^(?:ask|urge|order|force|allow|permit|tell|press|pressure|persuade|convince|compel|help|let|make|enable|encourage|request|instruct|invite|command|direct|require|want|expect|oblige|send|warn|see|push|call|get|lead|prompt|cause|induce|spur|drive|ban|bar|prevent|stop|block|accuse|authori[sz]e|deploy)$/;

function objectControl(tree: Tree, head: number): readonly number[] {
  if (!OBJECT_CONTROL.test(tree.lemma(head))) return [];
  return spread(tree, tree.childrenIn(head, 'obj', 'iobj'));
}

/** Whose decision, plan or refusal it is: "Egypt's decision to close", "the president took the decision to close". */
function holders(tree: Tree, noun: number, depth: number): readonly number[] {
  const possessors = spread(
    tree,
    tree
      .childrenIn(noun, 'nmod:poss', 'compound', 'amod')
      .filter((at) => tree.relation(at) === 'nmod' || /^\p{Lu}/u.test(tree.text.slice(...tree.span(at)))),
  );
  if (possessors.length) return possessors;
  const by = tree.childrenIn(noun, 'nmod').filter((at) => /^(?:by|from|of)$/.test(tree.preposition(at)));
  if (by.length) return spread(tree, by);
  // "Chad is the first state to have left".
  if (tree.childIn(noun, 'cop') !== null) return spread(tree, tree.childrenIn(noun, 'nsubj'));
  const verb = tree.head(noun);
  return verb >= 0 && tree.upos(verb) === 'VERB' ? logicalSubjects(tree, verb, depth + 1) : [];
}

/** The by-phrase of a passive, also where the parse hangs it on the infinitive: "was asked to do so by the bank". */
function agents(tree: Tree, trigger: number): readonly number[] {
  const under = [trigger, ...tree.childrenIn(trigger, 'xcomp')];
  const by = under.flatMap((at) =>
    tree
      .childrenIn(at, 'obl')
      .filter((child) => tree.deprel(child) === 'obl:agent' || tree.preposition(child) === 'by'),
  );
  return spread(tree, by);
}

/**
 * The words before a finite verb that has lost its subject to the phrase in front of it:
 * "After talks on Cyprus, Greece and Malta signed" with Greece hung on Cyprus.
 */
export function lostSubjects(tree: Tree, trigger: number): readonly number[] {
  if (
    (!/^VB[DZP]$/.test(tree.token(trigger).xpos) && tree.childIn(trigger, 'aux') === null) ||
    !['root', 'ccomp', 'parataxis'].includes(tree.relation(trigger))
  )
    return [];
  const misread = unmarked(tree, trigger)
    .filter((at) => at < trigger)
    .at(-1);
  // "Chad test-fired a rocket", with the first half of the verb taken for a noun that Chad describes.
  if (trigger >= 2 && tree.form(trigger - 1) === '-' && tree.head(trigger - 2) === trigger)
    return spread(tree, tree.childrenIn(trigger - 2, 'compound', 'amod', 'nmod'));
  if (misread !== undefined) return tree.coordinated(misread);
  let at = trigger - 1;
  while (at >= 0 && ['AUX', 'ADV', 'PART'].includes(tree.upos(at))) at -= 1;
  if (at < 0 || !['PROPN', 'NOUN', 'PRON'].includes(tree.upos(at))) return [];
  const joined = tree.childrenIn(at, 'cc').length > 0;
  const head = tree.head(at);
  const before =
    joined && head >= 0 ? [head, ...tree.childrenIn(head, 'conj')].filter((place) => place < at).at(-1) : undefined;
  return before === undefined ? [at] : [before, at];
}
