// Small questions of grammar asked of a tree: voice, infinitives, coordination, relations that cannot be right.
import type { Tree } from './tree.ts';

export const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom', 'whose']);

/** Whether a participle stands for what is done to its subject: "was expelled", "the aid suspended in May". */
export function isPassive(tree: Tree, at: number): boolean {
  if (tree.childIn(at, 'aux:pass') !== null) return true;
  if (sharesPassive(tree, at) || isFlashPassive(tree, at)) return true;
  if (tree.token(at).xpos !== 'VBN') return false;
  if (tree.childIn(at, 'nsubj:pass') !== null) return true;
  if (tree.deprel(at) === 'acl' && isLostRoot(tree, at)) return false;
  return ['acl', 'advcl', 'amod'].includes(tree.deprel(at)) && tree.childIn(at, 'obj', 'aux', 'nsubj') === null;
}

/** "Meeting called off", "Sanctions eased": a flash leaves out the auxiliary, and taggers take the participle for a past tense. */
function isFlashPassive(tree: Tree, at: number): boolean {
  const { xpos } = tree.token(at);
  if ((xpos !== 'VBD' && xpos !== 'VBN') || !DONE_TO.test(tree.lemma(at))) return false;
  if (tree.childIn(at, 'aux', 'obj', 'ccomp', 'xcomp') !== null) return false;
  const subject = tree.childIn(at, 'nsubj');
  return subject !== null && subject < at && tree.upos(subject) === 'NOUN' && THING.test(tree.lemma(subject));
}

const DONE_TO =
  /^(?:adopt|approve|call|cancel|ease|extend|hold|impose|lift|postpone|put|ratify|scrap|shelve|sign|suspend|tighten)$/;
const THING =
  /^(?:accord|agreement|aid|ban|blockade|conference|deal|dialogue|drill|embargo|exercise|meeting|negotiation|pact|protocol|restriction|round|sanction|session|summit|talks?|treaty|truce|visit)$/;

/** "Was arrested and deported": the second participle has its auxiliary in the first one's; taggers take it for a past tense. */
function sharesPassive(tree: Tree, at: number): boolean {
  const first = tree.head(at);
  if (tree.deprel(at) !== 'conj' || first < 0 || !/^VB[ND]$/.test(tree.token(at).xpos)) return false;
  if (tree.childIn(at, 'nsubj', 'aux', 'xcomp', 'ccomp') !== null) return false;
  // "Was summoned and handed a note": what is given stays an object.
  const isGiven =
    tree.token(at).xpos === 'VBN' && /^(?:give|hand|serve|deny|offer|send|show|pay|grant)$/.test(tree.lemma(at));
  if (!isGiven && tree.childIn(at, 'obj') !== null) return false;
  return tree.childIn(first, 'aux:pass') !== null && tree.childIn(first, 'nsubj:pass') !== null;
}

/** "Ana Torres, a former mayor, called for ...": a parse that makes the name the root and the verb its participle. */
function isLostRoot(tree: Tree, at: number): boolean {
  let head = tree.head(at);
  for (let step = 0; tree.deprel(head) === 'flat' && step < LONGEST_NAME; step += 1) head = tree.head(head);
  // "Envoy Ana Torres, who was in Lima, also called on ...".
  const before = tree.deprel(at - 1) === 'advmod' && tree.head(at - 1) === at ? at - 2 : at - 1;
  return head >= 0 && tree.head(head) < 0 && tree.upos(head) === 'PROPN' && before > 0 && tree.form(before) === ',';
}

/** In words, with the title before it. */
const LONGEST_NAME = 6;

/** A phrase's head with those coordinated with it, for each of some heads. */
export function spread(tree: Tree, heads: readonly number[]): readonly number[] {
  return heads.flatMap((at) => tree.coordinated(at));
}

/** "to withdraw". */
export function isInfinitive(tree: Tree, at: number): boolean {
  return tree.childrenIn(at, 'mark').some((mark) => tree.form(mark) === 'to');
}

/** "Despite cooperation on grain": what a thing is told in spite of is taken for granted. */
export const isGranted = (tree: Tree, noun: number): boolean =>
  /^(?:despite|in spite of|notwithstanding)$/.test(tree.preposition(noun));

/** "Talks ahead of the ministers' meeting", "on the eve of the summit": what is still to come when the text is written. */
export function isUpcoming(tree: Tree, noun: number): boolean {
  if (!/^(?:meeting|summit|talks?|session|conference|visit|round)$/.test(tree.lemma(noun))) return false;
  const [first] = tree.childrenIn(noun, 'case', 'mark');
  if (first === undefined || first < 1) return false;
  // Parsers hang the parts of such a preposition anywhere: the words decide.
  const words = `${tree.form(first - 1)} ${tree.form(first)}`;
  return /^(?:ahead of|eve of|run-up to)$/.test(words) || tree.preposition(noun) === 'ahead of';
}

