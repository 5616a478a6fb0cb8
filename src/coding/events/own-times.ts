// Tells the times of an event from those of what its clause only mentions: a treaty's year, an earlier summit, a deadline.
import type { Timex } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import { overlaps } from '../../model/span.ts';
import { settingOf } from './course.ts';
import type { Tree } from './tree.ts';

/** Prepositions whose time is not that of what they modify: "for the first time since the summit of 2010". */
const ELSEWHEN = /^(?:since|after|before|until|till|following|than|by|towards?|ahead of|prior to)$/;
const SETTING =
  /^(?:schedule|plan|set|slate|due|postpone|arrange|expect|fix|book|time|convene|call|delay|move|put|announce)$/;
/** A time under more words than this hangs on a broken tree. */
const DEEPEST = 12;

/**
 * Whether a time within an event's words is the event's own.
 * "accused the alliance of breaking the Act of 1997", "met for the first time since the Lisbon summit last November",
 * "rejected the map drawn in 1984": none of these years is that of the accusing, meeting or rejecting.
 * @param trigger place of the event's trigger in the sentence
 */
export function isOwnTime(tree: Tree, trigger: number, timex: Timex, register: EntityRegister): boolean {
  if (register.at(timex.span)?.kind === 'agreement') return false;
  const judged = [trigger, ...tree.childrenIn(trigger, 'obj')].some((word) => JUDGING.test(tree.lemma(word)));
  let isOfObject = false;
  let at = headOf(tree, timex);
  for (let step = 0; at >= 0 && at !== trigger && step < DEEPEST; step += 1) {
    if (ELSEWHEN.test(tree.preposition(at))) return false;
    const above = tree.head(at);
    if (above < 0) break;
    if (judged && (tree.preposition(at) === 'of' || isOfThing(tree, at, trigger))) return false;
    // "Adopted a programme for 2013": what a thing is for is when it was made only where it is set for then.
    if (tree.preposition(at) === 'for' && !SETTING.test(tree.lemma(above))) return false;
    // A clause of its own between the time and the trigger has the time, unless it is one that the trigger hangs on.
    if (above !== trigger && tree.upos(above) === 'VERB' && isBelow(tree, above, trigger) && !namesObject(tree, above))
      return above === settingOf(tree, trigger);
    if (above !== trigger && isElsewhere(tree, above, trigger)) return false;
    isOfObject ||= tree.deprel(at) === 'nmod' && tree.upos(above) === 'NOUN';
    if (tree.relation(at) === 'nmod' && register.at(tree.span(above))?.kind === 'agreement') return false;
    at = above;
  }
  // "Deplored the breaches of April and backed talks": what hangs on the first verb's object is not the second one's time.
  return at === trigger || !isOfObject;
}

/** "Condemned the coup of 15 July", "welcomed the vote on Monday of ...": when the thing was that is judged. */
const JUDGING =
  /^(?:condemn|criticis?z?e|denounce|deplore|decry|slam|blast|deride|regret|welcome|praise|hail|applaud|commend|laud|concern)$/;

/** Whether a time hangs on a noun that a verb is about, and not on the verb. */
const isOfThing = (tree: Tree, at: number, trigger: number): boolean =>
  tree.relation(at) === 'nmod' && tree.head(at) !== trigger && tree.upos(tree.head(at)) === 'NOUN';

/** "Noted that they had met in May, and agreed ...": a clause beside the trigger has its own time. */
const isElsewhere = (tree: Tree, verb: number, trigger: number): boolean =>
  tree.upos(verb) === 'VERB' &&
  /^(?:ccomp|acl|advcl)$/.test(tree.relation(verb)) &&
  !isBelow(tree, verb, trigger) &&
  !isBelow(tree, trigger, verb);

/** "Agreed on what they called a charter in 1997": the clause only names what was agreed, so that its time is the deed's. */
function namesObject(tree: Tree, verb: number): boolean {
  const head = tree.head(verb);
  return tree.deprel(verb) === 'acl:relcl' && head >= 0 && tree.form(head) === 'what';
}

/** Whether a time hangs on a verb, or on what hangs on it. */
export const isUnder = (tree: Tree, verb: number, timex: Timex): boolean => {
  const at = headOf(tree, timex);
  return at >= 0 && isBelow(tree, at, verb);
};

/** The word of a time expression that the others hang on. */
function headOf(tree: Tree, { span }: Timex): number {
  return tree.tokens.findIndex(
    (token, at) => overlaps(token.span, span) && !(tree.head(at) >= 0 && overlaps(tree.span(tree.head(at)), span)),
  );
}

function isBelow(tree: Tree, at: number, trigger: number): boolean {
  for (const above of tree.ancestors(at)) if (above === trigger) return true;
  return false;
}
