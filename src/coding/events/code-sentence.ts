// Codes the events of one sentence: senses of its triggers, roles, composition, modality.
import type { Modality, Statement } from '../../model/items.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { nearby } from '../nearby.ts';
import { voiceOf } from '../voice.ts';
import { isAnnounced } from './announcement.ts';
import { type Composed, compose, innerAct, swallowed } from './attitude.ts';
import { saidBefore } from './clause.ts';
import type { Coder, CoderInput, Draft } from './coder.ts';
import { isToldOfGathering } from './course.ts';
import { draftOf } from './draft.ts';
import type { Roles } from './filled.ts';
import { mentionAt } from './mention-at.ts';
import { findModality, isAskedWhy, verbGroup } from './modality.ts';
import { type Obligation, obligationAt } from './obligation.ts';
import { Parties } from './parties.ts';
import { findRoles } from './roles.ts';
import { type Sense, Senses } from './senses.ts';
import { isAfterNews, isVerbal, maySetAhead } from './set-for.ts';
import { isWorthTelling, stands } from './standing.ts';
import { innermostStatement } from './statement-index.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';
import { treesOf } from './trees.ts';

/** The events of the sentence at an index, in text order. */
export function codeSentence(input: CoderInput, index: number, lexicon: EventLexicon): readonly Draft[] {
  const tree = treesOf(input, lexicon.baseForms).at(index);
  if (tree.size === 0) return [];
  // What an interviewer's question takes for granted is no news of the text.
  const asked = input.passages[input.sentences[index]?.passage ?? -1]?.kind === 'question';
  if (asked && isAskedWhy(tree)) return [];
  const parties = new Parties(tree, input.register, lexicon.classes, input.statements, voiceOf(input));
  if (asked) parties.listener = answererBehind(input.statements, tree.span(tree.size - 1)[1]);
  const senses = new Senses(tree, lexicon, parties);
  const silent = new Set<number>();
  const drafts: Draft[] = [];
  const coder = { input, lexicon, tree, parties, senses, sentence: index };
  for (const at of outsideIn(tree)) {
    if (!isTelling(tree, at) || silent.has(at)) continue;
    const isAct = senses.at(at) !== null;
    const isQuoted = () => innermostStatement(input.statements, tree.span(at)) !== null;
    const duty = obligationAt(tree, at, isQuoted, isAct);
    if ((!isAct && !duty) || isInsideName(input, tree, at)) continue;
    if (asked && isPutToListener(tree, at)) continue;
    const draft = duty ? codeObligation(coder, duty, silent) : codeTrigger(coder, at, silent);
    if (draft) drafts.push(draft);
  }
  return drafts.sort((a, b) => a.trigger[0] - b.trigger[0]);
}

/** "You accused them": what an interviewer charges the other with is his to answer. */
function isPutToListener(tree: Tree, at: number): boolean {
  return logicalSubjects(tree, at).some((subject) => tree.form(subject) === 'you');
}

/** A name tells of something only where it is what is said of another: "the envoy is in Riga". */
const isTelling = (tree: Tree, at: number): boolean =>
  TELLING.has(tree.upos(at)) || (tree.upos(at) === 'PROPN' && tree.childIn(at, 'cop') !== null);

/** Who answers the question that ends at a place: "you" in it. */
function answererBehind(statements: readonly Statement[], end: number): readonly string[] {
  const answers = statementsNear(statements, [end, end + ANSWER_WITHIN]);
  return answers.find(({ rule, content }) => rule === 'interview' && (content[0]?.[0] ?? 0) >= end)?.speaker ?? [];
}

const statementsNear = nearby<Statement>(({ content }) => content);
/** How far behind a question its answer may begin, in code units. */
const ANSWER_WITHIN = 600;

/** Words of other kinds tell of no event and lay no duty on anybody. */
const TELLING: ReadonlySet<string> = new Set(['VERB', 'AUX', 'NOUN', 'ADJ']);

/** Words of a name are no triggers: "Istanbul commitments", "Help Refugees". */
function isInsideName({ register }: CoderInput, tree: Tree, at: number): boolean {
  const entity = register.at(tree.span(at));
  if (!entity || (entity.kind !== 'agreement' && entity.kind !== 'organization' && entity.kind !== 'person'))
    return false;
  return mentionAt(entity, tree.span(at))?.form === 'name';
}

/** Places from the root down, so that an attitude is met before the act it swallows. */
function outsideIn(tree: Tree): readonly number[] {
  const order = tree.tokens.map((_, at) => at).filter((at) => tree.head(at) < 0);
  for (let next = 0; next < order.length; next += 1) order.push(...tree.childrenOf(order[next] ?? 0));
  // "..., the minister warned" says what the clause before it is.
  const behind = order.filter((at) => saidBefore(tree, at).length > 0);
  return behind.length ? [...new Set([...behind, ...order])] : order;
}

