// The agreements register: what the text says happened to each agreement, and what it binds to.
import type { Timex } from '../../model/analysis.ts';
import type {
  Agreement,
  Development,
  DevelopmentKind,
  Entity,
  Event,
  EventTime,
  Obligation,
  Statement,
} from '../../model/items.ts';
import { contains, hull, overlaps, type Span } from '../../model/span.ts';
import { isInfinitive, isPassive } from '../events/grammar.ts';
import { findModality, isAskedWhether, negatedPhrase, verbGroup } from '../events/modality.ts';
import { isOwnTime } from '../events/own-times.ts';
import { Parties } from '../events/parties.ts';
import { UNWILLING } from '../events/standing.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { nearby } from '../nearby.ts';
import { voiceOf } from '../voice.ts';
import { anniversaryAt } from './anniversaries.ts';
import { withRefusals } from './answered-proposals.ts';
import { datedBy, UNDATED } from './dated-by.ts';
import { DisjointSpans } from './disjoint-spans.ts';
import { groundsAt } from './grounds.ts';
import type { DerivedInput } from './input.ts';
import { isOfEvent } from './of-event.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';
import { nameAgreements } from './unnamed-agreements.ts';

const eventsNear = nearby<Event>(({ trigger, evidence }) => [trigger, evidence]);
const statementsNear = nearby<Statement>(({ content }) => content);
const timesNear = nearby<Timex>(({ span }) => [span]);

/**
 * The developments and obligations of each agreement of the register, in the order of the text.
 * "Kenya ratified the convention", "the pact entered into force", "Lima's proposal for a charter", "the treaty bans ...".
 */
export function findAgreements(
  so: DerivedInput,
  lexicon: { readonly events: EventLexicon; readonly entities: Pick<EntityLexicon, 'concluded'> },
): readonly Agreement[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const agreements: Agreement[] = [];
  nameAgreements(so, index);
  for (const entity of so.register.all()) {
    if (entity.kind !== 'agreement') continue;
    const developments: Development[] = [];
    const told = new Map<DevelopmentKind, DisjointSpans>();
    const obligations: Obligation[] = [];
    const bound = new DisjointSpans();
    for (const span of [
      ...entity.mentions.map((mention) => mention.span),
      ...pronounsFor(so, index, entity, lexicon.events),
    ]) {
      const placed = index.place(span);
      if (!placed) continue;
      for (const development of developmentsAt(so, index, entity, placed, span, lexicon.events)) {
        if (isPast(so, lexicon.entities.concluded.get(entity.name), development)) continue;
        if (isNew(index, told, development)) developments.push(development);
      }
      const obligation = obligationAt(placed, lexicon.events);
      if (obligation && bound.add(obligation.evidence)) obligations.push(obligation);
    }
    if (developments.length || obligations.length) agreements.push({ entity: entity.id, developments, obligations });
  }
  return withRefusals(so, index, agreements);
}

/** "Discussed the Minsk agreements" long after they were signed: who talks of them does not make them. */
function isPast({ head }: DerivedInput, concluded: string | undefined, { what, time }: Development): boolean {
  if (what !== 'negotiated' || concluded === undefined) return false;
  const told = time ?? head.published.value;
  return told === null || told > concluded;
}

/**
 * What the words round a mention tell: an anniversary; a clause on it and the words over it each for themselves ("rebuffed a plan
 * for a charter, which Lima put forward in May" tells of a proposal and of its rejection); else an event, or a deed under it.
 */
function developmentsAt(
  so: DerivedInput,
  index: SentenceIndex,
  entity: Entity,
  placed: Placed,
  span: Span,
  lexicon: EventLexicon,
): readonly Development[] {
  const anniversary = anniversaryAt(so, placed);
  if (anniversary) return [anniversary];
  const { tree, at } = placed;
  const clauses = tree.childrenIn(at, 'acl').filter((child) => tree.upos(child) === 'VERB');
  const below = firstTold(so, placed, [...clauses, ...strayRelatives(so, placed)], lexicon);
  const above = firstTold(so, placed, governorsOf(placed, 6, true), lexicon);
  const joined = joinedVerbs(tree, at).flatMap((verb) => firstTold(so, placed, [verb], lexicon) ?? []);
  if (below || above || joined.length) return [below, above, ...joined].flatMap((development) => development ?? []);
  const other = fromEvent(so, index, entity.id, span) ?? doneUnder(so, entity, placed, lexicon);
  return other ? [other] : [];
}

