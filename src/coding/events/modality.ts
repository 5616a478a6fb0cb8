// Whether an event happened: actual, planned, hypothetical or negated, from auxiliaries, negation and what governs it.
import type { Modality } from '../../model/items.ts';
import { type Course, courseOf, isMissed } from './course.ts';
import { isHeadlineInfinitive, isInfinitive, isUpcoming } from './grammar.ts';
import { onceAWord } from './once-a-word.ts';
import type { Tree } from './tree.ts';

const FUTURE: ReadonlySet<string> = new Set(['will', "'ll", 'shall', 'wo']);
const POSSIBLE: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'ca', 'should', 'must', 'ought']);
const NEGATIVE: ReadonlySet<string> = new Set(["n't", 'not', 'never', 'no', 'neither', 'nor', 'hardly']);
const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'lest']);
/** In the present these say what must come first: "until the troops have left"; in the past they tell of it. */
const TO_COME: ReadonlySet<string> = new Set(['until', 'till', 'before', 'once']);
/** Words that bring a clause along without making it less real. */
const BESIDE: ReadonlySet<string> = new Set(['advcl', 'acl:relcl', 'parataxis']);

/** What governing words make of what they govern (lexicon: governors.tsv). */
export type Governors = ReadonlyMap<string, Exclude<Modality, 'actual'>>;

/** What the verb group of a place says: its auxiliaries and negation, also those it shares with a verb before "and". */
export interface VerbGroup {
  readonly future: boolean;
  readonly would: boolean;
  readonly possible: boolean;
  readonly negated: boolean;
}

export const verbGroup = onceAWord((tree: Tree, at: number): VerbGroup => {
  const words = new Set<string>();
  const bare = tree.childIn(at, 'aux') === null;
  let place = at;
  for (let step = 0; step < 4; step += 1) {
    for (const child of tree.childrenIn(place, 'aux', 'cop'))
      if (!isMonth(tree, child, place)) words.add(tree.form(child));
    for (const child of tree.childrenIn(place, 'advmod', 'cc', 'det')) {
      if (NEGATIVE.has(tree.form(child)) && (place === at || bare)) words.add('not');
    }
    if (tree.childrenIn(place, 'nsubj').some((subject) => isNobody(tree, subject))) words.add('not');
    const above = tree.head(place);
    // "Will continue to supply": it is the supplying that will be.
    const goesOn = place === at && isGoingOn(tree, at, above);
    const shares = goesOn || (tree.deprel(place) === 'conj' && tree.childIn(place, 'aux', 'cop', 'nsubj') === null);
    if (!shares || above < 0 || tree.upos(above) !== 'VERB' || isFiniteBeside(tree, at, above)) break;
    place = above;
  }
  if (tree.childrenIn(at, 'obl').some((phrase) => isNever(tree, phrase))) words.add('not');
  const has = (group: ReadonlySet<string>) => [...words].some((word) => group.has(word));
  return {
    future: has(FUTURE),
    would: words.has('would') || words.has("'d"),
    possible: has(POSSIBLE),
    negated: words.has('not'),
  };
});

/** "He would send planes but ruled out troops": a finite verb takes nothing from the modal of the one before it. */
const isFiniteBeside = (tree: Tree, at: number, above: number): boolean =>
  /^VB[DZ]$/.test(tree.token(at).xpos) && tree.childrenIn(above, 'aux').some((aux) => tree.token(aux).xpos === 'MD');

/** "Under no circumstances", "at no time", "in no way". */
function isNever(tree: Tree, at: number): boolean {
  if (!/^(?:circumstance|condition|account|way|case|event|time|point|mean|means)$/.test(tree.lemma(at))) return false;
  return tree.childrenIn(at, 'det').some((child) => tree.form(child) === 'no');
}

const isGoingOn = (tree: Tree, at: number, above: number): boolean =>
  above >= 0 && tree.relation(at) === 'xcomp' && /^(?:continue|go|keep)$/.test(tree.lemma(above));

/** "The talks on 12 May ended": a month that the tagger took for the verb, which no past tense follows. */
function isMonth(tree: Tree, aux: number, verb: number): boolean {
  return tree.form(aux) === 'may' && tree.token(verb).xpos === 'VBD';
}

