// Whether a deed is by and with those whom a promise or request names, about the matter it names.
import { RECIPROCAL_TYPES } from '../../../model/plover.ts';
import type { Deed } from '../deeds.ts';
import { type AllSides, askingOf, boundBy, idsOf } from './sides.ts';

/** @param later what fulfils the promise by its type, or refuses it */
export function areSameParties(first: Deed, later: Deed, sides: AllSides): boolean {
  const isSameMatter = shares(first.about, later.about);
  if (first.about.length > 0 && !isSameMatter) return false;
  return later.type === 'REJECT'
    ? isRefusedByThem(first, later, sides, isSameMatter)
    : isDoneByThem(first, later, sides, isSameMatter);
}

/** One of those bound refuses what was promised or asked for, or refuses it to the others. */
function isRefusedByThem(first: Deed, later: Deed, sides: AllSides, isSameMatter: boolean): boolean {
  const [bound, asking] = [boundBy(first), askingOf(first)];
  const who = bound.filter((id) => isAmong(id, later.actor, sides));
  if (who.length === 0) return false;
  const others = [...bound, ...asking].filter((id) => !isAmong(id, who, sides));
  return isSameMatter || others.some((id) => isAmong(id, [...later.actor, ...later.recipient], sides));
}

/** All those bound do it together, for or with all those it was promised to or who asked for it. */
function isDoneByThem(first: Deed, later: Deed, sides: AllSides, isSameMatter: boolean): boolean {
  const bound = boundBy(first);
  const asking = askingOf(first).filter((id) => sides.get(id)?.kind !== 'place');
  const isJoint = RECIPROCAL_TYPES.has(later.type);
  // Who meets is a matter of who is named first in the sentence.
  const doing = isJoint ? [...later.actor, ...later.recipient] : later.actor;
  const isByThem =
    bound.length > 0 && bound.every((id) => isAmong(id, doing, sides)) && areThemselves(first, doing, sides);
  if (!isByThem) return false;
  // A meeting is about something, named or not; of other deeds one about a named matter may be another deed.
  if (first.about.length === 0 && later.about.length > 0 && later.type !== 'CONSULT') return false;
  if (asking.length === 0) return isSameMatter || (isJoint && sidesOf(bound, sides).size > 1);
  const partners = isJoint ? doing : later.recipient;
  const isForThem = asking.every((id) => isAmong(id, partners, sides));
  // Who asks another to act need not have a part in it; and a deed "for Mali" may not say so again.
  return isForThem || (isSameMatter && (first.type === 'REQUEST' || (!isJoint && later.recipient.length === 0)));
}

/**
 * A visit that a person promises is not made by others of his state, nor is a council's session any meeting of its members;
 * talks on a matter that a minister offers his state holds.
 */
function areThemselves(first: Deed, doing: readonly string[], sides: AllSides): boolean {
  const bound = boundBy(first);
  const isJointBody = (id: string) => (sides.get(id)?.ids.length ?? 0) > 1;
  if (bound.some((id) => isJointBody(id) && !doing.includes(id))) return false;
  const isForThemselves = first.about.length === 0 && bound.every((id) => sides.get(id)?.kind === 'person');
  return !isForThemselves || shares(bound, doing);
}

/** Whether one of these is it, or acts for the same side. */
const isAmong = (id: string, parties: readonly string[], sides: AllSides): boolean =>
  shares(idsOf([id], sides), idsOf(parties, sides));

const sidesOf = (parties: readonly string[], sides: AllSides): ReadonlySet<string> =>
  new Set(
    parties.flatMap((id) => {
      const { ids = [] } = sides.get(id) ?? {};
      return ids.length > 0 ? ids : [id];
    }),
  );

export const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