/** "The pact was signed in May and entered into force in June": verbs joined to the first share its subject. */
function joinedVerbs(tree: Tree, at: number): readonly number[] {
  const verb = tree.head(at);
  if (verb < 0 || tree.relation(at) !== 'nsubj') return [];
  return tree
    .childrenIn(verb, 'conj')
    .filter((other) => tree.upos(other) === 'VERB' && tree.childIn(other, 'nsubj', 'nsubj:pass') === null);
}

/**
 * Whether it is told for the first time, which it then has been. Told again are the same words, and a noun without a date after
 * a verb told it: "suspended the treaty ... the suspension of the treaty".
 */
function isNew(
  index: SentenceIndex,
  told: Map<DevelopmentKind, DisjointSpans>,
  { what, evidence, time }: Development,
): boolean {
  const known = told.get(what);
  if (known === undefined) told.set(what, new DisjointSpans([evidence]));
  else if ((time === null && isNoun(index, evidence)) || !known.add(evidence)) return false;
  return true;
}

function isNoun(index: SentenceIndex, evidence: Span): boolean {
  const placed = index.place(evidence);
  return placed?.tree.upos(placed.at) === 'NOUN';
}

/** "It" at the head of the sentence after one that names the agreement: "... a charter. It contains good rules." */
function pronounsFor(so: DerivedInput, index: SentenceIndex, entity: Entity, lexicon: EventLexicon): readonly Span[] {
  const followers = new Set(entity.mentions.map(({ span }) => index.sentenceAt(span[0]) + 1));
  return [...followers].flatMap((sentence): Span[] => {
    const first = so.tokens.at(sentence)?.findIndex(({ upos }) => upos !== 'PUNCT') ?? -1;
    if (first < 0) return [];
    const tree = index.tree(sentence);
    const known = so.register.at(tree.span(first));
    // What contains or provides is a document, whoever else the pronoun might be.
    const verb = tree.head(first) < 0 ? '' : tree.lemma(tree.head(first));
    const documentary = verb === 'contain' || lexicon.derived.obligations.has(verb);
    const free = known === null || known.id === entity.id || documentary;
    return free && tree.form(first) === 'it' && tree.relation(first) === 'nsubj' ? [tree.span(first)] : [];
  });
}

/** Types that say something of an agreement in their evidence. */
const DEVELOPING: ReadonlySet<Event['type']> = new Set(['REJECT', 'REQUEST', 'AGREE', 'SUPPORT', 'SANCTION', 'ACCUSE']);

/** The development that the first telling one of some words states of the agreement mentioned. */
function firstTold(
  so: DerivedInput,
  placed: Placed,
  words: readonly number[],
  lexicon: EventLexicon,
): Development | null {
  const { tree, at } = placed;
  for (const word of words) {
    const out = isOutOf(tree, word) ? lexicon.derived.developments.get('withdraw') : undefined;
    const known =
      out ?? lexicon.derived.developments.get(tree.lemma(word)) ?? lexicon.derived.developments.get(tree.form(word));
    if (!known) continue;
    if (known.what === 'entered-into-force' && !/\b(?:force|effect)\b/.test(tree.text.slice(...clauseSpan(tree, word))))
      continue;
    const nobody = tree.childrenIn(word, 'nsubj', 'nsubj:pass').some((subject) => negatedPhrase(tree, subject));
    const negated = nobody || isUnwilled(tree, word) || verbGroup(tree, word).negated || negatedPhrase(tree, at);
    const what = tree.lemma(word) === 'need' ? needed(placed, word, lexicon) : negated ? known.negated : known.what;
    if (!what) return null;
    const evidence = clauseSpan(tree, word);
    const event = eventOver(so.events, evidence, tree.span(word));
    const statement = statementsNear(so.statements, tree.span(word)).find(({ content }) =>
      content.some((piece) => overlaps(piece, tree.span(word))),
    );
    const accused = what === 'violated' && (statement !== undefined || event?.type === 'ACCUSE');
    const stated = event ? refine(what, event) : accused ? 'accused-of-violation' : what;
    const told = stated === 'amended' && isWished(tree, word, lexicon) ? 'amendment-proposed' : stated;
    if (told === what && !accused && !isTold(tree, word, event, lexicon)) continue;
    const by = accused ? accusers(event, statement?.speaker ?? []) : doers(so, placed, word, event, lexicon);
    return {
      what: told,
      by,
      ...datedBy(timeOf(so, tree, word, evidence, event)),
      evidence,
      grounds: groundsAt(so, tree.span(word)),
      rule: known.rule,
      why: `*${tree.form(word)}* + agreement -> ${what}`,
    };
  }
  return null;
}

