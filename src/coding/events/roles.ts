// Fills an event's actors and recipients from the slots that its lexicon entry names, or from the usual ones.
import { type EventType, RECIPROCAL_TYPES } from '../../model/plover.ts';
import { type Clause, isCompanyElsewhen, isOfOtherTime, saidBefore, verbClause } from './clause.ts';
import { courseOf } from './course.ts';
import { isGranted, isOfThing, isUpcoming } from './grammar.ts';
import { judgedDeeds } from './judged-deeds.ts';
import { conditionalClause } from './modality.ts';
import type { Parties, Search } from './parties.ts';
import { type Sense, slot } from './senses.ts';
import { logicalSubjects, lostSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

export interface Roles {
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  /** Where the fillers stand, for the evidence. */
  readonly places: readonly number[];
  /** The slots that gave the actor and the recipient, for `why`. */
  readonly actorSlot: string;
  readonly recipientSlot: string;
}

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
/** Slots whose parties do the thing together with the actor. */
const TOGETHER: ReadonlySet<string> = new Set(['with', 'between', 'among', 'together with', 'alongside']);

interface Filled {
  readonly ids: readonly string[];
  readonly places: readonly number[];
  readonly slot: string;
}

const NONE: Filled = { ids: [], places: [], slot: '' };

/** The roles of a trigger in the sense found for it. `inner`: the act that an attitude is about, with its roles. */
export function findRoles(tree: Tree, sense: Sense, parties: Parties, inner: Sense | null): Roles {
  let actor = findActor(tree, sense, parties);
  let recipient = findRecipient(tree, sense, parties, actor, inner);
  const { type, mode, word } = sense.entry;
  const foretold = saidBefore(tree, sense.trigger).flatMap((said) => logicalSubjects(tree, said));
  if (foretold.length) {
    const doers = parties.ofAll(foretold);
    actor = { ...actor, ids: [...new Set([...actor.ids, ...doers])], places: [...actor.places, ...foretold] };
    recipient = { ...recipient, ids: recipient.ids.filter((id) => !doers.includes(id)) };
  }
  // "The envoy warned that Oman would aim at the sites": whom the threat is from is not whom it is for.
  if (type === 'THREATEN') recipient = without(recipient, parties.sidesOf(actor.ids));
  if (type === 'THREATEN' && !recipient.ids.length) recipient = warned(tree, sense, parties, actor);
  const shared = TOGETHER.has(recipient.slot) || (type === 'CONSULT' && recipient.slot === 'obj' && mode === null);
  const elsewhen = type !== 'CONSULT' && recipient.places.some((at) => isCompanyElsewhen(tree, at, sense.trigger));
  if (
    shared &&
    !elsewhen &&
    (RECIPROCAL_TYPES.has(type) || type === 'SUPPORT') &&
    mode !== 'visit' &&
    !ALONE.test(word) &&
    actor.ids.length
  ) {
    actor = {
      ...actor,
      ids: [...new Set([...actor.ids, ...recipient.ids])],
      places: [...actor.places, ...recipient.places],
    };
    recipient = { ...NONE, slot: recipient.slot };
  }
  if (mode === 'visit') recipient = withHosts(recipient, parties.sidesOf(actor.ids), parties);
  return {
    actor: actor.ids,
    recipient: recipient.ids,
    places: [...actor.places, ...recipient.places],
    actorSlot: actor.slot,
    recipientSlot: recipient.slot,
  };
}

/** "Will visit Lima": the state whose city it is receives the visitor, unless it is his own. */
function withHosts(recipient: Filled, own: readonly string[], parties: Parties): Filled {
  const hosts = recipient.ids.flatMap((id) => (parties.isPlaceOf(id) ? parties.sidesOf([id]) : []));
  const others = hosts.filter((id) => !own.includes(id));
  return { ...recipient, ids: [...new Set([...others, ...recipient.ids])] };
}

/** "Ratified the pact with Oman": each does so for itself. */
const ALONE = /^(?:ratify|ratification|approve)$/;

/** "Will open the gates if Oman goes any further": whose deed a threat hangs on is threatened. */
function warned(tree: Tree, { clause, trigger }: Sense, parties: Parties, actor: Filled): Filled {
  const conditions = [trigger, ...clause.complements]
    .flatMap((at) => tree.childrenIn(at, 'advcl'))
    .filter((at) => conditionalClause(tree, at));
  const search: Search = { except: actor.ids, groups: false };
  return fill(
    conditions.flatMap((at) => logicalSubjects(tree, at)),
    parties,
    'subject of the condition',
    search,
  );
}

function findActor(tree: Tree, sense: Sense, parties: Parties): Filled {
  const { entry, clause, light } = sense;
  if (entry.kind === 'noun' && light === null) {
    const predicate = fill(clause.subjects, parties, 'subj');
    if (predicate.ids.length) return predicate;
    const named = nounActor(tree, sense.trigger, entry.actor, clause, parties);
    if (entry.type === 'CONSULT' && isUpcoming(tree, sense.trigger))
      return withSides(tree, named, sense.trigger, parties);
    if (named.ids.length) return named;
    return attendants(tree, sense, parties) ?? resumed(tree, sense, parties) ?? presupposed(tree, sense, parties);
  }
  if (sense.inverted) return nounActor(tree, light ?? sense.trigger, ['from', 'by', 'poss'], clause, parties);
  for (const name of entry.kind !== 'noun' && entry.actor.length ? entry.actor : ['subj']) {
    const found =
      name === 'speaker'
        ? speaker(tree, sense, parties)
        : name === 'held'
          ? (sitters(tree, sense, clause.subjects, parties) ?? NONE)
          : fill(slot(name, clause), parties, name);
    if (found.ids.length) return found;
  }
  if (light !== null) {
    const carried = nounActor(tree, light, entry.actor, clause, parties);
    if (carried.ids.length) return carried;
  }
  if (entry.actor.includes('speaker') || entry.actor.includes('held')) return NONE;
  if (clause.passive) {
    const sides = fill(slot('between', clause), parties, 'between');
    return sides.ids.length
      ? sides
      : (sitters(tree, sense, clause.objects, parties) ?? custodian(tree, sense, parties));
  }
  const before = clause.subjects.length ? NONE : fill(lostSubjects(tree, sense.trigger), parties, 'subj');
  if (before.ids.length) return before;
  // A verb taken for a noun has its subject among its modifiers: "after a Chadian jet shot down ...".
  const misread =
    clause.subjects.length || !MISREAD.test(tree.relation(sense.trigger)) ? [] : possessors(tree, sense.trigger);
  const inside = fill(
    misread.filter((at) => at < sense.trigger),
    parties,
    'subj',
  );
  if (inside.ids.length) return inside;
  const lost = !clause.subjects.length || ['acl', 'advcl'].includes(tree.deprel(sense.trigger));
  return lost ? nearestSubject(tree, sense.trigger, parties) : NONE;
}

/** "Ahead of the defence ministers' meeting": ministers of no state that is named are those of the two sides. */
function withSides(tree: Tree, named: Filled, trigger: number, parties: Parties): Filled {
  const byOffice = named.places.every((at) =>
    /^(?:minister|leader|ambassador|envoy|president)s?$/.test(tree.lemma(at)),
  );
  if (!named.ids.every((id) => parties.isNameless(id) || (byOffice && parties.isOwnerless(id)))) return named;
  const ids = [...new Set([...named.ids, ...parties.bothSides(trigger)])];
  return ids.length ? { ids, places: [...named.places, trigger], slot: named.slot || 'both sides' } : NONE;
}

/** "Despite cooperation on grain": what is taken for granted is done by the two sides that the text speaks of. */
function presupposed(tree: Tree, { trigger, entry }: Sense, parties: Parties): Filled {
  if (entry.type !== 'COOPERATE' || !isGranted(tree, trigger)) return NONE;
  const ids = parties.bothSides(trigger);
  return ids.length ? { ids, places: [trigger], slot: 'both sides' } : NONE;
}

/** "Said after talks with the envoy", "signed it at a meeting with Chad": who does what follows took part. */
function attendants(tree: Tree, sense: Sense, parties: Parties): Filled | null {
  const { trigger, entry, clause } = sense;
  const verb = tree.head(trigger);
  if (entry.type !== 'CONSULT' || entry.mode === 'visit' || verb < 0 || tree.upos(verb) !== 'VERB') return null;
  if (tree.relation(trigger) !== 'obl' || !/^(?:after|during|in|at|following)$/.test(tree.preposition(trigger)))
    return null;
  const found = fill(logicalSubjects(tree, verb), parties, 'subject of what followed');
  return found.ids.length > 1 || slot('with', clause).length ? found : null;
}

/** "The talks ended without result": those of which a text of two sides tells what became are theirs. */
function resumed(tree: Tree, sense: Sense, parties: Parties): Filled | null {
  const { trigger, entry } = sense;
  const course = entry.type === 'CONSULT' && entry.mode === null ? courseOf(tree, trigger) : null;
  if (course === null) return null;
  // "Oslo said talks with Chad had broken down": one side tells of its meeting with the other.
  if (slot('with', sense.clause).length) {
    const above = tree.relation(course.verb) === 'ccomp' ? tree.head(course.verb) : -1;
    const teller = above < 0 ? NONE : fill(logicalSubjects(tree, above), parties, 'speaker', { groups: false });
    const states = teller.ids.flatMap((id) => (parties.isOwnerless(id) ? [id] : parties.sidesOf([id])));
    return states.length ? { ...teller, ids: [...new Set(states)] } : null;
  }
  if (!isKnownSitting(tree, trigger)) return null;
  const ids = parties.bothSides(trigger);
  return ids.length ? { ids, places: [trigger], slot: 'both sides' } : null;
}

/** "The talks", "their next meeting": one that the reader knows of, not "discussions" at large. */
function isKnownSitting(tree: Tree, at: number): boolean {
  if (!SITTING.test(tree.lemma(at))) return false;
  return tree.childrenIn(at, 'det', 'amod', 'nmod:poss').some((child) => KNOWN.test(tree.form(child)));
}

const KNOWN = /^(?:the|this|their|next|first|second|third|fourth|fifth|last|final|latest|new)$/;
const SITTING = /^(?:meetings?|sessions?|summits?|rounds?|talks?|negotiations?|dialogue|consultations?|discussions?)$/;

/**
 * "A Lake Council meeting will be held", "the next round of talks takes place in May": who sits is named by what is held, else it is the
 * two sides that the text speaks of.
 */
function sitters(tree: Tree, sense: Sense, held: readonly number[], parties: Parties): Filled | null {
  if (sense.entry.type !== 'CONSULT') return null;
  const named = held.flatMap((at) => [
    ...possessors(tree, at),
    ...tree.childrenIn(at, 'nmod').filter((child) => /^(?:of|between|with)$/.test(tree.preposition(child))),
  ]);
  const found = fill(named, parties, 'held');
  // "Chad said the talks with Sudan would go on": one side tells of its meeting with the other.
  const isCompany = found.ids.length === 1 && named.some((at) => tree.preposition(at) === 'with');
  const teller = isCompany ? speaker(tree, sense, parties) : NONE;
  const ids = [...new Set([...found.ids, ...teller.ids])];
  if (ids.length) return { ...found, ids, places: [...found.places, ...teller.places] };
  const [first] = held;
  const sides = first !== undefined && isKnownSitting(tree, first) ? parties.bothSides(first) : [];
  return sides.length ? { ids: sides, places: held, slot: 'both sides' } : null;
}

/** Arrests and ill-treatment in a state, with no doer named, are that state's: "was arrested in Niger". */
function custodian(tree: Tree, sense: Sense, parties: Parties): Filled {
  if (sense.entry.word === 'summon') {
    const where = parties.ofAll(slot('in', sense.clause), { places: true, groups: false });
    const hosts = where.flatMap((id) => (parties.isOwnerless(id) ? [] : parties.sidesOf([id])));
    return hosts.length ? { ids: hosts, places: slot('in', sense.clause), slot: 'in' } : NONE;
  }
  const custody = /^(?:arrest|deport|torture)$/.test(sense.entry.mode ?? '');
  return custody
    ? fill(
        slot('in', sense.clause).filter((at) => tree.upos(at) === 'PROPN'),
        parties,
        'in',
      )
    : NONE;
}

function nounActor(tree: Tree, noun: number, slots: readonly string[], clause: Clause, parties: Parties): Filled {
  for (const name of slots.length ? slots : ['poss', 'by', 'from']) {
    const found = fill(name === 'poss' ? possessors(tree, noun) : slot(name, clause), parties, name);
    if (found.ids.length) return found;
  }
  return NONE;
}

function possessors(tree: Tree, noun: number): readonly number[] {
  return tree.childrenIn(noun, 'nmod:poss', 'compound', 'amod').flatMap((at) => tree.coordinated(at));
}

const MISREAD = /^(?:obl|nmod|advcl)$/;

/** The nearest subject to the left, for a trigger whose own the parse has lost. */
function nearestSubject(tree: Tree, trigger: number, parties: Parties): Filled {
  for (let at = trigger - 1; at >= 0 && trigger - at < 40; at -= 1) {
    if (tree.relation(at) !== 'nsubj') continue;
    const found = fill(tree.coordinated(at), parties, 'nearest subject');
    if (found.ids.length) return found;
  }
  return NONE;
}

/** Who says the clause: "The minister said Iran was responsible." */
function speaker(tree: Tree, sense: Sense, parties: Parties): Filled {
  for (const above of tree.ancestors(sense.trigger)) {
    if (tree.upos(above) !== 'VERB') continue;
    const found = fill(logicalSubjects(tree, above), parties, 'speaker');
    if (found.ids.length) return found;
  }
  const said = tree.childrenIn(sense.trigger, 'parataxis', 'ccomp').find((at) => tree.upos(at) === 'VERB');
  return said === undefined ? NONE : fill(logicalSubjects(tree, said), parties, 'speaker');
}

function findRecipient(tree: Tree, sense: Sense, parties: Parties, actor: Filled, inner: Sense | null): Filled {
  const { entry, clause } = sense;
  const noun = entry.kind === 'noun' ? (sense.light ?? sense.trigger) : null;
  if (sense.inverted)
    return fill(clause.passive ? clause.objects : clause.subjects, parties, 'subj', { except: actor.ids });
  const barred = new Set(entry.recipient.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const named = entry.recipient.filter((name) => !name.startsWith('-'));
  // "Mali and Chad failed to agree": the parties are there already.
  const complete = named.length <= 1 && (named[0] ?? 'with') === 'with' && actor.ids.length > 1;
  const slots = complete ? named : [...new Set([...named, ...RECIPIENT_SLOTS])].filter((name) => !barred.has(name));
  const judged = JUDGING.has(entry.type) && entry.kind === 'verb' ? judgedDeeds(tree, clause) : null;
  if (judged?.doers.length) return fill(judged.doers, parties, 'doer of the deed', { except: actor.ids });
  const visit = entry.mode === 'visit';
  const own = slots.filter((name) => named.includes(name));
  const others = slots.filter((name) => !named.includes(name));
  const kinds = visit ? [true] : entry.type === 'CONSULT' ? [false] : [false, true];
  // A place that the entry's own slots name suffers a deed before parties elsewhere do: "a curfew in Jacmel over shots at a patrol".
  const rounds = VERBAL.has(entry.type)
    ? kinds.map((places) => ({ some: slots, places }))
    : [own, others].flatMap((some) => kinds.map((places) => ({ some, places })));
  for (const { some, places } of rounds) {
    const search: Search = { places, except: actor.ids };
    for (const name of some) {
      if (name === 'by' && clause.passive) continue;
      // "The ministers will meet in Singapore": where, and not with whom.
      if (name === 'in' && MEETING.test(tree.lemma(sense.trigger))) continue;
      // "Deployed missiles in Chad": where forces are put, not whom it is done to.
      if (STATIONED.test(name) && entry.type === 'MOBILIZE' && clause.objects.some((at) => isArmament(tree, at)))
        continue;
      // "Contributed 80 soldiers to the mission": what is given.
      if (name === 'obj' && entry.type === 'AID' && tree.lemma(sense.trigger) === 'contribute') continue;
      // "Asked him to let the monitors in": who is asked is told, if only by a pronoun that nobody resolves.
      if (name === 'comp' && entry.type === 'REQUEST' && isAskedByPronoun(tree, clause)) continue;
      // Where something is agreed or signed is not with whom.
      if (places && (name === 'in' || name === 'at') && VERBAL.has(entry.type)) continue;
      if (noun !== null && (name === 'by' || (sense.light === null && actor.slot === name))) continue;
      const filled =
        name === 'comp'
          ? complement(tree, sense, parties, search, inner)
          : fill(
              slotOf(tree, name, clause, noun).filter(
                (at) =>
                  !isWhereabouts(tree, at, entry.type) &&
                  !(entry.type === 'AID' && isWard(tree, at)) &&
                  !judged?.holds(at) &&
                  !judged?.isAbout(at),
              ),
              parties,
              name,
              search,
            );
      const found = VERBAL.has(entry.type) ? addressed(filled, parties, actor) : filled;
      if (found.ids.length)
        return name === 'obj' && entry.type !== 'CONSULT' ? withPlace(tree, found, clause, parties, search) : found;
    }
    if (noun !== null && actor.slot !== 'poss') {
      const modifiers = fill(possessors(tree, noun), parties, 'poss', search);
      if (modifiers.ids.length) return modifiers;
    }
  }
  return complete || judged ? NONE : nearestAfter(tree, sense, parties, actor);
}

/** Types that judge what somebody has done. */
const JUDGING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT']);

const STATIONED = /^(?:in|at|on|near|into)$/;
const isArmament = (tree: Tree, at: number): boolean =>
  /^(?:missile|weapon|radar|system|battery|launcher|interceptor|warhead|shield|silo|armaments?|bomb|mine)$/.test(
    tree.lemma(at),
  );

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

function slotOf(tree: Tree, name: string, clause: Clause, noun: number | null): readonly number[] {
  return name === 'poss' && noun !== null ? possessors(tree, noun) : slot(name, clause);
}

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
function complement(tree: Tree, sense: Sense, parties: Parties, search: Search, inner: Sense | null): Filled {
  if (inner && inner.trigger !== sense.trigger) {
    const roles = findRoles(tree, inner, parties, null);
    const sent = SENDING.test(tree.lemma(inner.trigger)) && roles.recipientSlot === 'obj' ? roles.recipient : [];
    const order = sense.entry.type === 'REQUEST' ? [roles.actor, roles.recipient] : [roles.recipient, roles.actor];
    for (const ids of order) {
      const rest = ids.filter((id) => !search.except?.includes(id) && !sent.includes(id));
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
    if (found.ids.length) return found;
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
    if (isOfOtherTime(tree, at, sense.trigger) || isWhereabouts(tree, at, sense.entry.type)) continue;
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

function without(filled: Filled, others: readonly string[]): Filled {
  const ids = filled.ids.filter((id) => !others.includes(id));
  return ids.length ? { ...filled, ids } : NONE;
}

function fill(places: readonly number[], parties: Parties, name: string, search: Search = {}): Filled {
  const ids = parties.ofAll(places, search);
  return ids.length ? { ids, places, slot: name } : NONE;
}
