// Fills an event's actors and recipients from the slots that its lexicon entry names, or from the usual ones.
import { RECIPROCAL_TYPES } from '../../model/plover.ts';
import { type Clause, logicalSubjects, verbClause } from './clause.ts';
import type { Parties } from './parties.ts';
import { type Sense, slot } from './senses.ts';
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

/** The roles of a trigger in the sense found for it. */
export function findRoles(tree: Tree, sense: Sense, parties: Parties): Roles {
  let actor = findActor(tree, sense, parties);
  let recipient = findRecipient(tree, sense, parties, actor);
  const { type, mode } = sense.entry;
  const shared = TOGETHER.has(recipient.slot) || (type === 'CONSULT' && recipient.slot === 'obj' && mode === null);
  if (shared && (RECIPROCAL_TYPES.has(type) || type === 'SUPPORT') && mode !== 'visit' && actor.ids.length) {
    actor = {
      ...actor,
      ids: [...new Set([...actor.ids, ...recipient.ids])],
      places: [...actor.places, ...recipient.places],
    };
    recipient = { ...NONE, slot: recipient.slot };
  }
  return {
    actor: actor.ids,
    recipient: recipient.ids,
    places: [...actor.places, ...recipient.places],
    actorSlot: actor.slot,
    recipientSlot: recipient.slot,
  };
}

function findActor(tree: Tree, sense: Sense, parties: Parties): Filled {
  const { entry, clause } = sense;
  if (entry.kind !== 'noun' || sense.light !== null) {
    const wanted = entry.kind !== 'noun' && entry.actor.length ? entry.actor : ['subj'];
    for (const name of wanted) {
      const found = name === 'speaker' ? speaker(tree, sense, parties) : fill(slot(name, clause), parties, name);
      if (found.ids.length) return found;
    }
    if (sense.light !== null) {
      const carried = nounActor(tree, sense.light, entry.actor, sense.clause, parties);
      if (carried.ids.length) return carried;
    }
    if (wanted.includes('speaker') || clause.passive) return NONE;
    return clause.subjects.length ? NONE : nearestSubject(tree, sense.trigger, parties);
  }
  return nounActor(tree, sense.trigger, entry.actor, clause, parties);
}

function nounActor(tree: Tree, noun: number, slots: readonly string[], clause: Clause, parties: Parties): Filled {
  for (const name of slots.length ? slots : ['poss', 'by', 'from']) {
    const places =
      name === 'poss'
        ? tree.childrenIn(noun, 'nmod:poss', 'compound', 'amod').flatMap((at) => tree.coordinated(at))
        : slot(name, clause);
    const found = fill(places, parties, name);
    if (found.ids.length) return found;
  }
  return NONE;
}

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

function findRecipient(tree: Tree, sense: Sense, parties: Parties, actor: Filled): Filled {
  const { entry, clause } = sense;
  const noun = entry.kind === 'noun' ? (sense.light ?? sense.trigger) : null;
  const named = entry.recipient;
  for (const places of [false, true]) {
    const tried = new Set<string>();
    for (const name of [...named, ...RECIPIENT_SLOTS]) {
      if (tried.has(name) || (noun !== null && name === 'by')) continue;
      tried.add(name);
      if (noun !== null && sense.light === null && entry.actor.includes(name) && actor.slot === name) continue;
      const found = without(fillSlot(tree, name, clause, noun, parties, places), actor.ids);
      if (found.ids.length) return found;
    }
    if (noun !== null && actor.slot !== 'poss') {
      const modifiers = without(
        fill(tree.childrenIn(noun, 'nmod:poss', 'compound', 'amod'), parties, 'poss', places),
        actor.ids,
      );
      if (modifiers.ids.length) return modifiers;
    }
  }
  return NONE;
}

function fillSlot(
  tree: Tree,
  name: string,
  clause: Clause,
  noun: number | null,
  parties: Parties,
  places: boolean,
): Filled {
  if (name === 'poss' && noun !== null)
    return fill(tree.childrenIn(noun, 'nmod:poss', 'compound', 'amod'), parties, name, places);
  if (name === 'comp') {
    for (const complement of clause.complements) {
      const found = complementParties(tree, complement, parties, places);
      if (found.ids.length) return found;
    }
    return NONE;
  }
  return fill(slot(name, clause), parties, name, places);
}

/** Parties of a complement: "agreed to lend a billion to Indonesia", "demanded that Ghana pay". */
function complementParties(tree: Tree, at: number, parties: Parties, places: boolean): Filled {
  const inner = verbClause(tree, at);
  const own = tree.childrenIn(at, 'nsubj', 'nsubj:pass');
  const sources: readonly (readonly number[])[] = [
    own.flatMap((place) => tree.coordinated(place)),
    inner.indirect,
    inner.objects,
    ...['with', 'against', 'to', 'on', 'from', 'for', 'into', 'of', 'in', 'at'].map((name) => slot(name, inner)),
  ];
  for (const source of sources) {
    const found = fill(source, parties, 'complement', places);
    if (found.ids.length) return found;
  }
  for (const deeper of tree.childrenIn(at, 'xcomp', 'advcl', 'ccomp')) {
    const found = fill(
      [...verbClause(tree, deeper).objects, ...verbClause(tree, deeper).obliques.map((one) => one.at)],
      parties,
      'complement',
      places,
    );
    if (found.ids.length) return found;
  }
  return NONE;
}

function fill(places: readonly number[], parties: Parties, name: string, withPlaces = false): Filled {
  const ids = parties.ofAll(places, { places: withPlaces });
  return ids.length ? { ids, places, slot: name } : NONE;
}

function without(filled: Filled, ids: readonly string[]): Filled {
  const rest = filled.ids.filter((id) => !ids.includes(id));
  return rest.length === filled.ids.length ? filled : { ...filled, ids: rest };
}
