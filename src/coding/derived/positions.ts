// Where each side stands on each issue, agreement or activity: supports, opposes, is concerned, or sets conditions.
import type { Event, Position, Stance } from '../../model/items.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import { verbClause } from '../events/clause.ts';
import { completes, isGranted } from '../events/grammar.ts';
import { isBefalling } from '../events/judged-deeds.ts';
import { conditionalClause, hasCondition, negatedPhrase, verbGroup } from '../events/modality.ts';
import { Parties } from '../events/parties.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { DerivedLexicon } from '../lexicon/derived.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { voiceOf } from '../voice.ts';
import { namedConcerns } from './concerns.ts';
import { toldEffects } from './effects.ts';
import { groundsAt, sharedGrounds } from './grounds.ts';
import type { DerivedInput } from './input.ts';
import { matterName } from './matter-name.ts';
import { addMatter, isMatter, matterInWords, NAMED_BY_WORDS } from './matters.ts';
import { isOfEvent } from './of-event.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';
import { isSomebody } from './somebody.ts';
import { namedStands } from './stands.ts';
import { isQuestion } from './telling-sentences.ts';
import { wishedDeeds } from './wishes.ts';

const BY_EVENT: Readonly<Partial<Record<Event['type'], Stance>>> = {
  SUPPORT: 'supports',
  AGREE: 'supports',
  REQUEST: 'supports',
  COOPERATE: 'supports',
  REJECT: 'opposes',
  ACCUSE: 'opposes',
  PROTEST: 'opposes',
  THREATEN: 'opposes',
};
/** Marks matters that only an event names as activities. */
const TOLD = 'activity-told';
/** Types whose object is a matter even where no lexicon knows it. */
const NAMING: ReadonlySet<Event['type']> = new Set(['REJECT', 'AGREE', 'SUPPORT', 'MOBILIZE']);
const OPPOSITE: Readonly<Record<Stance, Stance>> = {
  supports: 'opposes',
  opposes: 'supports',
  concerned: 'neutral',
  conditional: 'conditional',
  neutral: 'neutral',
};

