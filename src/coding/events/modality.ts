// Whether an event happened: actual, planned, hypothetical or negated, from auxiliaries, negation and what governs it.
import type { Modality } from '../../model/items.ts';
import { isInfinitive } from './clause.ts';
import type { Tree } from './tree.ts';

const FUTURE: ReadonlySet<string> = new Set(['will', "'ll", 'shall', 'wo', 'ca']);
const POSSIBLE: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'ought']);
const NEGATIVE: ReadonlySet<string> = new Set(["n't", 'not', 'never', 'no', "n't", 'neither', 'nor', 'hardly']);
const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'should', 'lest', 'in case']);

/** Governors of an infinitive or clause, by what they make of it. What is not here leaves it as it is. */
const PLANNED = /^(?:plan|expect|schedule|intend|set|due|slate|prepare|aim|arrange|mean|likely)$/;
const HYPOTHETICAL =
  /^(?:want|hope|wish|seek|like|consider|able|possible|ask|urge|call|demand|propose|suggest|can|offer|would|ready|willing|prepared|need|fear|doubt|reluctant|threaten|warn|favour|favor|mull|contemplate)$/;
const NEGATING =
  /^(?:fail|refuse|decline|stop|cease|avoid|prevent|forget|deny|avert|abandon|cancel|halt|rule|unable|postpone)$/;

/** Words of the verb group of a place: auxiliaries and negation, also those of the verb it is coordinated with. */
export interface VerbGroup {
  readonly future: boolean;
  readonly would: boolean;
  readonly possible: boolean;
  readonly negated: boolean;
  readonly perfect: boolean;
}

export function verbGroup(tree: Tree, at: number): VerbGroup {
  const words = new Set<string>();
  let place = at;
  for (let step = 0; step < 4; step += 1) {
    for (const child of tree.childrenIn(place, 'aux', 'cop')) words.add(tree.form(child));
    for (const child of tree.childrenIn(place, 'advmod', 'cc', 'det')) {
      if (NEGATIVE.has(tree.form(child)) && (place === at || tree.childIn(at, 'aux') === null)) words.add('not');
    }
    const above = tree.head(place);
    const shares = tree.deprel(place) === 'conj' && tree.childIn(place, 'aux', 'cop', 'nsubj') === null;
    if (!shares || above < 0 || tree.upos(above) !== 'VERB') break;
    place = above;
  }
  const has = (group: ReadonlySet<string>) => [...words].some((word) => group.has(word));
  return {
    future: has(FUTURE) && !words.has('ca'),
    would: words.has('would') || words.has("'d"),
    possible: has(POSSIBLE) || words.has('ca'),
    negated: words.has('not'),
    perfect: words.has('had'),
  };
}

/** "no troops", "none of the weapons", "any": a negated noun phrase negates what is done to it. */
export function negatedPhrase(tree: Tree, at: number): boolean {
  return tree.childrenIn(at, 'det', 'advmod', 'nummod').some((child) => /^(?:no|neither|not)$/.test(tree.form(child)));
}

/** The modality of an event from its own verb group and from what stands above it, innermost first. */
export function findModality(tree: Tree, trigger: number, objects: readonly number[]): Modality {
  const group = verbGroup(tree, trigger);
  const negated = group.negated || objects.some((at) => negatedPhrase(tree, at)) || negatedPhrase(tree, trigger);
  if (conditionalClause(tree, trigger)) return 'hypothetical';
  if (negated) return 'negated';
  if (group.future) return 'planned';
  if (group.possible || group.would) return 'hypothetical';
  return fromAbove(tree, trigger);
}

function fromAbove(tree: Tree, trigger: number): Modality {
  let below = trigger;
  for (const above of tree.ancestors(trigger, 6)) {
    const relation = tree.deprel(below);
    const lemma = tree.lemma(above);
    const governs =
      relation === 'xcomp' ||
      relation === 'ccomp' ||
      relation === 'obj' ||
      relation === 'acl' ||
      (relation === 'advcl' && isInfinitive(tree, below));
    if (relation === 'obl' || relation === 'nmod') {
      if (/^(?:without|instead of|despite lack of|short of|against)$/.test(tree.preposition(below))) return 'negated';
      if (
        tree.preposition(below) === 'of' &&
        /^(?:lack|absence|prospect|possibility|threat|risk|hope|failure|chance)$/.test(lemma)
      ) {
        return /^(?:lack|absence|failure)$/.test(lemma) ? 'negated' : 'hypothetical';
      }
      below = above;
      continue;
    }
    if ((relation === 'csubj' || relation === 'nsubj') && tree.upos(above) === 'VERB') {
      const group = verbGroup(tree, above);
      if (group.would || group.possible) return 'hypothetical';
    }
    if (governs) {
      if (relation === 'acl' && negatedPhrase(tree, above)) return 'negated';
      if (NEGATING.test(lemma)) return 'negated';
      if (PLANNED.test(lemma)) return 'planned';
      if (HYPOTHETICAL.test(lemma)) return 'hypothetical';
      if (
        relation === 'acl' &&
        /^(?:plan|decision|intention|proposal|agreement|bid|effort|attempt|right|ability|possibility|chance|need|call|desire|readiness|willingness|pledge)$/.test(
          lemma,
        )
      ) {
        return /^(?:plan|decision|intention|agreement|pledge)$/.test(lemma) ? 'planned' : 'hypothetical';
      }
      const group = verbGroup(tree, above);
      if (relation !== 'ccomp') {
        if (group.negated) return 'negated';
        if (group.future) return 'planned';
        if (group.possible || group.would) return 'hypothetical';
      }
    } else if (relation === 'advcl' || relation === 'acl:relcl' || relation === 'parataxis' || relation === 'conj') {
      if (relation === 'conj') {
        below = above;
        continue;
      }
      return tree.token(trigger).xpos === 'VB' && isInfinitive(tree, trigger) ? 'planned' : 'actual';
    }
    if (conditionalClause(tree, above)) return 'hypothetical';
    below = above;
  }
  return isInfinitive(tree, trigger) && tree.relation(trigger) === 'acl' ? 'planned' : 'actual';
}

/** "if the UN asks", "unless it withdraws". */
export function conditionalClause(tree: Tree, at: number): boolean {
  return tree.childrenIn(at, 'mark').some((mark) => CONDITIONAL.has(tree.form(mark)));
}
