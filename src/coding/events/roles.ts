// Fills an event's actors and recipients from the slots that its lexicon entry names, or from the usual ones.
import { RECIPROCAL_TYPES } from '../../model/plover.ts';
import { findActor } from './actor.ts';
import { isCompanyElsewhen, saidBefore } from './clause.ts';
import { type Filled, fill, NONE, type Roles, without } from './filled.ts';
import { conditionalClause } from './modality.ts';
import type { Parties, Search } from './parties.ts';
import { findRecipient } from './recipient.ts';
import type { Sense } from './senses.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

/** Slots whose parties do the thing together with the actor. */
const TOGETHER: ReadonlySet<string> = new Set(['with', 'between', 'among', 'together with', 'alongside']);

/** The roles of a trigger in the sense found for it. `inner`: the act that an attitude is about, with its roles. */
export function findRoles(tree: Tree, sense: Sense, parties: Parties, inner: Sense | null): Roles {
  let actor = findActor(tree, sense, parties);
  const act =
    inner && inner.trigger !== sense.trigger
      ? { trigger: inner.trigger, roles: () => findRoles(tree, inner, parties, null) }
      : null;
  let recipient = findRecipient(tree, sense, parties, actor, act);
  const { type, mode, word } = sense.entry;
  const foretold = saidBefore(tree, sense.trigger).flatMap((said) => logicalSubjects(tree, said));
  if (foretold.length) {
    const doers = parties.ofAll(foretold);
    actor = { ...actor, ids: [...new Set([...actor.ids, ...doers])], places: [...actor.places, ...foretold] };
    recipient = { ...recipient, ids: recipient.ids.filter((id) => !doers.includes(id)) };
  }
  // "I propose that we set up a force": who is to do it with the speaker is asked for nothing.
  if (type === 'REQUEST' && recipient.places.some((at) => tree.form(at) === 'we'))
    recipient = without(recipient, parties.sidesOf(actor.ids));
  // "The envoy warned that Oman would aim at the sites", "a lunch given by Oman's envoy": those for whom one speaks are no other side.
  if (type === 'THREATEN' || type === 'CONSULT') recipient = without(recipient, parties.sidesOf(actor.ids));
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
  // "The talks between the ministers of Chad and Mali were suspended": nobody else is told to have done it.
  if (type === 'SANCTION' && actor.slot === 'held') recipient = NONE;
  recipient = without(recipient, recipient.ids.filter(parties.isWaters));
  if (PLACELESS.has(type) && WHEREABOUTS.test(recipient.slot))
    recipient = without(recipient, recipient.ids.filter(parties.isPlaceAlone));
  if (mode === 'visit' || HOSTED.has(type)) recipient = withHosts(recipient, parties.sidesOf(actor.ids), parties);
  return {
    actor: actor.ids,
    recipient: recipient.ids,
    places: [...actor.places, ...recipient.places],
    actorSlot: actor.slot,
    recipientSlot: recipient.slot,
  };
}

/** Types whose other party is no place: "left the exercise over flights near Arica". */
const PLACELESS: ReadonlySet<string> = new Set(['RETREAT', 'AGREE', 'SUPPORT', 'REJECT', 'REQUEST', 'COOPERATE']);
const WHEREABOUTS = /^(?:over|above|near|around|nearest after)$/;

/** Types that befall the state whose town it is: "recalled its envoy from Lima", "shelled the port of Aden". */
const HOSTED: ReadonlySet<string> = new Set([
  'SANCTION',
  'AID',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'ACCUSE',
  'PROTEST',
  'CONSULT',
]);

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
