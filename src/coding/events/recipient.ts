// Finds to whom it was done: by the slots that the lexicon entry names, else the usual ones, the complement, the nearest name.
import type { EventType } from '../../model/plover.ts';
import { type Clause, isOfOtherTime, verbClause } from './clause.ts';
import { type Filled, fill, NONE, possessors, type Roles, slotOf, without } from './filled.ts';
import { isOfThing } from './grammar.ts';
import { judgedDeeds } from './judged-deeds.ts';
import { conditionalClause } from './modality.ts';
import type { Parties, Search } from './parties.ts';
import { type Sense, slot } from './senses.ts';
import { isOfTeller, isSource, tellerOf } from './tellers.ts';
import type { Tree } from './tree.ts';

const RECIPIENT_SLOTS: readonly string[] = [
  'iobj',
  'obj',
  'with',
  'against',
  'to',
  'on',
  'toward',
  'at',
  'from',
  'for',
  'of',
  'into',
  'over',
  'by',
  'comp',
  'about',
  'in',
];

/** The act that an attitude is about: "agreed to lend". */
interface InnerAct {
  readonly trigger: number;
  readonly roles: () => Roles;
}

export function findRecipient(
  tree: Tree,
  sense: Sense,
  parties: Parties,
  actor: Filled,
  inner: InnerAct | null,
): Filled {
  const { entry, clause } = sense;
  const noun = entry.kind === 'noun' ? (sense.light ?? sense.trigger) : null;
  if (sense.inverted)
    return fill(clause.passive ? clause.objects : clause.subjects, parties, 'subj', { except: actor.ids });
  const barred = new Set(entry.recipient.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const named = entry.recipient.filter((name) => !name.startsWith('-'));
  // "Mali and Chad failed to agree": the parties are there already.
  const complete =
    (named[0] ?? 'with') === 'with' && named.slice(1).every((name) => name === 'in') && actor.ids.length > 1;
  const slots = complete ? ['with'] : [...new Set([...named, ...RECIPIENT_SLOTS])].filter((name) => !barred.has(name));
  const judged = JUDGING.has(entry.type) && entry.kind === 'verb' ? judgedDeeds(tree, clause) : null;
  const doers = judged ? fill(judged.doers, parties, 'doer of the deed', { except: actor.ids, places: true }) : NONE;
  if (doers.ids.length) return doers;
  const visit = entry.mode === 'visit';
  if (visit) {
    const partners = fill(partnersOf(tree, clause), parties, 'with', { except: actor.ids });
    if (partners.ids.length) return partners;
  }
  const own = slots.filter((name) => named.includes(name));
  const usual = slots.filter((name) => !named.includes(name));
  // Where one meets is not with whom, but "sent ministers to Niamey" is to see those who govern there.
  const isSent = entry.recipient[0] === 'to' && SENDING.test(tree.lemma(sense.trigger));
  const kinds = visit ? [true] : entry.type === 'CONSULT' && !isSent ? [false] : [false, true];
  // A place that the entry's own slots name suffers a deed before parties elsewhere do: "a curfew in Jacmel over shots at a patrol".
  const rounds = VERBAL.has(entry.type)
    ? kinds.map((places) => ({ some: slots, places }))
    : [own, usual].flatMap((some) => kinds.map((places) => ({ some, places })));
  // "The Council agreed to keep UNIFIL in Lebanon": one's own mission is not the other side.
  const except = VERBAL.has(entry.type) ? [...actor.ids, ...parties.missionsOf(actor.ids)] : actor.ids;
  for (const { some, places } of rounds) {
    const search: Search = { places, except };
    for (const name of some) {
      if (name === 'by' && clause.passive) continue;
      // "The ministers will meet in Singapore": where, and not with whom.
      if (name === 'in' && MEETING.test(tree.lemma(sense.trigger))) continue;
      // "Deployed missiles in Chad": where forces are put, not whom it is done to.
      if (STATIONED.test(name) && entry.type === 'MOBILIZE' && clause.objects.some((at) => isArmament(tree, at)))
        continue;
      // "Asked him to let the monitors in": who is asked is told, if only by a pronoun that nobody resolves.
      if (name === 'comp' && entry.type === 'REQUEST' && isAskedByPronoun(tree, clause)) continue;
      // Where something is agreed or signed is not with whom.
      if (places && (name === 'in' || name === 'at') && VERBAL.has(entry.type)) continue;
      if (noun !== null && (name === 'by' || (sense.light === null && actor.slot === name))) continue;
      const filled =
        name === 'comp'
          ? complement(tree, sense, parties, search, inner)
          : fill(
              asked(entry.type, slotOf(tree, name, clause, noun), parties).filter(
                (at) =>
                  !isWhereabouts(tree, at, entry.type) &&
                  !isSource(tree, at) &&
                  !isOfFeeling(tree, at) &&
                  !(entry.type === 'AGREE' && name === 'obj' && isPledged(tree, sense.trigger, at)) &&
                  !(
                    entry.type === 'AID' &&
                    (isWard(tree, at) ||
                      (name === 'obj' && isGiven(tree, sense.trigger, at)) ||
                      isOfGift(tree, sense.trigger, at))
                  ) &&
                  !judged?.holds(at) &&
                  !judged?.isAbout(at),
              ),
              parties,
              name,
              search,
            );
      const others = DEALING.has(entry.type) ? without(filled, filled.ids.filter(parties.isDealtAbout)) : filled;
      const found = VERBAL.has(entry.type) ? addressed(others, parties, actor) : others;
      if (found.ids.length)
        return name === 'obj' && entry.type !== 'CONSULT' ? withPlace(tree, found, clause, parties, search) : found;
    }
    if (noun !== null && actor.slot !== 'poss') {
      const modifiers = fill(possessors(tree, noun), parties, 'poss', search);
      if (modifiers.ids.length) return modifiers;
    }
  }
  if (complete || judged) return NONE;
  const teller = tellerOf(tree, sense, parties, actor);
  return teller.ids.length ? teller : nearestAfter(tree, sense, parties, actor);
}

/** "Is in Lima for talks with the envoy", "flew to Oslo for a meeting with him": those whom one comes to see. */
function partnersOf(tree: Tree, { trigger, obliques }: Clause): readonly number[] {
  const talks = [...obliques.map(({ at }) => at), ...tree.childrenIn(trigger, 'obl', 'nmod')].filter(
    (at) => tree.preposition(at) === 'for' && TALKS.test(tree.lemma(at)),
  );
  return talks
    .flatMap((at) => tree.childrenIn(at, 'nmod'))
    .filter((at) => tree.preposition(at) === 'with')
    .flatMap((at) => tree.coordinated(at));
}

const TALKS = /^(?:talk|meeting|consultation|negotiation|discussion|summit)$/;

/** Types that settle what becomes of others. */
const DEALING: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'REQUEST']);

