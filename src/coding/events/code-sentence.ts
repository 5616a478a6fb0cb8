// Codes the events of one sentence: senses of its triggers, roles, composition, modality, circumstances.
import type { Annotations } from '../../model/annotations.ts';
import type { Event, Modality } from '../../model/items.ts';
import { type EventType, scoreOf } from '../../model/plover.ts';
import { hull, type Span } from '../../model/span.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { type Composed, compose, innerAct, swallowed } from './attitude.ts';
import { findAbout, findContexts, findPlace, findTime, isBackground } from './circumstances.ts';
import { mentionAt } from './mention-at.ts';
import { conditionalClause, findModality, type VerbGroup, verbGroup } from './modality.ts';
import { type Obligation, obligationAt } from './obligation.ts';
import { Parties } from './parties.ts';
import { findRoles, type Roles } from './roles.ts';
import { type Sense, Senses } from './senses.ts';
import { innermostStatement } from './statement-index.ts';
import { Tree } from './tree.ts';

export type CoderInput = Pick<
  Annotations,
  'document' | 'head' | 'passages' | 'sentences' | 'tokens' | 'times' | 'register' | 'statements'
>;

/** An event before it gets its id. */
export type Draft = Omit<Event, 'id'>;

/** The events of the sentence at an index, in text order. */
export function codeSentence(input: CoderInput, index: number, lexicon: EventLexicon): readonly Draft[] {
  const tokens = input.tokens[index] ?? [];
  if (!tokens.length) return [];
  const tree = new Tree(tokens, input.document.text, lexicon.baseForms);
  const parties = new Parties(tree, input.register, lexicon.classes, input.statements);
  const senses = new Senses(tree, lexicon, parties);
  const silent = new Set<number>();
  const drafts: Draft[] = [];
  const coder = { input, lexicon, tree, parties, senses };
  for (const at of outsideIn(tree)) {
    if (silent.has(at) || isInsideName(input, tree, at)) continue;
    const quoted = innermostStatement(input.statements, tree.span(at)) !== null;
    const duty = obligationAt(tree, at, quoted, senses.at(at) !== null);
    const draft = duty ? codeObligation(coder, duty, silent) : codeTrigger(coder, at, silent);
    if (draft) drafts.push(draft);
  }
  return drafts.sort((a, b) => a.trigger[0] - b.trigger[0]);
}

/** Words of a name are no triggers: "Istanbul commitments", "Help Refugees". */
function isInsideName({ register }: CoderInput, tree: Tree, at: number): boolean {
  const entity = register.at(tree.span(at));
  if (!entity || (entity.kind !== 'agreement' && entity.kind !== 'organization' && entity.kind !== 'person'))
    return false;
  return mentionAt(entity, tree.span(at))?.form === 'name';
}

interface Coder {
  readonly input: CoderInput;
  readonly lexicon: EventLexicon;
  readonly tree: Tree;
  readonly parties: Parties;
  readonly senses: Senses;
}

/** Places from the root down, so that an attitude is met before the act it swallows. */
function outsideIn(tree: Tree): readonly number[] {
  const order = tree.tokens.map((_, at) => at).filter((at) => tree.head(at) < 0);
  for (let next = 0; next < order.length; next += 1) order.push(...tree.childrenOf(order[next] ?? 0));
  return order;
}

function codeTrigger(coder: Coder, at: number, silent: Set<number>): Draft | null {
  const { tree, parties, senses, lexicon } = coder;
  const sense = senses.at(at);
  if (!sense) return null;
  const inner = innerAct(sense, senses, tree);
  const group = verbGroup(tree, at);
  const roles = findRoles(tree, sense, parties, inner);
  const announced = isAnnounced(coder, sense, group, roles);
  const composed = compose(sense, inner, group, announced, tree, lexicon);
  if (!stands(coder, sense, composed, roles)) return null;
  for (const place of swallowed(sense, composed, senses, tree)) silent.add(place);
  const promised = composed.how !== null && (announced || composed.type !== sense.entry.type);
  const modality: Modality = promised ? 'actual' : findModality(tree, at, sense.clause.objects, lexicon.governors);
  if (!isWorthTelling(tree, sense, modality)) return null;
  return draftOf(coder, sense, roles, composed, modality);
}

/**
 * "will" or, reported, "would": what the subject, or one who speaks for it, says it will do. A passive or a bare "would"
 * announces nothing, and what somebody else expects of the subject is no announcement.
 */