/** Auxiliaries by which a thing is said to be due. */
export const DUTY = /^(?:should|must|ought)$/;

/** "The ban should be lifted", "must keep the pact". */
export const isDue = (tree: Tree, at: number): boolean =>
  tree.childrenIn(at, 'aux').some((aux) => DUTY.test(tree.form(aux)));

/** "no troops", "none of the weapons": a negated noun phrase negates what is done to it. */
export function negatedPhrase(tree: Tree, at: number): boolean {
  if (/^(?:nothing|nobody|none)$/.test(tree.form(at))) return true;
  return tree.childrenIn(at, 'det', 'advmod', 'nummod').some((child) => /^(?:no|neither|not)$/.test(tree.form(child)));
}

/** "No soldier crossed the border", "none of the planes", "neither Chad nor Mali": who is said to have done it did not. */
function isNobody(tree: Tree, subject: number): boolean {
  if (/^(?:nobody|none|neither)$/.test(tree.form(subject))) return true;
  return tree.childrenIn(subject, 'det', 'cc', 'advmod').some((at) => {
    if (at > subject) return false;
    const next = at + 1 < tree.size ? tree.form(at + 1) : '';
    if (tree.form(at) === 'not') return /^(?:a|one|any)$/.test(next);
    return /^(?:no|neither)$/.test(tree.form(at)) && !/^(?:fewer|less|more|other|doubt)$/.test(next);
  });
}

/** "signed it without consulting Chad", "without prior talks", "instead of complying". */
function isWithout(tree: Tree, at: number): boolean {
  return tree.childrenIn(at, 'mark', 'case').some((child) => /^(?:without|instead)$/.test(tree.form(child)));
}

/** "if the bank asks", "unless it withdraws". */
export function conditionalClause(tree: Tree, at: number): boolean {
  if (at < 0) return false;
  // "Before Chad has left": at times parsed as if the word went with the subject.
  const heads = [
    ...tree.childrenIn(at, 'mark'),
    ...tree.childrenIn(at, 'nsubj').flatMap((noun) => tree.childrenIn(noun, 'case')),
  ];
  const marks = heads.map((mark) => tree.form(mark));
  return marks.some(
    (mark) => CONDITIONAL.has(mark) || (TO_COME.has(mark) && (isPresent(tree, at) || isAhead(tree, at))),
  );
}

/** Whether a clause hangs on one of things to come, whatever its own tense: "would not sign before Chad had left". */
function isAhead(tree: Tree, at: number): boolean {
  const head = tree.head(at);
  if (head < 0) return false;
  const { future, would } = verbGroup(tree, head);
  return future || would;
}

/** "When the envoys meet later this month": in the present, beside a coming time or a clause of things to come. */
function comingClause(tree: Tree, at: number): boolean {
  const when = tree.childrenIn(at, 'mark', 'advmod').some((word) => tree.form(word) === 'when');
  if (!when || !isPresent(tree, at)) return false;
  return isAhead(tree, at) || tree.phrase(at).some((word) => /^(?:later|next|coming|tomorrow)$/.test(tree.form(word)));
}

/** "Has Lima signed?", "Herald: And has Lima signed?": what is asked for by yes or no is open. */
export function isAskedWhether(tree: Tree): boolean {
  if (tree.form(tree.size - 1) !== '?') return false;
  const first = tree.tokens.findIndex(
    ({ upos }, at) => at >= behindLabel(tree) && upos !== 'PUNCT' && upos !== 'CCONJ',
  );
  return first >= 0 && tree.upos(first) === 'AUX';
}

/** The place behind the label of who asks: "Q:", "Question (Herald):". */
function behindLabel(tree: Tree): number {
  for (let at = 1; at < Math.min(tree.size, LONGEST_LABEL); at += 1) if (tree.form(at) === ':') return at + 1;
  return 0;
}

/** Whether a yes-or-no question asks for an act itself; parsers hang all that is asked on the label. */
const isAsked = (tree: Tree, at: number): boolean => !isBeside(tree, at) || tree.head(at) < behindLabel(tree);

