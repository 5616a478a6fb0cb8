// What became of a gathering that a verb tells of as its subject: "the talks between them collapsed on Friday", "a summit was called
// off", "the visit did not take place", "the meeting was put off to June".
import { isInfinitive, isPassive } from './grammar.ts';
import type { Tree } from './tree.ts';

/** The course of a gathering. */
export interface Course {
  /** Place of the verb or adjective that tells it. */
  readonly verb: number;
  /** Whether it was held, whatever came of it, did not come about, or was moved to another time. */
  readonly how: 'held' | 'off' | 'moved';
  /** Head of the phrase that says what came of it or how it ended; null where the verb alone says it. */
  readonly result: number | null;
  /** Head of the phrase for the time that it was moved to. */
  readonly until: number | null;
  /** Whether the words judge what came of it. */
  readonly judged: boolean;
}

const GATHERING =
  /^(?:meetings?|sessions?|summits?|rounds?|talks?|negotiations?|dialogues?|consultations?|discussions?|conferences?|visits?|trips?|tours?|journeys?|encounters?)$/;
const PART = /^(?:round|series|set|cycle|session|day|phase|stage|bout)$/;
/** With their particles: what is done to a gathering that does not come about. */
const CALLED_OFF = /^(?:cancel|scrap|scrub|shelve|drop|abandon|call off|axe)$/;
const MOVED = /^(?:postpone|put off|delay|defer|reschedule|push back|put back|move)$/;
/** What a gathering does that does not come about. */
const MISSED = /^(?:fall through)$/;
/** With a negation these say that it did not come about. */
const COMING_ABOUT = /^(?:take|happen|occur|go ahead|materiali[sz]e|hold|begin|start|open|resume|convene)$/;
const FAILING = /^(?:collapse|fail|stall|founder|break down|break up|break off|fall apart|falter|deadlock|unravel)$/;
const ENDING = /^(?:end|conclude|close|finish|wrap up|adjourn)$/;
const BEARING = /^(?:produce|yield|bring|make|achieve|result|lead|reach|hit)$/;
const RUNNING =
  /^(?:take|happen|occur|begin|start|open|resume|continue|proceed|go ahead|go on|kick off|last|drag on|convene)$/;
const STATE = /^(?:deadlocked|inconclusive|fruitless|unsuccessful|stalled)$/;
const OF_RESULT = /^(?:without|with|in|to|on)$/;
const TIME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|spring|summer|autumn|winter|tomorrow|\d{1,4})$/;

/** The course of the gathering that a noun names; null where the sentence tells none. */
export function courseOf(tree: Tree, noun: number): Course | null {
  if (!GATHERING.test(tree.form(noun))) return null;
  for (const verb of tellers(tree, noun)) {
    const course = toldBy(tree, verb);
    if (course) return course;
  }
  return null;
}

/** The words that say something of a noun, those that call it off or judge it first: "was to be held but fell through". */
function tellers(tree: Tree, noun: number): readonly number[] {
  let top = noun;
  for (let step = 0; step < 3; step += 1) {
    const above = tree.head(top);
    if (tree.relation(top) !== 'nmod' || tree.preposition(top) !== 'of' || above < 0) break;
    if (!PART.test(tree.lemma(above))) break;
    top = above;
  }
  const said = tree.childrenIn(top, 'acl').filter((clause) => {
    if (tree.deprel(clause) !== 'acl:relcl') return tree.token(clause).xpos === 'VBN';
    const subject = tree.childIn(clause, 'nsubj', 'nsubj:pass');
    return subject !== null && /^(?:which|that)$/.test(tree.form(subject));
  });
  const above = tree.head(top);
  const own = tree.relation(top) === 'nsubj' && above >= 0 ? [above] : [];
  const joined = own.flatMap((verb) =>
    tree.childrenIn(verb, 'conj').filter((other) => tree.childIn(other, 'nsubj', 'nsubj:pass') === null),
  );
  const all = [...own, ...joined, ...said];
  const rank = (verb: number) => (toldBy(tree, verb)?.how === 'held' ? 1 : 0);
  return all.sort((a, b) => rank(a) - rank(b) || a - b);
}

