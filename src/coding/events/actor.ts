// Finds who did it: by the slots that the lexicon entry names, else the subject, the possessor, who speaks or who sat there.
import type { Clause } from './clause.ts';
import { courseOf } from './course.ts';
import { type Filled, fill, NONE, possessors } from './filled.ts';
import { isGranted, isUpcoming } from './grammar.ts';
import type { Parties } from './parties.ts';
import { type Sense, slot } from './senses.ts';
import { logicalSubjects, lostSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

export function findActor(tree: Tree, sense: Sense, parties: Parties): Filled {
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
          : name === 'in'
            ? hosts(slot(name, clause), parties)
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
  const ids = parties.thoseWhoMeet(trigger);
  return ids.length ? { ids, places: [trigger], slot: 'both sides' } : null;
}

/** "The talks", "their next meeting": one that the reader knows of, not "discussions" at large. */
function isKnownSitting(tree: Tree, at: number): boolean {
  if (!SITTING.test(tree.lemma(at))) return false;
  return tree.childrenIn(at, 'det', 'amod', 'nmod:poss').some((child) => KNOWN.test(tree.form(child)));
}

const KNOWN = /^(?:the|this|their|next|first|second|third|fourth|fifth|last|final|latest|new)$/;
const SITTING = /^(?:meetings?|sessions?|summits?|rounds?|talks?|negotiations?|dialogue|consultations?|discussions?)$/;

const MEETING =
  /^(?:meetings?|sessions?|summits?|rounds?|talks?|negotiations?|dialogues?|consultations?|discussions?|conferences?|visits?|conversations?|contacts?|calls?|briefings?|gatherings?|encounters?|forums?|assembl(?:y|ies)|trilaterals?|exchanges?|trips?|hearings?)$/;

/**
 * "A Lake Council meeting will be held", "the next round of talks takes place in May": who sits is named by what is held, else it is the
 * two sides that the text speaks of.
 */
function sitters(tree: Tree, sense: Sense, held: readonly number[], parties: Parties): Filled | null {
  const { type } = sense.entry;
  if (type !== 'CONSULT' && type !== 'SANCTION') return null;
  // "The episode with the destroyer was discussed": what is talked about does not sit there.
  const sittings = held.filter((at) => MEETING.test(tree.lemma(at)));
  const named = sittings.flatMap((at) => [
    ...possessors(tree, at),
    ...tree.childrenIn(at, 'nmod').filter((child) => /^(?:of|between|with)$/.test(tree.preposition(child))),
  ]);
  const found = fill(named, parties, 'held');
  // "The dialogue of the ministers of Chad and Mali was suspended": nobody else is told to have done it.
  if (type === 'SANCTION') return found.ids.length > 1 ? found : null;
  // "Chad said the talks with Sudan would go on": one side tells of its meeting with the other.
  const isCompany = found.ids.length === 1 && named.some((at) => tree.preposition(at) === 'with');
  const teller = isCompany ? speaker(tree, sense, parties) : NONE;
  const ids = [...new Set([...found.ids, ...teller.ids])];
  if (ids.length) return { ...found, ids, places: [...found.places, ...teller.places] };
  const [first] = held;
  const sides = first !== undefined && isKnownSitting(tree, first) ? parties.thoseWhoMeet(first) : [];
  return sides.length ? { ids: sides, places: held, slot: 'both sides' } : null;
}

/** Arrests and ill-treatment in a state, with no doer named, are that state's: "was arrested in Niger". */
function custodian(tree: Tree, sense: Sense, parties: Parties): Filled {
  if (sense.entry.word === 'summon') return hosts(slot('in', sense.clause), parties);
  const custody = /^(?:arrest|deport|torture)$/.test(sense.entry.mode ?? '');
  return custody
    ? fill(
        slot('in', sense.clause).filter((at) => tree.upos(at) === 'PROPN'),
        parties,
        'in',
      )
    : NONE;
}

/** "Was summoned in Dakar", "was met with anger in Dakar": the state that a place of the deed stands for. */
function hosts(places: readonly number[], parties: Parties): Filled {
  const named = fill(places, parties, 'in');
  if (named.ids.length) return named;
  const where = parties.ofAll(places, { places: true, groups: false });
  const ids = where.flatMap((id) => (parties.isOwnerless(id) ? [] : parties.sidesOf([id])));
  return ids.length ? { ids, places, slot: 'in' } : NONE;
}

function nounActor(tree: Tree, noun: number, slots: readonly string[], clause: Clause, parties: Parties): Filled {
  for (const name of slots.length ? slots : ['poss', 'by', 'from']) {
    const found = fill(name === 'poss' ? possessors(tree, noun) : slot(name, clause), parties, name);
    if (found.ids.length) return found;
  }
  return NONE;
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
