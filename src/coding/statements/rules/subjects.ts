// Finds who stands behind a cue in the tree: its subject, or the subject it shares with another verb.
import type { Phrases } from '../phrases.ts';

/** The word that heads the source of a cue, and how it was found. */
export interface Subject {
  readonly at: number;
  readonly how: string;
}

/** Relations over which a verb without a subject of its own shares that of its head. */
const SHARING: ReadonlySet<string> = new Set(['conj', 'xcomp', 'advcl', 'parataxis', 'ccomp', 'cop', 'aux']);

/**
 * The subject of a cue verb or adjective.
 * "The minister said", "The plan was rejected by the council" (agent), "She left, saying" (subject of the head),
 * "a letter saying" (the noun that the participle describes). Null where there is none, as in "It is said that".
 */
export function subjectOf(tree: Phrases, verb: number): Subject | null {
  const agent = tree.childrenIn(verb, 'obl').find((child) => tree.preposition(child) === 'by' && isPassive(tree, verb));
  if (agent !== undefined) return { at: agent, how: 'agent' };
  if (isPassive(tree, verb)) return null;
  for (let place = verb, steps = 0; place >= 0 && steps < 6; steps += 1) {
    const subject = nearestSubject(tree, place);
    if (subject !== null && (steps === 0 || !isPassive(tree, place) || tree.relation(verb) === 'xcomp')) {
      return isDummy(tree, subject) ? null : { at: subject, how: steps ? 'subject of the verb above' : 'subject' };
    }
    const relation = tree.relation(place);
    if (relation === 'acl') return { at: tree.head(place), how: 'noun that the cue describes' };
    if (!SHARING.has(relation) || (relation === 'ccomp' && steps > 0)) return null;
    if (relation === 'parataxis' && tree.token(place).xpos !== 'VBG') return null;
    place = tree.head(place);
  }
  return null;
}

/** The subject next to its verb, should the parser have found two. */
function nearestSubject(tree: Phrases, verb: number): number | null {
  const subjects = tree.childrenIn(verb, 'nsubj');
  return subjects.findLast((at) => at < verb) ?? subjects[0] ?? null;
}

/** The subject of "it is said that" or "there is hope" stands for nobody. */
function isDummy(tree: Phrases, at: number): boolean {
  return tree.form(at) === 'there' || tree.deprel(at) === 'expl';
}

export function isPassive(tree: Phrases, verb: number): boolean {
  return tree.childrenOf(verb).some((child) => /:pass$/.test(tree.deprel(child)));
}

/** The possessor or author of a noun that is a cue: "Moscow's claim", "the claim of the ministry", "a threat by the rebels". */
export function authorOf(tree: Phrases, noun: number): Subject | null {
  const owner = tree.childIn(noun, 'nmod:poss');
  if (owner !== null) return { at: owner, how: 'possessor' };
  const author = tree
    .childrenIn(noun, 'nmod', 'obl')
    .find((child) => ['of', 'by', 'from', 'among'].includes(tree.preposition(child)));
  if (author !== undefined) return { at: author, how: 'author' };
  // "expressed the hope that", "has plans to": the verb's subject holds what its object says.
  const relation = tree.relation(noun);
  return relation === 'obj' || relation === 'xcomp' || relation === 'conj' ? subjectOf(tree, tree.head(noun)) : null;
}