function isAnnounced(coder: Coder, sense: Sense, group: VerbGroup, roles: Roles): boolean {
  const { tree, input } = coder;
  if (sense.entry.kind === 'adjective' || (sense.entry.kind === 'noun' && sense.light === null)) return false;
  if (!roles.actor.length || sense.clause.passive) return false;
  if (!group.future && !group.would) return false;
  if (sense.clause.subjects.every((at) => conditionalClause(tree, tree.head(at)))) return false;
  const statement = innermostStatement(input.statements, tree.span(sense.trigger));
  if (statement?.speaker.length && !speaksFor(coder, statement.speaker, roles.actor)) return false;
  if (group.future) return true;
  const head = tree.head(sense.trigger);
  const reported = tree.relation(sense.trigger) === 'ccomp' && head >= 0 && REPORTING.test(tree.lemma(head));
  return reported || (statement !== null && statement.form !== 'direct');
}

const REPORTING = /^(?:say|announce|tell|declare|state|add|promise|confirm|insist|indicate|pledge|vow|make|clear)$/;

/** Whether a speaker is, belongs to or owns one of the actors, or belongs to nobody known. */
function speaksFor(coder: Coder, speakers: readonly string[], actors: readonly string[]): boolean {
  const ownerOf = (id: string) => coder.input.register.get(id)?.partOf ?? id;
  const owners = new Set(actors.flatMap((id) => [id, ownerOf(id)]));
  return speakers.some((id) => {
    const entity = coder.input.register.get(id);
    const unknown = (entity?.kind === 'person' || entity?.kind === 'group') && entity.partOf === null;
    return unknown || owners.has(id) || owners.has(ownerOf(id));
  });
}

/** Types that are nothing without somebody who does them; violence and coercion may well have no known doer. */
const NEEDS_ACTOR: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'THREATEN',
  'PROTEST',
  'MOBILIZE',
  'REJECT',
]);

/** Nobody meets alone: two parties, or a council, a delegation, several people. */
function isCompany({ input, tree }: Coder, { actor, recipient, places }: Roles): boolean {
  if (actor.length + recipient.length > 1) return true;
  const kind = input.register.get(actor[0] ?? '')?.kind;
  return (
    kind === 'body' ||
    kind === 'group' ||
    kind === 'organization' ||
    places.some((at) => /^(?:NNS|NNPS)$/.test(tree.token(at).xpos))
  );
}

/** Whether there is enough of an event: somebody in it, and for a bare noun somebody who does it. */
function stands(coder: Coder, sense: Sense, composed: Composed, roles: Roles): boolean {
  const { tree } = coder;
  const told = sense.clause.passive || sense.inverted;
  const actorless = NEEDS_ACTOR.has(composed.type) || (composed.type === 'REQUEST' && !told);
  if (!roles.actor.length && (!roles.recipient.length || actorless)) return false;
  const bareNoun = sense.entry.kind === 'noun' && sense.light === null;
  if (bareNoun && !roles.actor.length) return false;
  if (sense.entry.actor.includes('speaker') && !roles.actor.length) return false;
  if (composed.type === 'CONSULT' && composed.mode !== 'visit' && !isCompany(coder, roles)) return false;
  const ours = roles.places.some((at) => tree.upos(at) === 'PRON');
  if (bareNoun && ours && !roles.recipient.length) return false;
  const oneSided = !roles.recipient.length && roles.actor.length < 2;
  const force = composed.type === 'MOBILIZE' || (composed.type === 'ASSAULT' && sense.entry.word !== 'war');
  const attitude = composed.inner !== null;
  if (bareNoun && oneSided && !force && !attitude) return false;
  return true;
}

/**
 * Infinitives and gerunds that only say what something is for are no events ("a role in destroying", "to punish"):
 * they need a plan, or a governing verb that carries them out ("began to withdraw").
 */
function isWorthTelling(tree: Tree, sense: Sense, modality: Modality): boolean {
  const { trigger } = sense;
  if (
    /^(?:VB[DZP]|MD)$/.test(tree.token(trigger).xpos) ||
    tree.childIn(trigger, 'nsubj', 'nsubj:pass', 'aux') !== null
  ) {
    return !doubted(tree, trigger);
  }
  const relation = tree.relation(trigger);
  const head = tree.head(trigger);
  const marked = tree.childrenIn(trigger, 'mark').map((mark) => tree.form(mark));
  if (relation === 'acl' && marked.length)
    return (
      head >= 0 && /^(?:plan|intention|decision|move|order)$/.test(tree.lemma(head)) && modality !== 'hypothetical'
    );
  if (head >= 0 && /^(?:guilty|responsible|culpable)$/.test(tree.lemma(head))) return true;
  if (relation === 'advcl' && marked.some((mark) => ['to', 'in', 'of', 'for'].includes(mark)))
    return modality !== 'actual';
  const carried = relation === 'xcomp' || (relation === 'advcl' && !marked.length);
  return modality !== 'hypothetical' || carried || sense.entry.kind !== 'verb';
}