/** "In no hurry to ratify the pact". */
function isUnwilled(tree: Tree, verb: number): boolean {
  const noun = tree.head(verb);
  return tree.relation(verb) === 'acl' && noun >= 0 && UNWILLING.test(tree.lemma(noun)) && negatedPhrase(tree, noun);
}

/** "Pulled out of the pact", "walked out of it". */
function isOutOf(tree: Tree, verb: number): boolean {
  if (!/^(?:pull|walk|back|drop|opt|bow|step)$/.test(tree.lemma(verb))) return false;
  const next = verb + 2 < tree.size ? `${tree.form(verb + 1)} ${tree.form(verb + 2)}` : '';
  return next === 'out of';
}

/**
 * "The pact, which guards the river mouth, which came into force in May": a clause on what only agreements do belongs to the
 * agreement before it, wherever the parser hangs it.
 */
function strayRelatives(so: DerivedInput, { tree, at }: Placed): readonly number[] {
  // Longer sentences are lists.
  if (tree.size > 400) return [];
  const own = so.register.at(tree.span(at));
  const next = tree.tokens.findIndex((_, place) => {
    const entity = place > at ? so.register.at(tree.span(place)) : null;
    return entity?.kind === 'agreement' && entity !== own;
  });
  return tree.tokens.flatMap((_, place) => {
    if (place <= at || (next >= 0 && place > next) || tree.deprel(place) !== 'acl:relcl') return [];
    const noun = tree.head(place);
    const legal = /^(?:enter|come)$/.test(tree.lemma(place)) || tree.lemma(place) === 'ratify';
    return legal && noun !== at && so.register.at(tree.span(noun))?.kind !== 'agreement' ? [place] : [];
  });
}

/** "See no need for a new pact", "the pact needs an update". */
function needed({ tree }: Placed, word: number, lexicon: EventLexicon): DevelopmentKind | null {
  const above = tree.head(word);
  const isDenied = (at: number) => at >= 0 && (verbGroup(tree, at).negated || negatedPhrase(tree, at));
  if (isDenied(word) || (tree.upos(word) === 'NOUN' && isDenied(above))) return 'rejected';
  const wanted = tree.childrenIn(word, 'obj').some((noun) => {
    const known =
      lexicon.derived.developments.get(tree.lemma(noun)) ?? lexicon.derived.developments.get(tree.form(noun));
    return known?.what === 'amended';
  });
  return wanted ? 'amendment-proposed' : null;
}

/** "Peru wants to update the pact", "insists on updating it": to wish or plan a change is to propose it. */
function isWished(tree: Tree, word: number, { governors }: EventLexicon): boolean {
  if (tree.upos(word) !== 'VERB' || isAskedWhether(tree)) return false;
  const above = tree.head(word);
  const pressed = tree.token(word).xpos === 'VBG' && above >= 0 && PRESSING.test(tree.lemma(above));
  if (pressed) return !verbGroup(tree, above).negated;
  if (!isInfinitive(tree, word)) return false;
  return ['hypothetical', 'planned'].includes(findModality(tree, word, [], governors));
}

const PRESSING =
  /^(?:insist|press|push|call|urge|argue|plead|lobby|propose|suggest|advocate|favour|favor|discuss|consider)$/;

/**
 * Whether the text tells a development as done: not "unless Lima ratifies the pact", "they will sign it",
 * "has the pact been signed?"; what is announced with a date is done by being announced ("to suspend the treaty").
 */
function isTold(tree: Tree, word: number, event: Event | undefined, lexicon: EventLexicon): boolean {
  if (isAskedWhether(tree)) return false;
  if (event && overlaps(event.trigger, tree.span(word)) && event.modality === 'actual')
    return event.type !== 'AGREE' || !verbGroup(tree, word).future;
  if (tree.upos(word) !== 'VERB') return true;
  const modality = findModality(tree, word, [], lexicon.governors);
  const announced = modality === 'planned' && tree.lemma(word) === 'suspend';
  return modality === 'actual' || modality === 'negated' || announced;
}

/**
 * The date that the development's own words give ("entered into force in September 2007", also where no event is read),
 * else that of the event which states it.
 */