/** Types that judge what somebody has done. */
const JUDGING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT']);

const STATIONED = /^(?:in|at|on|near|into)$/;
const isArmament = (tree: Tree, at: number): boolean =>
  /^(?:missile|weapon|radar|system|battery|launcher|interceptor|warhead|shield|silo|armaments?|bomb|mine)$/.test(
    tree.lemma(at),
  );

/** "Contributed 80 soldiers to the mission", "sends rescue teams": what is given is not whom it is given to. */
const isGiven = (tree: Tree, verb: number, at: number): boolean =>
  /^(?:contribute|send|dispatch|despatch|donate|deploy|fly|lend)$/.test(tree.lemma(verb)) && tree.upos(at) === 'NOUN';

/** "Promised battalions", "had offered doctors": who is to be sent is promised to somebody else. */
const isPledged = (tree: Tree, verb: number, at: number): boolean =>
  /^(?:promise|offer|pledge)$/.test(tree.lemma(verb)) && tree.upos(at) === 'NOUN' && tree.token(at).xpos === 'NNS';

/** "Demanded damages from Sudan and an inquiry into deaths": parsers join a second thing asked for to the one who is asked. */
function asked(type: EventType, places: readonly number[], parties: Parties): readonly number[] {
  const sides = type === 'REQUEST' ? places.filter(parties.isParty) : [];
  return sides.length ? sides : places;
}