/** "We do not think they will attack." */
function doubted(tree: Tree, trigger: number): boolean {
  const head = tree.head(trigger);
  if (tree.relation(trigger) !== 'ccomp' || head < 0) return false;
  return (
    /^(?:think|believe|expect|imagine|doubt)$/.test(tree.lemma(head)) &&
    (verbGroup(tree, head).negated || tree.lemma(head) === 'doubt')
  );
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

function draftOf(coder: Coder, sense: Sense, roles: Roles, composed: Composed, modality: Modality): Draft {
  const { tree, input, lexicon } = coder;
  const trigger = triggerSpan(tree, sense);
  const evidence = evidenceOf(tree, sense, roles, trigger);
  const statement = innermostStatement(input.statements, tree.span(sense.trigger));
  const actor = withSpeaker(coder, roles.actor, statement?.speaker ?? [], composed);
  const fresh = modality === 'actual' && tree.relation(sense.trigger) !== 'acl';
  const time = findTime(trigger, evidence, input.times, input.head, fresh);
  const about = findAbout(input.register, evidence, trigger);
  return {
    type: composed.type,
    mode: composed.mode,
    contexts: findContexts(tree, wordsIn(tree, evidence), sense.entry.contexts, lexicon),
    actor,
    recipient: roles.recipient.filter((id) => !actor.includes(id)),
    about: about.filter((id) => !actor.includes(id) && !roles.recipient.includes(id)),
    place: findPlace(tree, sense.trigger, sense.light, input.register, [...actor, ...roles.recipient]),
    trigger,
    evidence,
    time,
    modality,
    background: isBackground(tree, sense.trigger, time, input.head),
    statement: statement?.id ?? null,
    score: scoreOf(composed.type, composed.mode),
    ...(composed.cameo ? { cameo: composed.cameo } : {}),
    rule: sense.entry.rule,
    why: whyOf(tree, sense, roles, composed),
  };
}

/** A person who speaks for the state or organisation that acts acts too: "We refuse", "the minister said Mali refused". */
function withSpeaker(
  coder: Coder,
  actor: readonly string[],
  speakers: readonly string[],
  composed: Composed,
): readonly string[] {
  if (!['AGREE', 'REJECT', 'REQUEST', 'THREATEN', 'SUPPORT'].includes(composed.type)) return actor;
  const own = speakers.filter((id) => {
    const partOf = coder.input.register.get(id)?.partOf;
    return partOf !== null && partOf !== undefined && actor.includes(partOf);
  });
  return [...new Set([...actor, ...own])];
}

function triggerSpan(tree: Tree, sense: Sense): Span {
  const own = tree.span(sense.trigger);
  if (sense.light === null || Math.abs(sense.light - sense.trigger) > 5) return own;
  return hull(own, tree.span(sense.light));
}

/** The clause from its first to its last word that plays a part: trigger, parties, objects, complements. */
function evidenceOf(tree: Tree, sense: Sense, roles: Roles, trigger: Span): Span {
  const { clause } = sense;
  const heads = [
    ...roles.places,
    ...clause.objects,
    ...clause.obliques.map(({ at }) => at),
    ...(sense.light === null ? [] : [sense.light]),
  ];
  const words = [
    ...heads.flatMap((at) => tree.phrase(at)),
    ...clause.complements.flatMap((at) => tree.subtree(at, 60)),
    ...tree.childrenIn(sense.trigger, 'aux', 'advmod', 'compound', 'obl'),
  ];
  return hull(trigger, words.length ? tree.hullOf(words) : trigger);
}

function wordsIn(tree: Tree, [start, end]: Span): readonly number[] {
  return tree.tokens.flatMap(({ span }, at) => (span[0] >= start && span[1] <= end ? [at] : []));
}

function whyOf(tree: Tree, sense: Sense, roles: Roles, composed: Composed): string {
  const word = tree.text.slice(...tree.span(sense.light ?? sense.trigger));
  const carried = sense.light === null ? '' : `${tree.text.slice(...tree.span(sense.trigger))} + `;
  const parts = [`lexicon: ${carried}*${word}* (${sense.entry.rule}) -> ${composed.type}`];
  if (composed.how) parts.push(composed.how);
  if (roles.actor.length) parts.push(`actor = ${roles.actorSlot}`);
  if (roles.recipient.length) parts.push(`recipient = ${roles.recipientSlot}`);
  return parts.join('; ');
}