function timeOf(so: DerivedInput, tree: Tree, word: number, evidence: Span, event: Event | undefined): EventTime {
  const dated = event?.time.basis === 'expression' || (event?.modality === 'actual' && tree.upos(word) === 'VERB');
  const stated = event && dated ? event.time : UNDATED;
  if (tree.upos(word) !== 'VERB' || event?.time.basis === 'expression') return stated;
  const own = timesNear(so.times, evidence).find(
    (timex) =>
      (timex.type === 'DATE' || timex.type === 'TIME') &&
      /^\d{4}/.test(timex.value) &&
      contains(evidence, timex.span) &&
      !datesAgreement(so, tree, timex.span) &&
      isOwnTime(tree, word, timex, so.register),
  );
  return own ? { value: own.value.slice(0, 10), basis: 'expression' } : stated;
}

/** "The 1997 Act", "the Document of 2011": the year belongs to the name. */
function datesAgreement(so: DerivedInput, tree: Tree, span: Span): boolean {
  return tree.tokens.some((token, at) => {
    const above = tree.head(at);
    if (!overlaps(token.span, span) || above < 0 || overlaps(tree.span(above), span)) return false;
    return tree.upos(above) !== 'VERB' && so.register.at(tree.span(above))?.kind === 'agreement';
  });
}

/** What an event about an agreement makes of it where no word over the mention says so. */
const BY_TYPE: Readonly<Partial<Record<Event['type'], DevelopmentKind>>> = {
  AGREE: 'agreed',
  REJECT: 'rejected',
  SANCTION: 'suspended',
  REQUEST: 'proposed',
};
/** CAMEO's code for signing and ratifying. */
const SIGNING = '057';

function fromEvent(so: DerivedInput, index: SentenceIndex, entity: string, mention: Span): Development | null {
  const sentence = index.sentenceAt(mention[0]);
  // "agreed on what they called a charter": the event before it in its sentence, where that is about nothing else.
  const leads = ({ about, trigger }: Event) =>
    !about.length && trigger[1] <= mention[0] && index.sentenceAt(trigger[0]) === sentence;
  const event =
    eventsNear(so.events, mention).find(
      ({ about, evidence }) => about.includes(entity) && contains(evidence, mention),
    ) ?? eventsNear(so.events, so.sentences[sentence]?.span ?? mention).find(leads);
  const what = event && (event.cameo === SIGNING ? 'signed' : BY_TYPE[event.type]);
  if (!event || !what || event.modality !== 'actual' || !isOfEvent(index, event, mention)) return null;
  // "Chad denied it": a reproach is denied, not the agreement that was last named.
  if (
    event.type === 'REJECT' &&
    so.document.text
      .slice(...event.trigger)
      .toLowerCase()
      .startsWith('den')
  )
    return null;
  return {
    what,
    by: event.actor,
    ...datedBy(event.time),
    evidence: event.evidence,
    grounds: [event.id],
    rule: event.rule ?? event.type,
    why: `${event.type} about the agreement -> ${what}`,
  };
}

/** An attitude towards the development is the development: a refused amendment is a rejected one. */
function refine(what: DevelopmentKind, event: Event): DevelopmentKind {
  if (what === 'violated' && event.type === 'ACCUSE') return 'accused-of-violation';
  if (what === 'amended' && event.type === 'REQUEST') return 'amendment-proposed';
  if (what === 'amended' && event.type === 'REJECT') return 'amendment-rejected';
  if (what === 'ratified' && event.type === 'REJECT') return 'not-ratified';
  if (event.type === 'REJECT' && ['proposed', 'adopted', 'agreed', 'signed'].includes(what)) return 'rejected';
  return what;
}

function eventOver(events: readonly Event[], evidence: Span, word: Span): Event | undefined {
  const near = eventsNear(events, hull(evidence, word));
  const about = near.filter(({ type }) => DEVELOPING.has(type));
  return (
    near.find(({ trigger }) => overlaps(trigger, word)) ??
    about.find(({ trigger }) => overlaps(trigger, evidence)) ??
    about.find((event) => contains(event.evidence, word))
  );
}

function accusers(event: Event | undefined, speakers: readonly string[]): readonly string[] {
  return event?.type === 'ACCUSE' ? event.actor : speakers;
}

/** Nouns for what only the parties do. */
const CONCLUDING = /^(?:signing|signature|ratification|adoption|conclusion|implementation|entry)$/;