/** In words and signs. */
const LONGEST_LABEL = 9;

/** "Why did Lima sign?": a question that takes for granted what it asks about. */
export const isAskedWhy = (tree: Tree): boolean => tree.form(tree.size - 1) === '?' && !isAskedWhether(tree);

/** Whether a verb stands in the plain present, so that a coming date makes it a plan: "The envoys meet on Sunday". */
export function isPlainPresent(tree: Tree, at: number): boolean {
  if (/^VB[PZ]$/.test(tree.token(at).xpos)) return true;
  if (tree.token(at).xpos !== 'VBG') return false;
  return tree.childrenIn(at, 'aux').some((aux) => /^(?:is|are|am|'s|'re)$/.test(tree.form(aux)));
}

/** Whether a clause of condition hangs on a verb, on the one that governs it or on its complement. */
export function hasCondition(tree: Tree, at: number): boolean {
  return [at, tree.head(at), ...tree.childrenIn(at, 'xcomp')].some(
    (head) => head >= 0 && tree.childrenIn(head, 'advcl').some((clause) => conditionalClause(tree, clause)),
  );
}

/**
 * The modality of an event from its own verb group and from what stands above it, innermost first:
 * "will meet" planned, "may meet" hypothetical, "no plans to meet" negated, "began to meet" actual.
 */
export function findModality(tree: Tree, trigger: number, objects: readonly number[], governors: Governors): Modality {
  if (conditionalClause(tree, trigger)) return 'hypothetical';
  if (comingClause(tree, trigger)) return 'planned';
  const course = courseOf(tree, trigger) ?? undone(tree, trigger, objects);
  const become = course && ofCourse(tree, course, governors);
  if (become) return become;
  const described = ofAdjective(tree, trigger);
  if (described) return fromAbove(tree, trigger, governors) === 'negated' ? 'negated' : described;
  if (isHeadlineInfinitive(tree, trigger) || isUpcoming(tree, trigger)) return 'planned';
  const group = verbGroup(tree, trigger);
  if (group.negated || isWithout(tree, trigger)) return 'negated';
  if ([trigger, ...objects].some((at) => negatedPhrase(tree, at))) return 'negated';
  if (group.would && !group.possible && isForetold(tree, trigger)) return 'planned';
  if (group.possible || group.would) return 'hypothetical';
  if (isArranged(tree, trigger)) return 'planned';
  const above = fromAbove(tree, trigger, governors);
  if (above !== 'negated' && isAskedWhether(tree) && isAsked(tree, trigger)) return 'hypothetical';
  if (group.future) return above === 'hypothetical' ? above : 'planned';
  return above === 'planned' && hasCondition(tree, trigger) ? 'hypothetical' : above;
}

/** "The meeting was to be held in Riga but fell through": what another verb says of what is held. */
function undone(tree: Tree, trigger: number, objects: readonly number[]): Course | null {
  const courses = objects.map((at) => courseOf(tree, at));
  return courses.find((course) => course !== null && course.verb !== trigger && course.how !== 'held') ?? null;
}

/** What the verb that tells of a gathering makes of it; null where it was held, or is not said to be off. */
function ofCourse(tree: Tree, { verb, how, until }: Course, governors: Governors): Modality | null {
  const { future, would, possible, negated } = verbGroup(tree, verb);
  if (conditionalClause(tree, verb)) return 'hypothetical';
  if (how === 'held') {
    if (future || isArranged(tree, verb)) return 'planned';
    return would && isForetold(tree, verb) ? 'planned' : null;
  }
  if (possible || would || fromAbove(tree, verb, governors) === 'hypothetical') return 'hypothetical';
  const stays = negated && !isMissed(tree, verb);
  return stays || (how === 'moved' && until !== null) ? 'planned' : 'negated';
}

/** "Said that the envoys would meet in May": the future of what was said, where no condition hangs on it. */
export function isForetold(tree: Tree, at: number): boolean {
  const above = tree.head(at);
  if (tree.relation(at) !== 'ccomp' || above < 0 || tree.token(above).xpos !== 'VBD') return false;
  return FORETELLING.test(tree.lemma(above)) && !hasCondition(tree, at);
}