/** "Much to the dismay of Danish officials": how others take it. */
const isOfFeeling = (tree: Tree, at: number): boolean =>
  tree.preposition(at) === 'to' &&
  /^(?:alarm|amusement|anger|annoyance|chagrin|delight|dismay|embarrassment|frustration|fury|horror|irritation|relief|satisfaction|shame|surprise)$/.test(
    tree.lemma(at),
  );

/** "Sent a team of engineers": of whom a team is that is sent. */
const isOfGift = (tree: Tree, verb: number, at: number): boolean => {
  const head = tree.head(at);
  return head !== verb && head >= 0 && tree.relation(head) === 'obj' && isGiven(tree, verb, head);
};

const isAskedByPronoun = (tree: Tree, { objects, indirect }: Clause): boolean =>
  [...objects, ...indirect].some((at) => /^(?:him|her|them)$/.test(tree.form(at)));

const MEETING = /^(?:meet|gather|convene|assemble)$/;

/** Words are for parties: arms hear nothing ("welcomed the upkeep of Chad's helicopters"). */
function addressed(filled: Filled, parties: Parties, actor: Filled): Filled {
  return without({ ...filled, ids: parties.hearers(filled.ids) }, actor.ids);
}

/** "Criticised the radar in Oman": where arms stand is not whom words are for. */
const isWhereabouts = (tree: Tree, at: number, type: EventType): boolean =>
  /^(?:ACCUSE|REJECT|SUPPORT|REQUEST|PROTEST)$/.test(type) && isOfThing(tree, at);

/** People without a name stand for the state they are in: "killed twelve miners in Chad" was done to Chad too; whom one met may be there as a guest. */
function withPlace(tree: Tree, found: Filled, clause: Clause, parties: Parties, search: Search): Filled {
  if (!found.ids.every((id) => parties.isNameless(id))) return found;
  const where = [...slot('in', clause), ...slot('from', clause), ...slot('at', clause), ...slot('near', clause)].filter(
    (at) => tree.upos(at) === 'PROPN',
  );
  const around = fill(where, parties, 'in', { ...search, places: true, groups: false });
  return { ...found, ids: [...new Set([...found.ids, ...around.ids])], places: [...found.places, ...around.places] };
}

/** Parties of a complement: "agreed to lend a billion to Indonesia", "demanded that Ghana pay". */
function complement(tree: Tree, sense: Sense, parties: Parties, search: Search, inner: InnerAct | null): Filled {
  if (inner) {
    const roles = inner.roles();
    const sent = SENDING.test(tree.lemma(inner.trigger)) && roles.recipientSlot === 'obj' ? roles.recipient : [];
    const order = sense.entry.type === 'REQUEST' ? [roles.actor, roles.recipient] : [roles.recipient, roles.actor];
    for (const ids of order) {
      const founded = (id: string) => FOUNDING.test(tree.lemma(inner.trigger)) && parties.isNameless(id);
      const rest = ids.filter((id) => !search.except?.includes(id) && !sent.includes(id) && !founded(id));
      if (rest.length) return { ids: rest, places: roles.places, slot: 'complement' };
    }
  }
  for (const groups of [false, true]) {
    for (const at of sense.clause.complements) {
      const found = complementParties(tree, at, parties, { ...search, groups });
      if (found.ids.length) return found;
    }
  }
  return NONE;
}

/** What is sent is not whom it is sent to. */
const SENDING = /^(?:send|dispatch|deploy|despatch|reopen)$/;
/** "Agreed to set up a joint commission": a body that is to be is nobody's other party, though those in its name may be. */
const FOUNDING = /^(?:establish|set|create|form|found|launch)$/;