function codeTrigger(coder: Coder, at: number, silent: Set<number>): Draft | null {
  const { tree, parties, senses, lexicon } = coder;
  const sense = senses.at(at);
  if (!sense || (/^(?:REJECT|AGREE)$/.test(sense.entry.type) && isToldOfGathering(tree, at))) return null;
  const inner = innerAct(sense, senses, tree);
  const group = verbGroup(tree, at);
  const roles = findRoles(tree, sense, parties, inner);
  const announced = isAnnounced(coder, sense, group, roles);
  const composed = compose(sense, inner, group, announced, tree, lexicon);
  if (!stands(coder, sense, composed, roles)) return null;
  for (const place of swallowed(sense, composed, senses, tree)) silent.add(place);
  const promised = composed.how !== null && (announced || composed.type !== sense.entry.type);
  // "Has no objection": where a light verb carries the noun, a "no" before the noun is the verb's.
  const objects = sense.light === null ? sense.clause.objects : [...sense.clause.objects, sense.light];
  const modality: Modality =
    promised || isLeftOpen(sense) ? 'actual' : findModality(tree, at, objects, lexicon.governors);
  if (!isWorthTelling(tree, sense, modality) || isUntold(tree, at)) return null;
  // "If Lima is asked for help": a possibility that nobody in the text would bring about is not its point.
  if (modality === 'hypothetical' && !roles.actor.length) return null;
  const draft = draftOf(coder, sense, roles, composed, modality);
  const coming = modality === 'actual' && !promised && maySetAhead(tree, at) && isComing(coder, draft);
  return coming ? { ...draft, modality: 'planned', background: false } : draft;
}

/**
 * "Did not rule out force", "there will be no talks", "an attack on one would be an attack on all": a negation or a condition that
 * its phrase asks for denies no threat and no refusal.
 */
const isLeftOpen = ({ entry }: Sense): boolean =>
  (entry.type === 'THREATEN' || entry.type === 'REJECT') &&
  entry.conditions.some(({ slot, words }) => slot === 'any' && OPEN.some((word) => words.has(word)));

const OPEN = ['not', 'no', 'would'];

/** "Declined to say whether the guns would be sent": what nobody tells. */
function isUntold(tree: Tree, at: number): boolean {
  const said = tree.head(at);
  if (tree.relation(at) !== 'ccomp' || said < 0) return false;
  return (
    /^(?:say|tell|comment|confirm|know|disclose|specify|clear|unclear|elaborate|reveal)$/.test(tree.lemma(said)) &&
    tree.childrenIn(at, 'mark').some((mark) => /^(?:whether|if)$/.test(tree.form(mark)))
  );
}

/** Whether the date that the text gives an event is later than the document's own. */
function isComing({ input }: Coder, { time, type }: Draft): boolean {
  return !isVerbal(type) && time.basis === 'expression' && isAfterNews(time.value, input.head);
}

function codeObligation(coder: Coder, duty: Obligation, silent: Set<number>): Draft | null {
  const { tree, parties, input, lexicon, senses } = coder;
  const statement = innermostStatement(input.statements, tree.span(duty.trigger));
  const spoken = parties.ofAll(duty.speakers);
  const actor = spoken.length ? spoken : (statement?.speaker ?? []);
  const recipient = parties.ofAll(duty.addressees, { places: true }).filter((id) => !actor.includes(id));
  if (!actor.length || !recipient.length) return null;
  const inner = senses.at(duty.trigger);
  const known = inner ? lexicon.compositions.get(`REQUEST ${inner.entry.type}`) : undefined;
  const composed: Composed = {
    type: 'REQUEST',
    mode: known?.mode ?? 'change',
    cameo: known?.cameo ?? '104',
    inner: inner?.entry.type ?? null,
    how: 'duty laid on the subject',
    announced: false,
  };
  const entry = {
    kind: 'verb',
    word: 'must',
    particle: null,
    conditions: [],
    type: 'REQUEST',
    mode: 'change',
    cameo: '104',
    contexts: [],
    actor: [],
    recipient: [],
    rule: 'duty',
  } as const;
  const sense: Sense = {
    trigger: duty.trigger,
    entry,
    clause: duty.clause,
    light: null,
    consumed: [],
    inverted: false,
    weight: 0,
  };
  silent.add(duty.trigger);
  for (const place of swallowed(sense, composed, senses, tree)) silent.add(place);
  const roles: Roles = {
    actor,
    recipient,
    places: [...duty.speakers, ...duty.addressees],
    actorSlot: 'speaker',
    recipientSlot: 'subject of the duty',
  };
  return draftOf(coder, sense, roles, composed, 'actual');
}
