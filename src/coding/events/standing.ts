// Whether what a trigger says is enough of an event to be told: somebody who does it, and more than a purpose.
import type { EntityKind, Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import type { Composed } from './attitude.ts';
import type { Coder } from './coder.ts';
import type { Roles } from './filled.ts';
import { isGranted, isHeadlineInfinitive } from './grammar.ts';
import { isRanked, verbGroup } from './modality.ts';
import type { Sense } from './senses.ts';
import type { Tree } from './tree.ts';

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

const EASING = /^(?:ease|lift|loosen|relax|soften)$/;

/** Nobody meets alone: two parties, or a council, a delegation, several people. */
function isCompany({ input, tree }: Coder, { actor, recipient, places }: Roles): boolean {
  // "We discussed the valley" of a minister: he and his state are one.
  const [first = ''] = actor;
  const one = actor.length === 2 && actor[1] === input.register.get(first)?.partOf;
  if (one && !recipient.length && places.every((at) => /^(?:we|our|us)$/.test(tree.form(at)))) return false;
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
export function stands(coder: Coder, sense: Sense, composed: Composed, roles: Roles): boolean {
  const { tree } = coder;
  const told = sense.clause.passive || sense.inverted;
  // "Restrictions on their lorries were eased" tells of no doer.
  const eased = composed.type === 'CONCEDE' && sense.clause.passive && EASING.test(sense.entry.word);
  const actorless = (NEEDS_ACTOR.has(composed.type) && !eased) || (composed.type === 'REQUEST' && !told);
  if (!roles.actor.length && (!roles.recipient.length || actorless)) return false;
  const bareNoun = sense.entry.kind === 'noun' && sense.light === null;
  if (bareNoun && !roles.actor.length && !(composed.type === 'ASSAULT' && goesOn(tree, sense.trigger))) return false;
  if (sense.entry.actor.includes('speaker') && !roles.actor.length) return false;
  if (composed.type === 'CONSULT' && composed.mode !== 'visit' && !isCompany(coder, roles)) return false;
  const ours = roles.places.some((at) => tree.upos(at) === 'PRON');
  if (bareNoun && ours && !roles.recipient.length && roles.actor.length < 2) return false;
  if (bareNoun && STANDING.has(sense.entry.word) && !happens(tree, sense.trigger) && !isGranted(tree, sense.trigger))
    return false;
  if (bareNoun && composed.type === 'CONSULT' && isAlone(coder, roles) && !isSession(coder, sense, roles)) return false;
  const oneSided = !roles.recipient.length && roles.actor.length < 2;
  const force = composed.type === 'MOBILIZE' || (composed.type === 'ASSAULT' && sense.entry.word !== 'war');
  const attitude = composed.inner !== null;
  // "Oman's withdrawal from the exercises": who leaves leaves alone.
  const leaves = composed.type === 'SANCTION' && sense.entry.mode === 'withdraw';
  if (bareNoun && oneSided && !force && !attitude && !leaves) return isSession(coder, sense, roles);
  return true;
}

/**
 * A joint body, or those who hold one office, sit where a place, day or level is told: "a meeting of the Lake Council in
 * Abuja", "an Andes Council meeting at ministers' level", "talks ahead of the Defence Ministers meeting in Lusaka".
 */
function isSession({ input, tree }: Coder, sense: Sense, { actor, places }: Roles): boolean {
  if (sense.entry.type !== 'CONSULT' || !/^(?:meeting|session|summit)$/.test(sense.entry.word)) return false;
  const sitting = input.register.get(actor[0] ?? '');
  if (sitting?.kind === 'organization' && isCalled(tree, sense.trigger)) return true;
  if (!sitting || !SITTING[sitting.kind]?.test(sitting.name)) return false;
  // Parsers hang what follows anywhere: the word right behind tells.
  const last = Math.max(sense.trigger, ...places.filter((at) => at - sense.trigger < 8));
  return last + 1 < tree.size && /^(?:in|at|on)$/.test(tree.form(last + 1));
}

/** "An Andes Council summit is planned in June": a gathering that a text says is to be. */
function isCalled(tree: Tree, at: number): boolean {
  const verb = tree.head(at);
  return (
    tree.deprel(at) === 'nsubj:pass' &&
    verb >= 0 &&
    /^(?:arrange|call|convene|expect|plan|postpone|put|schedule|set|slate)$/.test(tree.lemma(verb))
  );
}

/** Names of those who come together for a session, by kind. */
const SITTING: Partial<Record<EntityKind, RegExp>> = {
  body: /\b(?:council|committee|commission|assembly|group)\b/i,
  group:
    /\b(?:ministers|presidents|leaders|ambassadors|envoys|chiefs of (?:staff|defence|defense)|heads of (?:state|government))\b/i,
};

/** "The shelling of Aden resumed": violence that a text says goes on, whoever does it. */
function goesOn(tree: Tree, at: number): boolean {
  const verb = tree.head(at);
  return (
    tree.relation(at) === 'nsubj' &&
    verb >= 0 &&
    /^(?:begin|continue|escalate|intensify|persist|rage|resume|start|stop)$/.test(tree.lemma(verb))
  );
}

/** Nouns for how two sides stand with one another: no event unless the text says that it takes place. */
const STANDING: ReadonlySet<string> = new Set(['cooperation', 'co-operation', 'collaboration', 'dialogue', 'dialog']);

/** "Cooperation between them continues" tells of it; "the prospects of cooperation between them" does not. */
function happens(tree: Tree, at: number): boolean {
  return ['nsubj', 'obj', 'root', 'conj'].includes(tree.relation(at)) || tree.deprel(at) === 'nsubj:pass';
}

/** "the Defence Ministry's meeting": a body and the state it belongs to are no two parties. */
function isAlone({ input }: Coder, { actor, recipient }: Roles): boolean {
  const owners = [...actor, ...recipient].map((id) => input.register.get(id)?.partOf ?? id);
  const [first] = actor;
  const kind = first === undefined ? undefined : input.register.get(first)?.kind;
  return owners.length > 1 && new Set(owners).size === 1 && kind === 'body';
}

/**
 * Infinitives and gerunds that only say what something is for are no events ("a role in destroying", "to punish"):
 * they need a plan, or a governing verb that carries them out ("began to withdraw").
 */
export function isWorthTelling(tree: Tree, sense: Sense, modality: Modality): boolean {
  const { trigger } = sense;
  // "the issues we discuss with our neighbours": a habit that only says which issues are meant.
  const habit = tree.deprel(trigger) === 'acl:relcl' && tree.token(trigger).xpos === 'VBP';
  if (habit && sense.entry.type === 'CONSULT') return false;
  if (
    /^(?:VB[DZP]|MD)$/.test(tree.token(trigger).xpos) ||
    tree.childIn(trigger, 'nsubj', 'nsubj:pass', 'aux') !== null
  ) {
    return !doubted(tree, trigger);
  }
  // "accused them of looting barracks and of blowing up a bridge": the second act is told as the first one is, and a
  // parse may well hang it on "accused".
  if (
    tree.relation(trigger) === 'conj' &&
    tree.childrenIn(trigger, 'mark').some((mark) => CHARGED.has(tree.form(mark)))
  )
    return false;
  if (tree.token(trigger).xpos === 'VBG' && isCharged(tree, trigger)) return false;
  if (isHeadlineInfinitive(tree, trigger)) return true;
  const first = firstOfJoined(tree, trigger);
  const relation = tree.relation(first);
  const head = tree.head(first);
  const marked = [first, trigger].flatMap((at) => tree.childrenIn(at, 'mark').map((mark) => tree.form(mark)));
  if (relation === 'acl' && marked.length)
    return (
      head >= 0 &&
      ((isRanked(tree, head, first) && modality === 'actual') ||
        (/^(?:plan|intention|decision|move|order)$/.test(tree.lemma(head)) && modality !== 'hypothetical') ||
        (UNWILLING.test(tree.lemma(head)) && modality === 'negated'))
    );
  if (head >= 0 && /^(?:guilty|responsible|culpable)$/.test(tree.lemma(head))) return true;
  // "Joined Niger in condemning it", "succeeded in taking the town".
  if (relation === 'advcl' && /^(?:join|succeed)$/.test(tree.lemma(head)) && marked.includes('in')) return true;
  if (relation === 'advcl' && marked.some((mark) => ['to', 'in', 'of', 'for'].includes(mark)))
    return modality === 'planned' || modality === 'negated';
  const carried = relation === 'xcomp' || (relation === 'advcl' && !marked.length);
  return modality !== 'hypothetical' || carried || sense.entry.kind !== 'verb';
}

/** "In no hurry to ratify", "no wish to join": what one has none of is not done. */
export const UNWILLING = /^(?:hurry|rush|haste|wish|desire|need|reason|appetite|inclination|intention|plan)$/;

/** "accused Lima of seizing the islands and supporting rebels": acts that somebody is charged with. */
function isCharged(tree: Tree, at: number): boolean {
  for (const above of tree.ancestors(at, 3)) if (CHARGING.test(tree.lemma(above))) return true;
  return false;
}

const CHARGING = /^(?:accuse|suspect|blame|charge|reproach|acquit|convict)$/;

/** What an accusation, a reproach or a thank puts before the act it is for. */
const CHARGED: ReadonlySet<string> = new Set(['of', 'for']);

/** The gerund or infinitive that others are joined to by "and"; a finite verb above them tells an act of its own. */
function firstOfJoined(tree: Tree, at: number): number {
  let first = at;
  for (let step = 0; step < 6 && tree.relation(first) === 'conj'; step += 1) {
    const above = tree.head(first);
    if (above < 0 || !/^VB[GN]?$/.test(tree.token(above).xpos)) break;
    first = above;
  }
  return first;
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