/** "Agency chief to visit Lima", "Quito, Lima to sign pact": in a headline without a finite verb the infinitive tells what is to come. */
export function isHeadlineInfinitive(tree: Tree, at: number): boolean {
  const head = tree.head(at);
  const isRoot = head < 0 && tree.childIn(at, 'nsubj') !== null;
  const isOfRoot = /^(?:acl|parataxis)$/.test(tree.deprel(at)) && head >= 0 && tree.head(head) < 0;
  if (!(isRoot || isOfRoot) || !isInfinitive(tree, at)) return false;
  return tree.tokens.every(({ xpos }) => !/^(?:VB[DZP]|MD)$/.test(xpos));
}

/** An infinitive, or a gerund after "of", "from", "for" or "against": "barred from entering", "insists on leaving". */
export function completes(tree: Tree, at: number): boolean {
  if (isInfinitive(tree, at)) return true;
  if (tree.token(at).xpos !== 'VBG') return false;
  // "apart from sending" adds an act of its own.
  if (
    tree
      .childrenIn(at, 'mark', 'case')
      .some((mark) => mark > 0 && /^(?:apart|aside|far|away)$/.test(tree.form(mark - 1)))
  )
    return false;
  return tree.childrenIn(at, 'mark', 'case').some(
    (mark) =>
      /^(?:of|from|for|against|into|in|to)$/.test(tree.form(mark)) ||
      // "On arriving, he left" tells when.
      (tree.form(mark) === 'on' && tree.head(at) === mark - 1),
  );
}

/** Whether a word names a time: no party, and nothing that a frame asks for. */
export const isTimeNoun = (tree: Tree, at: number): boolean =>
  // "Prevented a march": months are names.
  TIME_NOUN.test(tree.form(at)) && !(tree.form(at) === 'march' && tree.upos(at) === 'NOUN');

const TIME_NOUN =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|day|week|month|year|time|night|morning|evening|hour|moment|weekend|decade|minute)s?$/;

/** Nominals that hang on a verb without a preposition under a relation that no nominal has there: misread arguments. */
export function unmarked(tree: Tree, trigger: number): readonly number[] {
  return tree
    .childrenIn(trigger, 'obl', 'nmod', 'flat', 'nmod:desc', 'dep', 'compound', 'dislocated', 'vocative', 'appos')
    .filter((at) => tree.deprel(at) !== 'compound:prt' && (!tree.deprel(at).endsWith(':unmarked') || isGiven(tree, at)))
    .filter((at) => (tree.upos(at) === 'PROPN' || tree.upos(at) === 'NOUN') && tree.childIn(at, 'case') === null)
    .filter((at) => !isTimeNoun(tree, at) && !/^\d+$/.test(tree.form(at)));
}

/** "Handed back to Benin 26 bronzes": a thing that stands behind its receiver, which parsers take for a time or measure. */
function isGiven(tree: Tree, at: number): boolean {
  const verb = tree.head(at);
  const receiver = tree.childrenIn(verb, 'obl').find((one) => one < at && tree.preposition(one) === 'to');
  return (
    receiver !== undefined && /^NNS?$/.test(tree.token(at).xpos) && !isTimeNoun(tree, at) && tree.upos(verb) === 'VERB'
  );
}

/** "Helicopters of Danish make": who made a thing is not who is meant. */
export const isMake = (tree: Tree, at: number): boolean =>
  /^(?:make|manufacture|design|origin)$/.test(tree.lemma(at)) && tree.preposition(at) === 'of';

/** "A meeting at the level of ministers": the rank at which two sides meet is no third side. */
export const isRank = (tree: Tree, at: number): boolean =>
  [at, ...(tree.preposition(at) === 'of' ? [tree.head(at)] : [])].some(
    (word) => word >= 0 && tree.lemma(word) === 'level' && /^(?:at|on)$/.test(tree.preposition(word)),
  );

const ARMS = /^(?:radar|missile|interceptor|launcher|silo|installation|shield|battery|helicopter|jet|tank)s?$/;

/** "Afghan helicopters", "the helicopters of the air force": whether a phrase is headed by arms. */
export const isArms = (phrase: string): boolean =>
  ARMS.test(
    phrase
      .replace(/ (?:of|in|at|near|on) .*$/s, '')
      .split(' ')
      .at(-1) ?? '',
  );

/** "A radar in Oman", "jets of Danish make": where arms stand or were made says nothing of whose they are. */
export function isOfThing(tree: Tree, at: number): boolean {
  if (isMake(tree, at)) return true;
  const head = tree.head(at);
  return (
    tree.relation(at) === 'nmod' &&
    head >= 0 &&
    ARMS.test(tree.lemma(head)) &&
    /^(?:in|at|near)$/.test(tree.preposition(at))
  );
}