/** Positions told by events about a matter and by words that govern its mentions, each once, in text order. */
export function findPositions(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Position[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const found: Position[] = [];
  const add = (position: Position) => {
    const same = (other: Position) =>
      other.actor === position.actor &&
      other.on === position.on &&
      (other.stance === position.stance || overlaps(other.evidence, position.evidence));
    const known = found.findIndex(same);
    const twin = found[known];
    if (!twin) found.push(position);
    else if (twin.stance === position.stance)
      found[known] = { ...twin, grounds: sharedGrounds(twin.grounds, position.grounds) };
  };
  // What an event has told of somebody's stand, its words do not tell again of another matter in them.
  const addIfNew = (position: Position) => {
    const told = (other: Position) => other.actor === position.actor && overlaps(other.evidence, position.evidence);
    if (!found.some(told)) add(position);
  };
  for (const event of so.events) for (const position of fromEvent(so, index, event, lexicon.events)) add(position);
  for (const entity of so.register.all()) {
    if (!isMatter(entity) || entity.rule === NAMED_BY_WORDS || entity.rule === TOLD) continue;
    for (const { span } of entity.mentions) {
      const placed = index.place(span);
      if (placed) for (const position of fromGovernor(so, entity.id, placed, lexicon.events)) addIfNew(position);
    }
  }
  for (const position of judgedDeeds(so, index, lexicon.events)) addIfNew(position);
  for (const find of [namedConcerns, wishedDeeds, namedStands, toldEffects])
    for (const position of find({ so, index, found }, lexicon.events)) addIfNew(position);
  return found.sort((a, b) => a.evidence[0] - b.evidence[0]);
}

function fromEvent(so: DerivedInput, index: SentenceIndex, event: Event, lexicon: EventLexicon): readonly Position[] {
  const placed = index.place(event.trigger);
  const stance = placed && stanceOf(event, placed, lexicon.derived);
  if (!placed || !stance || isQuestion(placed.tree) || isNoStand(event, placed)) return [];
  const on =
    amendedMatter(so, placed, lexicon.derived) ??
    namedMatter(so, placed) ??
    matterOf(so, event, placed, lexicon.derived) ??
    aboutOf(so, index, event);
  if (!on || isAgainstHarm(so, on, event, placed) || isMaking(so, on, event) || isMeans(so, on, event, index))
    return [];
  return event.actor
    .filter((id) => !speaksFor(so, id, event.actor))
    .map((actor) => ({
      actor,
      on,
      stance,
      evidence: event.evidence,
      statement: event.statement,
      ...(event.time.basis === 'expression' && event.modality === 'actual' ? { time: event.time } : {}),
      grounds: [event.id],
      rule: event.rule ?? event.type,
      why: `${event.type} ${event.modality} -> ${stance}`,
    }));
}

/** To strike a deal is a development of it, and no more of a stand than that of the other side. */
const isMaking = (so: DerivedInput, on: string, { type }: Event): boolean =>
  type === 'AGREE' && so.register.get(on)?.kind === 'agreement';

/**
 * "Failed to agree on the tariff": to have no deal is no stand, nor is "denied that it had armed the rebels", and "condemned the
 * sabotage of pipelines" none on pipelines.
 */
const isNoStand = (event: Event, { tree, at }: Placed): boolean =>
  NO_STAND.test(tree.lemma(at)) ||
  (event.type === 'ACCUSE' && tree.childrenIn(at, 'obj').some((noun) => isBefalling(tree.lemma(noun))));

const NO_STAND = /^(?:fail|deny|refute)$/;

/** A person or body through whom the state or organisation that holds a stand tells it has none beside it. */
function speaksFor(so: DerivedInput, id: string, holders: readonly string[]): boolean {
  const entity = so.register.get(id);
  if (!entity || (entity.kind !== 'person' && entity.kind !== 'body' && entity.kind !== 'group')) return false;
  let owner = entity.partOf;
  for (let step = 0; step < 4 && owner; step += 1) {
    if (holders.includes(owner)) return true;
    owner = so.register.get(owner)?.partOf ?? null;
  }
  return false;
}

/**
 * "Threatened sanctions": what is threatened with is not opposed; "accused Chile of arms control violations": what is violated is not
 * either.
 */
function isMeans(so: DerivedInput, on: string, { type, evidence }: Event, index: SentenceIndex): boolean {
  if (type !== 'THREATEN' && type !== 'ACCUSE') return false;
  const placed = so.register.get(on)?.mentions.find(({ span }) => contains(evidence, span));
  const here = placed && index.place(placed.span);
  if (!here) return false;
  const { tree, at } = here;
  if (type === 'THREATEN')
    return tree.relation(at) === 'obj' && /^(?:threaten|impose)$/.test(tree.lemma(tree.head(at)));
  return HARM.test(tree.lemma(at)) || (tree.head(at) >= 0 && HARM.test(tree.lemma(tree.head(at))));
}

const HARM = /^(?:violat(?:e|ion)|breach|abuse|infring(?:e|ement)|break|incident|offence|offense)$/;

/** Words that do away with what they govern, so that nobody is for it: "resolve their differences". */
const RESOLVING =
  /^(?:resolve|settle|solve|overcome|defuse|combat|fight|tackle|counter|end|discuss|bury|bridge|put|submit|refer)$/;
const ABOUT = /^(?:on|to|against|for|about|in|over|with)$/;

/** "Called on Peru to lift the ban" hangs what is to be done on the verb as one clause or another. */
const complementsOf = (tree: Tree, at: number): readonly number[] => [
  ...tree.childrenIn(at, 'xcomp', 'ccomp'),
  ...tree.childrenIn(at, 'advcl').filter((clause) => completes(tree, clause)),
];

/** The issue, agreement or activity that heads what the deed governs, or what its complement does. */
function namedMatter(so: DerivedInput, { tree, at }: Placed): string | null {
  const deeds = [at, ...complementsOf(tree, at)].filter((deed) => !RESOLVING.test(tree.lemma(deed)));
  const heads = deeds.flatMap((deed) => [
    ...tree.childrenIn(deed, 'obj', 'nsubj:pass'),
    ...tree.childrenIn(deed, 'obl', 'nmod').filter((child) => ABOUT.test(tree.preposition(child))),
  ]);
  // "Chile's plan for the treaty" is about the treaty.
  const planned = heads
    .filter((head) => /^(?:plan|proposal|idea|project|draft|initiative|scheme)$/.test(tree.lemma(head)))
    .flatMap((head) =>
      tree.childrenIn(head, 'nmod').filter((child) => /^(?:for|of|on)$/.test(tree.preposition(child))),
    );
  for (const head of [...heads, ...planned].flatMap((child) => tree.coordinated(child))) {
    const entity = so.register.at(tree.span(head));
    if (entity && isMatter(entity) && entity.rule !== NAMED_BY_WORDS && entity.rule !== TOLD) return entity.id;
  }
  return null;
}

/** The first matter that the event's own words mention. */
function aboutOf(so: DerivedInput, index: SentenceIndex, event: Event): string | null {
  const placed = index.place(event.trigger);
  if (placed && RESOLVING.test(placed.tree.lemma(placed.at))) return null;
  const isOwn = ({ span }: { readonly span: Span }) =>
    contains(event.evidence, span) && isOfEvent(index, event, span) && !isFought(index.place(span));
  return (
    event.about.find((id) => {
      const entity = so.register.get(id);
      return entity !== null && isMatter(entity) && entity.mentions.some(isOwn);
    }) ?? null
  );
}

/** "Thanked Chad for its support in combating terrorism", "backs ending the ban": a matter that is to be done away with. */
function isFought(placed: Placed | null): boolean {
  if (!placed) return false;
  const { tree, at } = placed;
  const above = tree.head(at);
  return above >= 0 && tree.relation(at) === 'obj' && RESOLVING.test(tree.lemma(above)) && tree.upos(above) === 'VERB';
}

/** To refuse an amendment, or to blame a breach, is no stand against the agreement itself. */
function isAgainstHarm(so: DerivedInput, on: string, event: Event, { tree, at }: Placed): boolean {
  if (so.register.get(on)?.kind !== 'agreement') return false;
  if (event.type === 'ACCUSE') return true;
  return tree
    .childrenIn(at, 'obj')
    .some((noun) => /^(?:amendment|change|violation|breach|withdrawal|suspension)$/.test(tree.lemma(noun)));
}

function stanceOf(event: Event, { tree, at }: Placed, { deeds }: DerivedLexicon): Stance | null {
  if (event.type === 'MOBILIZE' && event.modality === 'negated') return 'opposes';
  // "Called for sanctions": a threat to others, and a stand for what is called for.
  const calls = event.type === 'THREATEN' && tree.lemma(at) === 'call';
  const stance = calls ? 'supports' : BY_EVENT[event.type];
  // To look into a matter is no stand on it.
  if (!stance || event.mode === 'investigate') return null;
  // "Unless Lima ratifies the pact": the one who sets the condition has a stand, not the one who is to meet it.
  if (conditionalClause(tree, at)) return null;
  // "Will not accept the quota unless Lima lifts the ban".
  if ((stance === 'supports' || event.type === 'REJECT') && hasCondition(tree, at)) return 'conditional';
  if (event.modality === 'hypothetical' || event.modality === 'planned') return null;
  if (event.type === 'COOPERATE' && isGranted(tree, at)) return null;
  const meant = event.modality === 'negated' ? OPPOSITE[stance] : stance;
  return isUndoing(tree, at, stance, deeds) ? OPPOSITE[meant] : meant;
}

/** "Demands that the ban be lifted", "agreed to scrap the tax": who wants a thing done away with is not for it; who refuses to, is. */
function isUndoing(tree: Tree, at: number, stance: Stance, known: DerivedLexicon['deeds']): boolean {
  const complements = complementsOf(tree, at);
  // "Pledged not to raise the tax", "asked Chad not to join".
  if (complements.some((deed) => verbGroup(tree, deed).negated)) return true;
  // What is refused by a noun ("the removal of the tax") is the matter itself.
  const deeds = stance === 'supports' ? [at, ...complements, ...tree.childrenIn(at, 'obj')] : complements;
  return deeds.some((deed) => known.get(tree.lemma(deed))?.effect === 'ends' || isTakingBack(tree, deed));
}

/** "Called on Peru to withdraw its recognition of the breakaway region". */
const isTakingBack = (tree: Tree, at: number): boolean =>
  tree.lemma(at) === 'withdraw' &&
  tree
    .childrenIn(at, 'obj')
    .some((noun) => /^(?:recognition|support|backing|consent|approval)$/.test(tree.lemma(noun)));

/** The matter that only the event's own words name: what is refused, backed or agreed to ("refused to host the base"). */
function matterOf(so: DerivedInput, event: Event, { tree, at }: Placed, { deeds }: DerivedLexicon): string | null {
  if (!NAMING.has(event.type) || RESOLVING.test(tree.lemma(at))) return null;
  const deed = tree.childIn(at, 'xcomp', 'obj', 'ccomp') ?? opposed(event, tree, at);
  // "Agreed to scrap the tax": the stand is on the tax.
  const isEnded = deed !== null && tree.upos(deed) === 'VERB' && deeds.get(tree.lemma(deed))?.effect === 'ends';
  const head = isEnded ? tree.childIn(deed, 'obj', 'nsubj:pass') : deed;
  if (head === null || tree.upos(head) === 'PROPN') return null;
  const isNone = isSomebody(so.register, tree, head) || MEETING.test(tree.lemma(head));
  return isNone ? null : matterInWords(so, tree, head);
}

/** "Voted against the levy", "objected to the dam", "voted for the levy": what no object names. */
function opposed({ type }: Event, tree: Tree, at: number): number | null {
  const wanted = type === 'REJECT' ? /^(?:against|to)$/ : type === 'SUPPORT' ? /^(?:for|behind)$/ : null;
  if (wanted && VOTING.test(tree.lemma(at))) {
    const phrase = tree.childrenIn(at, 'obl').find((child) => wanted.test(tree.preposition(child)));
    if (phrase !== undefined) return phrase;
  }
  return type === 'REJECT' ? at : null;
}

const VOTING = /^(?:vote|object|argue|speak|campaign|lobby|oppose|opposed)$/;

/** "Insists on updating the pact": the stand is on the update. */
function amendedMatter(so: DerivedInput, { tree, at }: Placed, { deeds }: DerivedLexicon): string | null {
  const deed = verbClause(tree, at).complements.find((verb) => deeds.get(tree.lemma(verb))?.effect === 'changes');
  return deed === undefined || tree.upos(deed) !== 'VERB' ? null : matterInWords(so, tree, deed);
}

/** A meeting, an offer or a demand is no matter to be for or against. */
const MEETING =
  /^(?:meeting|session|summit|visit|talk|conference|contact|offer|proposal|list|pledge|promise|request|demand|statement|bargain|deal)$/;

/** "Oman fears the deployment", "Oman's plans for a base": the word over a mention and whose stand it is. */
function fromGovernor(so: DerivedInput, on: string, placed: Placed, lexicon: EventLexicon): readonly Position[] {
  if (isQuestion(placed.tree) || isFought(placed)) return [];
  const over = fromWords(so, on, placed, governorsOf(placed, 4), lexicon);
  return [...over, ...fromWords(so, on, placed, clausesOn(placed.tree, placed.at), lexicon)];
}

/** The stand that the first telling one of some words states. */
function fromWords(
  so: DerivedInput,
  on: string,
  placed: Placed,
  words: readonly number[],
  lexicon: EventLexicon,
): readonly Position[] {
  const { tree } = placed;
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements, voiceOf(so));
  for (const word of words) {
    // "The central question, fishing": a noun beside the matter names it and says nothing of it.
    if (tree.relation(placed.at) === 'appos' && word === tree.head(placed.at)) continue;
    const known = lexicon.derived.stances.get(tree.lemma(word)) ?? lexicon.derived.stances.get(tree.form(word));
    // "Groups that concern themselves with trade" have no concerns about it.
    if (!known || tree.childrenIn(word, 'obj', 'obl').some((child) => /sel(?:f|ves)$/.test(tree.form(child)))) continue;
    // "The pact needs an update": a matter that does something itself is not what the stand is on.
    const acts = tree.upos(word) === 'VERB' && tree.head(placed.at) === word && tree.deprel(placed.at) === 'nsubj';
    if (acts && !lexicon.derived.stancesOfObject.has(tree.form(word))) continue;
    // "Condemned the sabotage of pipelines" is against the sabotage.
    const befallen = tree.childrenIn(word, 'obj').some((noun) => noun !== placed.at && isBefalling(tree.lemma(noun)));
    if (befallen && known.value === 'opposes') return [];
    const evidence = clauseSpan(tree, word);
    const holders = holdersOf(so, tree, word, parties, lexicon);
    const above = tree.lemma(word) === 'need' ? tree.head(word) : word;
    const negated = verbGroup(tree, above).negated || negatedPhrase(tree, word);
    const told = negated ? OPPOSITE[known.value] : known.value;
    const stance = told === 'supports' && isOfOneKind(so, on, placed) ? 'conditional' : told;
    const statement = innermostStatement(so.statements, tree.span(word))?.id ?? null;
    return holders
      .filter((actor) => actor !== on)
      .map((actor) => ({
        actor,
        on,
        stance,
        evidence,
        statement,
        grounds: groundsAt(so, tree.span(word), statement),
        rule: known.rule,
        why: `*${tree.form(word)}* over the matter -> ${stance}`,
      }));
  }
  return [];
}

