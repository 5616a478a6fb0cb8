// The agreements register: what the text says happened to each agreement, and what it binds to.
import type { Annotations } from '../../model/annotations.ts';
import type { Agreement, Development, DevelopmentKind, Entity, Event, Obligation } from '../../model/items.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import { isInfinitive, isPassive } from '../events/grammar.ts';
import { findModality, isAskedWhether, negatedPhrase, verbGroup } from '../events/modality.ts';
import { isOwnTime } from '../events/own-times.ts';
import { Parties } from '../events/parties.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { matterName } from './matter-name.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';

export type DerivedInput = Pick<
  Annotations,
  'document' | 'sentences' | 'tokens' | 'times' | 'register' | 'statements' | 'events'
>;

/**
 * The developments and obligations of each agreement of the register, in the order of the text.
 * "Kenya ratified the convention", "the pact entered into force", "Lima's proposal for a charter", "the treaty bans ...".
 */
export function findAgreements(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Agreement[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const agreements: Agreement[] = [];
  nameAgreements(so, index);
  for (const entity of so.register.all()) {
    if (entity.kind !== 'agreement') continue;
    const developments: Development[] = [];
    const obligations: Obligation[] = [];
    for (const span of [
      ...entity.mentions.map((mention) => mention.span),
      ...pronounsFor(so, index, entity, lexicon.events),
    ]) {
      const placed = index.place(span);
      if (!placed) continue;
      for (const development of developmentsFor(so, index, entity, placed, lexicon.events)) {
        if (
          !developments.some(
            (known) => known.what === development.what && overlaps(known.evidence, development.evidence),
          )
        )
          developments.push(development);
      }
      const obligation = obligationAt(placed, lexicon.events);
      if (obligation && !obligations.some((known) => overlaps(known.evidence, obligation.evidence)))
        obligations.push(obligation);
    }
    if (developments.length || obligations.length) agreements.push({ entity: entity.id, developments, obligations });
  }
  return agreements;
}

/**
 * What the words round a mention tell: a clause on it and the words over it each for themselves ("rebuffed a plan for a charter,
 * which Lima put forward in May" tells of a proposal and of its rejection), else an event.
 */
function developmentsFor(
  so: DerivedInput,
  index: SentenceIndex,
  entity: Entity,
  placed: Placed,
  lexicon: EventLexicon,
): readonly Development[] {
  const { tree, at } = placed;
  const below = tree.childrenIn(at, 'acl').filter((child) => tree.upos(child) === 'VERB');
  const told = [below, governorsOf(placed, 6, true)].flatMap(
    (words) => developmentIn(so, placed, words, lexicon) ?? [],
  );
  if (told.length) return told;
  const event = fromEvent(so, index, entity.id, tree.span(at)) ?? doneUnder(so, entity, placed, lexicon);
  return event ? [event] : [];
}

/** "It" at the head of the sentence after one that names the agreement: "... a charter. It contains good rules." */
function pronounsFor(so: DerivedInput, index: SentenceIndex, entity: Entity, lexicon: EventLexicon): readonly Span[] {
  const followers = new Set(entity.mentions.map(({ span }) => index.sentenceAt(span[0]) + 1));
  return [...followers].flatMap((sentence): Span[] => {
    const first = so.tokens[sentence]?.findIndex(({ upos }) => upos !== 'PUNCT') ?? -1;
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

/** Nouns for an agreement, or for the proposal of one, that a text may leave without a name. */
const DOCUMENTS =
  /^(?:agreement|deal|treaty|accord|pact|memorandum|protocol|convention|proposal|declaration|truce|charter|plan|list|initiative|package|programme|program)$/;
const MAKING: ReadonlySet<Event['type']> = new Set(['AGREE', 'SUPPORT', 'REQUEST', 'REJECT']);

/** Adds the agreements that have no name but are signed, struck, proposed or refused here: "a deal on grain exports". */
function nameAgreements(so: DerivedInput, index: SentenceIndex): void {
  for (const event of so.events) {
    const placed = MAKING.has(event.type) ? index.place(event.trigger) : null;
    if (!placed) continue;
    const { tree, at } = placed;
    for (const noun of tree.childrenIn(at, 'obj', 'nsubj:pass')) {
      if (!DOCUMENTS.test(tree.lemma(noun)) || names(so, tree, noun)) continue;
      const matter = matterName(tree, noun);
      const sides = event.actor.flatMap((id) => so.register.get(id)?.name ?? []);
      if (!matter && sides.length < 2) continue;
      const name = matter?.name ?? `${tree.lemma(noun)} between ${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}`;
      const span = matter?.span ?? tree.span(noun);
      so.register.add({ kind: 'agreement', name, mentions: [{ span, form: 'nominal' }], rule: 'agreement-made' });
    }
  }
}

/** Types that say something of an agreement in their evidence. */
const DEVELOPING: ReadonlySet<Event['type']> = new Set(['REJECT', 'REQUEST', 'AGREE', 'SUPPORT', 'SANCTION', 'ACCUSE']);

/** The development that the first telling one of these words states of the agreement. */
function developmentIn(
  so: DerivedInput,
  placed: Placed,
  words: Iterable<number>,
  lexicon: EventLexicon,
): Development | null {
  const { tree, at } = placed;
  for (const word of words) {
    const known =
      lexicon.derived.developments.get(tree.lemma(word)) ?? lexicon.derived.developments.get(tree.form(word));
    if (!known) continue;
    if (known.what === 'entered-into-force' && !/\b(?:force|effect)\b/.test(tree.text.slice(...clauseSpan(tree, word))))
      continue;
    const nobody = tree.childrenIn(word, 'nsubj', 'nsubj:pass').some((subject) => negatedPhrase(tree, subject));
    const negated = nobody || verbGroup(tree, word).negated || negatedPhrase(tree, at);
    const what = negated ? known.negated : known.what;
    if (!what) return null;
    const evidence = clauseSpan(tree, word);
    const event = eventOver(so.events, evidence, tree.span(word));
    const statement = so.statements.find(({ content }) => content.some((piece) => overlaps(piece, tree.span(word))));
    const accused = what === 'violated' && (statement !== undefined || event?.type === 'ACCUSE');
    const stated = event ? refine(what, event) : accused ? 'accused-of-violation' : what;
    const told = stated === 'amended' && isWished(tree, word, lexicon) ? 'amendment-proposed' : stated;
    if (told === what && !accused && !isTold(tree, word, event, lexicon)) continue;
    const by = accused ? accusers(event, statement?.speaker ?? []) : doers(so, placed, word, event, lexicon);
    return {
      what: told,
      by,
      time: timeOf(so, tree, word, evidence, event),
      evidence,
      rule: known.rule,
      why: `*${tree.form(word)}* + agreement -> ${what}`,
    };
  }
  return null;
}

/** "Peru wants to update the pact": to wish or plan a change is to propose it. */
function isWished(tree: Tree, word: number, { governors }: EventLexicon): boolean {
  if (tree.upos(word) !== 'VERB' || !isInfinitive(tree, word) || isAskedWhether(tree)) return false;
  return ['hypothetical', 'planned'].includes(findModality(tree, word, [], governors));
}

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
function timeOf(so: DerivedInput, tree: Tree, word: number, evidence: Span, event: Event | undefined): string | null {
  const stated = event && (event.time.basis === 'expression' || event.modality === 'actual') ? event.time.value : null;
  if (tree.upos(word) !== 'VERB' || event?.time.basis === 'expression') return stated;
  const own = so.times.find(
    (timex) =>
      (timex.type === 'DATE' || timex.type === 'TIME') &&
      /^\d{4}/.test(timex.value) &&
      contains(evidence, timex.span) &&
      !datesAgreement(so, tree, timex.span) &&
      isOwnTime(tree, word, timex, so.register),
  );
  return own?.value.slice(0, 10) ?? stated;
}

/** "The 1997 Act", "the Document of 2011": the year belongs to the name. */
function datesAgreement(so: DerivedInput, tree: Tree, span: Span): boolean {
  return tree.tokens.some((token, at) => {
    const above = tree.head(at);
    if (!overlaps(token.span, span) || above < 0 || overlaps(tree.span(above), span)) return false;
    return tree.upos(above) !== 'VERB' && so.register.at(tree.span(above))?.kind === 'agreement';
  });
}

/** Whether a phrase holds the mention of an agreement that the register knows. */
function names(so: DerivedInput, tree: Tree, noun: number): boolean {
  const inside = so.register.within(tree.hullOf(tree.subtree(noun, 40)));
  return [so.register.at(tree.span(noun)), ...inside].some((entity) => entity?.kind === 'agreement');
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
    so.events.find(({ about, evidence }) => about.includes(entity) && contains(evidence, mention)) ??
    so.events.find(leads);
  const what = event && (event.cameo === SIGNING ? 'signed' : BY_TYPE[event.type]);
  if (!event || !what || event.modality !== 'actual') return null;
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
    time: event.time.value,
    evidence: event.evidence,
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
  const about = events.filter(({ type }) => DEVELOPING.has(type));
  return (
    events.find(({ trigger }) => overlaps(trigger, word)) ??
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
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements);
  const own = parties.ofAll(tree.childrenIn(tree.upos(word) === 'NOUN' ? word : at, 'nmod:poss'), { groups: false });
  if (own.length) return own;
  const subjects = parties.ofAll(
    logicalSubjects(tree, word).filter((place) => place !== at),
    { groups: false },
  );
  if (subjects.length) return subjects;
  // "The act was signed", "entered into force", "the signing of the act": whoever tells it did not do it.
  if (isPassive(tree, word) || tree.lemma(word) === 'enter' || CONCLUDING.test(tree.lemma(word))) return [];
  return event?.actor ?? innermostStatement(so.statements, tree.span(word))?.speaker ?? [];
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