const FORETELLING = /^(?:say|announce|tell|add|declare|confirm|report|agree|reveal|disclose)$/;

/** "The envoys are to meet", "a frigate that was to join". */
function isArranged(tree: Tree, at: number): boolean {
  if (!isInfinitive(tree, at)) return false;
  const own = tree.childrenIn(at, 'aux', 'cop').some((child) => BEING.test(tree.form(child)));
  const head = tree.head(at);
  const below = head >= 0 && BEING.test(tree.form(head)) && ['xcomp', 'ccomp'].includes(tree.relation(at));
  return own || below;
}

const BEING = /^(?:is|are|was|were|am)$/;

/** "a possible strike", "the planned visit". */
function ofAdjective(tree: Tree, noun: number): Modality | null {
  if (tree.upos(noun) !== 'NOUN') return null;
  const words = tree.childrenIn(noun, 'amod').map((at) => tree.form(at));
  if (words.some((word) => /^(?:possible|potential|eventual|hypothetical|alleged|threatened)$/.test(word)))
    return 'hypothetical';
  if (words.some((word) => /^(?:planned|upcoming|forthcoming|proposed|scheduled|future|impending|coming)$/.test(word)))
    return 'planned';
  return null;
}

function isBeside(tree: Tree, at: number): boolean {
  return BESIDE.has(tree.deprel(at)) || BESIDE.has(tree.relation(at)) || isReducedRelative(tree, at);
}

/** "The draft tabled by Chad would ban it": what was done to a thing is told, whatever the thing would do. */
function isReducedRelative(tree: Tree, at: number): boolean {
  const noun = tree.head(at);
  if (tree.deprel(at) !== 'acl' || tree.token(at).xpos !== 'VBN' || noun < 0) return false;
  // "Prevented a march staged by students": what is stopped was not done.
  if (tree.relation(noun) !== 'nsubj') return false;
  return !tree.childrenIn(noun, 'det').some((word) => /^(?:any|no)$/.test(tree.form(word)));
}

function fromAbove(tree: Tree, trigger: number, governors: Governors): Modality {
  let below = trigger;
  for (const above of tree.ancestors(trigger, 6)) {
    const found = underWord(tree, below, above, governors);
    if (found) return found;
    // "If Sudan goes on building": a gerund without a subject is a part of the clause it goes with.
    const goesOn = tree.token(below).xpos === 'VBG' && tree.childIn(below, 'nsubj') === null;
    if (isBeside(tree, below) && !goesOn) return 'actual';
    if (conditionalClause(tree, above)) return 'hypothetical';
    if (isBeside(tree, below)) return 'actual';
    below = above;
  }
  return 'actual';
}

/** What one governing word makes of what is below it, null where it leaves that open. */
function underWord(tree: Tree, below: number, above: number, governors: Governors): Modality | null {
  const relation = tree.relation(below);
  const made = governors.get(governing(tree, above)) ?? null;
  const group = verbGroup(tree, above);
  switch (relation) {
    case 'obl':
    case 'nmod': {
      const preposition = tree.preposition(below);
      if (/^(?:without|instead of|short of)$/.test(preposition)) return 'negated';
      if (preposition === 'in' && isPointless(tree, above)) return 'negated';
      return tree.upos(above) === 'NOUN' && preposition === 'of' ? made : null;
    }
    case 'csubj':
    case 'nsubj':
      // "A meeting of the two is scheduled for May".
      // "His visit was meant as a message": what is said of its purpose.
      if (
        tree.deprel(below) === 'nsubj:pass' &&
        made === 'planned' &&
        !/^(?:mean|aim|intend|design)$/.test(tree.lemma(above))
      )
        return made;
      return group.would || group.possible ? 'hypothetical' : null;
    case 'conj':
      return null;
    case 'ccomp':
      if (made) return made;
      return group.possible && tree.lemma(above) === 'be' ? 'hypothetical' : null;
    case 'acl':
    case 'advcl':
      if (tree.deprel(below) === 'acl:relcl') return null;
      if (!isMarked(tree, below)) {
        // "could end up sharing", "will go on sharing": an unmarked gerund is as real as the verb it goes with.
        const bare = relation === 'advcl' && tree.token(below).xpos === 'VBG';
        if (bare && made === 'negated' && isNext(tree, above, below)) return group.negated ? 'actual' : made;
        if (bare && group.future) return 'planned';
        return bare && (group.possible || group.would) ? 'hypothetical' : null;
      }
      if (negatedPhrase(tree, above)) return 'negated';
      if (isRanked(tree, above, below)) return null;
      return made ?? (relation === 'acl' ? 'hypothetical' : null);
    case 'xcomp':
    case 'obj': {
      // "Consider it unacceptable", "call it illegal": an adjective is said, not considered doing.
      if (tree.upos(below) === 'ADJ' && !isInfinitive(tree, below)) return group.negated ? 'negated' : null;
      if (made) return group.negated && made === 'negated' ? 'actual' : made;
      if (group.negated) return 'negated';
      if (group.future) return 'planned';
      return group.possible || group.would ? 'hypothetical' : null;
    }
    default:
      return null;
  }
}