/** "Oman's plan for a divided shield", "wants a joint shield": whoever wants one kind of a thing need not want the thing. */
const isOfOneKind = ({ register }: DerivedInput, on: string, { tree, at }: Placed): boolean =>
  register.get(on)?.kind === 'issue' &&
  tree
    .childrenIn(at, 'amod')
    .some(
      (word) =>
        register.at(tree.span(word))?.id !== on && (tree.token(word).xpos === 'VBN' || KIND.test(tree.form(word))),
    );

const KIND = /^(?:joint|common|shared|separate|divided|limited|partial|alternative|conditional|smaller|different)$/;

function holderPlaces(tree: Tree, word: number): readonly number[] {
  if (tree.upos(word) === 'VERB') {
    const subjects = logicalSubjects(tree, word);
    return subjects.length
      ? subjects
      : tree.childrenIn(word, 'compound').filter((child) => tree.upos(child) === 'PROPN');
  }
  // "Peru sees no need for the dam".
  if (tree.lemma(word) === 'need' && tree.relation(word) === 'obj') return logicalSubjects(tree, tree.head(word));
  return tree.childrenIn(word, 'nmod:poss', 'amod', ...(FEAR.test(tree.lemma(word)) ? ['compound', 'nsubj'] : []));
}

const JUDGEMENT = /^(?:mistake|worry|concern|fear|doubt|regret|support|opposition|objection)$/;