/** "Agreed to raise the force to 30,000 troops": so many are no party. */
const isAmount = (tree: Tree, verb: number, at: number): boolean =>
  /^(?:increase|raise|cut|reduce|bring|expand|double|lower|limit|triple|strengthen)$/.test(tree.lemma(verb)) &&
  tree.childIn(at, 'nummod') !== null;

/** "Offered to treat the wounded at a hospital": where something is done. */
const isWard = (tree: Tree, at: number): boolean =>
  /^(?:in|at)$/.test(tree.preposition(at)) && /^(?:hospital|school|university|church)$/.test(tree.lemma(at));

function complementParties(tree: Tree, at: number, parties: Parties, search: Search): Filled {
  const inner = verbClause(tree, at);
  const own = tree.childrenIn(at, 'nsubj', 'nsubj:pass');
  const sources: readonly (readonly number[])[] = [
    own.flatMap((place) => tree.coordinated(place)),
    inner.indirect,
    SENDING.test(tree.lemma(at)) ? [] : inner.objects,
    ...['with', 'against', 'to', 'on', 'from', 'for', 'into', 'of', 'in', 'at'].map((name) =>
      slot(name, inner).filter((place) => !isAmount(tree, at, place) && !isWard(tree, place)),
    ),
  ];
  const where = sources.length - 2;
  for (const [order, source] of sources.entries()) {
    // "undertook to do at Istanbul": where something is to be done is not for whom.
    const found = fill(source, parties, 'complement', order >= where ? { ...search, places: false } : search);
    const founded = source === inner.objects && FOUNDING.test(tree.lemma(at));
    if (found.ids.length && !(founded && found.ids.every((id) => parties.isNameless(id)))) return found;
  }
  for (const deeper of tree.childrenIn(at, 'xcomp', 'advcl', 'ccomp')) {
    if (conditionalClause(tree, deeper)) continue;
    const { objects, obliques } = verbClause(tree, deeper);
    const where = obliques.filter((one) => /^(?:in|at)$/.test(tree.preposition(one.at))).map((one) => one.at);
    const others = obliques.map((one) => one.at).filter((place) => !where.includes(place));
    const found = fill([...objects, ...others], parties, 'complement', search);
    if (found.ids.length) return found;
  }
  return NONE;
}

/** Acts of speech, which a place does not receive. */
const VERBAL: ReadonlySet<EventType> = new Set(['AGREE', 'SUPPORT', 'REQUEST', 'REJECT', 'THREATEN', 'COOPERATE']);

/** Types that somebody always suffers or receives; a lost recipient is looked for to the right. */
const DIRECTED: ReadonlySet<EventType> = new Set([
  'AID',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'SUPPORT',
]);

/** The nearest name after the trigger and before the next clause with a subject of its own. */
function nearestAfter(tree: Tree, sense: Sense, parties: Parties, actor: Filled): Filled {
  if (!DIRECTED.has(sense.entry.type) || sense.clause.passive || sense.entry.kind !== 'verb') return NONE;
  for (let at = sense.trigger + 1; at < tree.size && at - sense.trigger < 25; at += 1) {
    if (tree.relation(at) === 'nsubj' || /^[;:]$/.test(tree.form(at))) return NONE;
    // "Apologised for the raid but accused Chad": of the second verb.
    if (tree.upos(at) === 'VERB' && tree.relation(at) === 'conj' && tree.head(at) === sense.trigger) return NONE;
    if (isOfOtherTime(tree, at, sense.trigger) || isWhereabouts(tree, at, sense.entry.type)) continue;
    if (isOfTeller(tree, at, sense.trigger)) continue;
    const search: Search = { except: actor.ids, groups: false };
    const found = fill(
      tree.upos(at) === 'PROPN' || tree.upos(at) === 'ADJ' ? [at] : [],
      parties,
      'nearest after',
      search,
    );
    if (found.ids.length) return found;
  }
  return NONE;
}