/** "Sees little point in talks", "no use in a meeting". */
function isPointless(tree: Tree, noun: number): boolean {
  return (
    /^(?:point|use|sense|merit|value|purpose)$/.test(tree.lemma(noun)) &&
    tree.childrenIn(noun, 'det', 'amod').some((word) => /^(?:no|little|scant)$/.test(tree.form(word)))
  );
}

/** How the table of governors names a verb: with its particle, which makes it another one ("held off signing", "set up"). */
function governing(tree: Tree, at: number): string {
  const particle = tree.childrenOf(at).find((child) => isParticle(tree, child));
  if (particle !== undefined) return `${tree.lemma(at)} ${tree.form(particle)}`;
  // "Held off ratifying": parsers give the particle to the gerund.
  const next = at + 1 < tree.size && tree.relation(at + 1) === 'mark' ? tree.form(at + 1) : '';
  return /^(?:off|out|away)$/.test(next) ? `${tree.lemma(at)} ${next}` : tree.lemma(at);
}

/** "Held off signing", where nothing stands between; not "abandoned the talks, blaming Chad". */
const isNext = (tree: Tree, verb: number, gerund: number): boolean =>
  gerund > verb && tree.childrenOf(verb).every((child) => child < verb || child >= gerund || isParticle(tree, child));

const isParticle = (tree: Tree, at: number): boolean => tree.deprel(at) === 'compound:prt';

/** "Became the first member to send arms", "is the only state to have signed": it did so. */
export function isRanked(tree: Tree, noun: number, infinitive: number): boolean {
  // "The only states with the means to destroy it": the means are what is meant.
  if (!tree.childrenIn(infinitive, 'mark').includes(noun + 1)) return false;
  const ranks = [noun, ...tree.childrenIn(noun, 'amod')].some((at) => RANK.test(tree.form(at)));
  const linked = tree.relation(noun) === 'xcomp' ? tree.head(noun) : -1;
  const predicate = tree.childIn(noun, 'cop') !== null ? noun : linked;
  if (!ranks || predicate < 0) return false;
  const { future, would, possible, negated } = verbGroup(tree, predicate);
  return !future && !would && !possible && !negated;
}

const RANK = /^(?:first|second|third|fourth|fifth|last|latest|only|sole)$/;

/** An infinitive, or a gerund after a preposition. */
function isMarked(tree: Tree, at: number): boolean {
  return isInfinitive(tree, at) || (tree.token(at).xpos === 'VBG' && tree.childIn(at, 'mark', 'case') !== null);
}

/** Whether a clause stands in the present or present perfect: "leaves", "have left". */
function isPresent(tree: Tree, at: number): boolean {
  if (/^VB[PZ]$/.test(tree.token(at).xpos)) return true;
  return tree.childrenIn(at, 'aux', 'aux:pass', 'cop').some((aux) => /^VB[PZ]$/.test(tree.token(aux).xpos));
}
