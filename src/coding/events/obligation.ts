// Demands put as duties or conditions: "The envoy said Chad must open the road", "Niger will not pay unless Chad opens the road"
// are requests of Chad.
import type { Clause } from './clause.ts';
import { verbClause } from './clause.ts';
import { verbGroup } from './modality.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

const DUTY: ReadonlySet<string> = new Set(['must', 'should', 'ought', 'shall']);
const NEED: ReadonlySet<string> = new Set(['need', 'have', 'ought']);
/** Verbs under which a duty is a demand of the one who speaks. */
const SAYING =
  /^(?:say|tell|state|declare|insist|stress|add|argue|demand|conclude|announce|warn|reiterate|note|emphasi[sz]e|underline|underscore|write|tweet|maintain|believe|think|urge|assert|repeat|remark|comment|agree|affirm|reaffirm|suggest|recommend)$/;

/** A duty laid on somebody: who says so, on whom, to do what. */
export interface Obligation {
  readonly trigger: number;
  readonly speakers: readonly number[];
  readonly addressees: readonly number[];
  readonly clause: Clause;
}

/**
 * The duty that a verb states, null where it states none. "Should" alone may be an opinion: it counts with an act.
 * @param isQuoted tells whether the words stand in somebody's statement
 * @param act the verb names an event
 */
export function obligationAt(tree: Tree, at: number, isQuoted: () => boolean, act: boolean): Obligation | null {
  const upos = tree.upos(at);
  if (upos !== 'VERB' && upos !== 'ADJ' && upos !== 'NOUN') return null;
  const refusal = refusalUnless(tree, at);
  if (refusal !== null) {
    const speakers = logicalSubjects(tree, refusal);
    const addressees = tree.childrenIn(at, 'nsubj');
    return addressees.length ? { trigger: at, speakers, addressees, clause: verbClause(tree, at) } : null;
  }
  if (!laysDuty(tree, at, act)) return null;
  const clause = verbClause(tree, at);
  const speakers = speakersAbove(tree, at);
  if (!speakers.length && !isQuoted()) return null;
  const addressees = clause.subjects.length ? clause.subjects : tree.childrenIn(at, 'nsubj', 'nsubj:pass');
  if (addressees.some((place) => /^(?:we|i|us)$/.test(tree.form(place)))) return null;
  return addressees.length ? { trigger: at, speakers, addressees, clause } : null;
}

/** The refusal that holds until somebody does what a verb says ("will not sign unless Chile withdraws"), null for none. */
function refusalUnless(tree: Tree, at: number): number | null {
  const head = tree.head(at);
  if (tree.relation(at) !== 'advcl' || head < 0) return null;
  if (!tree.childrenIn(at, 'mark').some((mark) => /^(?:unless|until)$/.test(tree.form(mark)))) return null;
  // "Refused to sign until Chile withdraws": the clause goes with either verb.
  const refusal = [head, ...(tree.relation(head) === 'xcomp' ? [tree.head(head)] : [])];
  const refusing = refusal.find((verb) => REFUSING.test(tree.lemma(verb)));
  if (refusing !== undefined) return refusing;
  const { negated, future, would, possible } = verbGroup(tree, head);
  return negated && (future || would || possible) ? head : null;
}

const REFUSING = /^(?:refuse|decline|reject)$/;

function laysDuty(tree: Tree, at: number, act: boolean): boolean {
  const auxiliaries = tree.childrenIn(at, 'aux');
  if (!auxiliaries.length && tree.deprel(at) !== 'xcomp') return false;
  const subject = tree.childIn(at, 'nsubj', 'nsubj:pass') ?? -1;
  // "should Peru refuse" is a condition: the auxiliary stands before the subject.
  if (
    auxiliaries.some((child) => (tree.form(child) === 'must' || (act && DUTY.has(tree.form(child)))) && child > subject)
  )
    return true;
  const head = tree.head(at);
  return (
    act && tree.deprel(at) === 'xcomp' && head >= 0 && NEED.has(tree.lemma(head)) && tree.childIn(head, 'obj') === null
  );
}

function speakersAbove(tree: Tree, at: number): readonly number[] {
  for (const above of tree.ancestors(at, 8)) {
    if (tree.upos(above) === 'VERB' && SAYING.test(tree.lemma(above))) return logicalSubjects(tree, above);
  }
  const parenthetic = tree.childrenIn(at, 'parataxis', 'ccomp').find((child) => SAYING.test(tree.lemma(child)));
  return parenthetic === undefined ? [] : logicalSubjects(tree, parenthetic);
}