function toldBy(tree: Tree, verb: number): Course | null {
  const word = withParticle(tree, verb);
  const passive = isPassive(tree, verb) || tree.token(verb).xpos === 'VBN';
  const made = { verb, result: null, until: null, judged: false };
  if (tree.upos(verb) === 'ADJ' || STATE.test(tree.form(verb)))
    return STATE.test(tree.form(verb)) ? { ...made, how: 'held', judged: true } : null;
  if (tree.upos(verb) !== 'VERB') return null;
  if (passive && CALLED_OFF.test(word)) return { ...made, how: 'off' };
  if (passive && MOVED.test(word)) return { ...made, how: 'moved', until: timeAhead(tree, verb) };
  if (MISSED.test(word)) return { ...made, how: 'off' };
  if (isNegated(tree, verb)) return isMissed(tree, verb) ? { ...made, how: 'off' } : null;
  const missed = tree.lemma(verb) === 'fail' ? tree.childIn(verb, 'xcomp') : null;
  if (missed !== null) {
    if (COMING_ABOUT.test(withParticle(tree, missed)) && isPlaced(tree, missed)) return { ...made, how: 'off' };
    return { ...made, how: 'held', result: missed, judged: true };
  }
  if (FAILING.test(word)) return { ...made, how: 'held', judged: true };
  const result =
    tree.childIn(verb, 'obj') ?? tree.childrenIn(verb, 'obl', 'advcl').find((at) => isResult(tree, at)) ?? null;
  if (ENDING.test(word)) return { ...made, how: 'held', result, judged: result !== null };
  if (BEARING.test(word)) return result === null ? null : { ...made, how: 'held', result, judged: true };
  return RUNNING.test(word) && isPlaced(tree, verb) ? { ...made, how: 'held' } : null;
}

const isNegated = (tree: Tree, verb: number): boolean =>
  tree.childrenIn(verb, 'advmod').some((at) => /^(?:not|n't|never)$/.test(tree.form(at)));

/** "Did not take place", "was not held". */
export function isMissed(tree: Tree, verb: number): boolean {
  return isNegated(tree, verb) && COMING_ABOUT.test(withParticle(tree, verb)) && isPlaced(tree, verb);
}

/**
 * Whether a verb of doing away with a gathering has nobody who does it ("the summit was called off"), or one of setting it only says
 * which gathering is meant ("the talks, which were scheduled for May, ...").
 */
export function isToldOfGathering(tree: Tree, verb: number): boolean {
  if (tree.deprel(verb) === 'acl:relcl') return settingOf(tree, tree.head(verb)) === verb;
  const agent = tree.childrenIn(verb, 'obl').some((at) => tree.preposition(at) === 'by');
  const subject = tree.childIn(verb, 'nsubj:pass', 'nsubj');
  if (agent || subject === null) return false;
  const course = courseOf(tree, subject);
  return course?.verb === verb && course.how !== 'held';
}

function withParticle(tree: Tree, verb: number): string {
  const particle = tree
    .childrenOf(verb)
    .find(
      (child) =>
        child > verb && child - verb < 3 && /^(?:off|down|up|through|apart|back|on|ahead)$/.test(tree.form(child)),
    );
  const isPart = particle !== undefined && ['compound', 'advmod'].includes(tree.relation(particle));
  return isPart ? `${tree.lemma(verb)} ${tree.form(particle)}` : tree.lemma(verb);
}

/** "Take" tells of a gathering with "place" alone. */
function isPlaced(tree: Tree, verb: number): boolean {
  if (tree.lemma(verb) !== 'take') return true;
  return tree.childrenIn(verb, 'obj', 'compound').some((at) => tree.form(at) === 'place');
}

function isResult(tree: Tree, at: number): boolean {
  if (!OF_RESULT.test(tree.preposition(at)) || tree.upos(at) === 'PROPN') return false;
  return !TIME.test(tree.form(at));
}

/** "Put off to 9 June", "until next week". */
function timeAhead(tree: Tree, verb: number): number | null {
  const phrases = tree
    .childrenIn(verb, 'obl', 'advcl')
    .filter((at) => /^(?:to|until|till)$/.test(tree.preposition(at)));
  return phrases.find((at) => tree.phrase(at, 8).some((word) => TIME.test(tree.form(word)))) ?? null;
}

/** The word of a participle that says for when and where a gathering was set: "scheduled for 4 March in Lima". */
export function settingOf(tree: Tree, noun: number): number | null {
  if (!GATHERING.test(tree.form(noun))) return null;
  const found = tree
    .childrenIn(noun, 'acl', 'amod')
    .find((at) => at > noun && !isInfinitive(tree, at) && SET.test(tree.lemma(at)) && tree.token(at).xpos !== 'VBG');
  return found ?? null;
}

const SET = /^(?:schedule|plan|set|slate|due|arrange|expect|fix|book|convene|call|planned|scheduled)$/;