/** Who did it: the event's actors, the possessor of the mention ("Oman's proposal"), or the clause's subject. */
function doers(
  so: DerivedInput,
  { tree, at }: Placed,
  word: number,
  event: Event | undefined,
  lexicon: EventLexicon,
): readonly string[] {
  if (event && overlaps(event.trigger, tree.span(word))) return event.actor;
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements, voiceOf(so));
  // "Came into force for Finland".
  if (/^(?:enter|come)$/.test(tree.lemma(word))) {
    const marked = tree.childrenIn(word, 'obl', 'nsubj').filter((child) => tree.preposition(child) === 'for');
    return parties.ofAll(marked, { groups: false });
  }
  const own = parties.ofAll(tree.childrenIn(tree.upos(word) === 'NOUN' ? word : at, 'nmod:poss'), { groups: false });
  if (own.length) return own;
  if (isJudged(tree, word)) return parties.ofAll(byPhrases(tree, [word, at, tree.head(word)]), { groups: false });
  // "Peru sees no need for the pact": whose object says it.
  const verb = tree.upos(word) === 'NOUN' && tree.relation(word) === 'obj' ? tree.head(word) : word;
  const subjects = parties.ofAll(
    logicalSubjects(tree, verb).filter((place) => place !== at),
    { groups: false },
  );
  if (subjects.length) return subjects;
  // "The act was signed", "entered into force", "the signing of the act": whoever tells it did not do it.
  if (isPassive(tree, word) || CONCLUDING.test(tree.lemma(word))) return [];
  return event?.actor ?? innermostStatement(so.statements, tree.span(word))?.speaker ?? [];
}

/** "Welcomed the ratification of the pact by Chad": whoever judges it did not do it. */
function isJudged(tree: Tree, noun: number): boolean {
  const verb = tree.head(noun);
  return (
    CONCLUDING.test(tree.lemma(noun)) && tree.relation(noun) === 'obj' && verb >= 0 && JUDGING.test(tree.lemma(verb))
  );
}

const JUDGING =
  /^(?:welcome|praise|hail|applaud|note|urge|condemn|regret|criticise|criticize|recall|mark|celebrate|await|support|oppose|demand|deplore|commend|encourage)$/;

/** Those behind "by", wherever the parse hangs it. */
function byPhrases(tree: Tree, heads: readonly number[]): readonly number[] {
  return heads
    .filter((head) => head >= 0)
    .flatMap((head) => tree.childrenIn(head, 'nmod', 'obl'))
    .filter((child) => tree.preposition(child) === 'by')
    .flatMap((child) => tree.coordinated(child));
}

/** Agreements that say what is to be done, so that what is done under them carries them out. */
const PLANS = /\b(?:plan|programme|program|roadmap|road map|initiative)\b/i;

/** "Under the action plan the two sides exchange information": a plan is implemented by what is done under it. */
function doneUnder(so: DerivedInput, entity: Entity, placed: Placed, lexicon: EventLexicon): Development | null {
  const { tree, at } = placed;
  const verb = tree.head(at);
  if (!PLANS.test(entity.name) || verb < 0 || tree.upos(verb) !== 'VERB') return null;
  if (
    tree.relation(at) !== 'obl' ||
    tree.preposition(at) !== 'under' ||
    lexicon.derived.obligations.has(tree.lemma(verb))
  )
    return null;
  if (findModality(tree, verb, [], lexicon.governors) !== 'actual') return null;
  return {
    what: 'implemented',
    by: isPassive(tree, verb) ? [] : doers(so, placed, verb, undefined, lexicon),
    time: null,
    evidence: clauseSpan(tree, verb),
    grounds: groundsAt(so, tree.span(verb)),
    rule: 'done-under-plan',
    why: `*${tree.form(verb)}* under the plan -> implemented`,
  };
}

/** What an agreement binds to: its own verb ("the treaty limits tanks"), or a duty "under the treaty". */
function obligationAt({ tree, at }: Placed, lexicon: EventLexicon): Obligation | null {
  const verb = tree.head(at);
  if (verb < 0 || tree.upos(verb) !== 'VERB') return null;
  const binds = tree.relation(at) === 'nsubj' && lexicon.derived.obligations.has(tree.lemma(verb));
  const under =
    tree.relation(at) === 'obl' && /^(?:under|by|in accordance with|according to)$/.test(tree.preposition(at));
  const duty =
    under &&
    (lexicon.derived.obligations.has(tree.lemma(verb)) ||
      tree.childrenIn(verb, 'aux').some((aux) => /^(?:must|shall|should|may|will|can)$/.test(tree.form(aux))));
  if (!binds && !duty) return null;
  return { evidence: clauseSpan(tree, verb), rule: 'obligations.tsv', why: `agreement + *${tree.form(verb)}*` };
}