/** The verbs of clauses on a matter, also on the last of a list that it heads, and verbs lost in them ("a dam that Oman fears will burst"). */
function clausesOn(tree: Tree, at: number): readonly number[] {
  return tree
    .coordinated(at)
    .flatMap((noun) => tree.childrenIn(noun, 'acl'))
    .flatMap((clause) => [clause, ...tree.childrenIn(clause, 'nsubj').filter((child) => isLostVerb(tree, child))]);
}

/** "Chad fears" taken for a noun. */
const isLostVerb = (tree: Tree, at: number): boolean =>
  tree.upos(at) === 'VERB' ||
  (FEAR.test(tree.lemma(at)) && tree.childrenIn(at, 'compound', 'nsubj').some((child) => tree.upos(child) === 'PROPN'));
const FEAR = /^(?:fear|worry|hope|doubt)s?$/;

/** "It would be a mistake to lend money to the port": the speaker is against the deed. */
function judgedDeeds(so: DerivedInput, index: SentenceIndex, lexicon: EventLexicon): readonly Position[] {
  return so.sentences.flatMap((_, sentence): Position[] => {
    if (!so.tokens.at(sentence)?.some(({ lemma }) => WRONG.test(lemma.toLowerCase()))) return [];
    const tree = index.tree(sentence);
    const at = tree.tokens.findIndex((_, place) => WRONG.test(tree.lemma(place)));
    const deed = tree
      .childrenIn(at, 'acl', 'csubj', 'xcomp', 'ccomp', 'advcl')
      .find((child) => tree.upos(child) === 'VERB' && completes(tree, child));
    const matter = deed === undefined || negatedPhrase(tree, at) || isQuestion(tree) ? null : matterName(tree, deed);
    const statement = innermostStatement(so.statements, tree.span(at));
    if (!matter || !statement || verbGroup(tree, at).negated) return [];
    const on = addMatter(so, matter);
    const rule = lexicon.derived.stances.get(tree.lemma(at))?.rule ?? 'judgement';
    return statement.speaker.map((actor) => ({
      actor,
      on,
      stance: 'opposes',
      evidence: clauseSpan(tree, at),
      statement: statement.id,
      grounds: groundsAt(so, tree.span(at), statement.id),
      rule,
      why: `*${tree.form(at)}* to do it -> opposes`,
    }));
  });
}

const WRONG = /^(?:mistake|error|blunder|folly|unacceptable|inadmissible)$/;

/** Subject, possessor or, for a judgement without either, the speaker. */
function holdersOf(
  so: DerivedInput,
  tree: Tree,
  word: number,
  parties: Parties,
  lexicon: EventLexicon,
): readonly string[] {
  if (lexicon.derived.stancesOfObject.has(tree.form(word)))
    return parties.ofAll(verbClause(tree, word).objects, { groups: false });
  const places = holderPlaces(tree, word);
  const own = parties.ofAll(places, { groups: false });
  // "Further plans of enlargement": whoever tells of plans need not have made them.
  if (own.length || (tree.upos(word) === 'NOUN' && !JUDGEMENT.test(tree.lemma(word))))
    return own.filter((id) => !speaksFor(so, id, own));
  const statement = innermostStatement(so.statements, tree.span(word));
  return statement?.speaker ?? [];
}
