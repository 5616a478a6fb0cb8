// Whether a deed is what was promised or asked for. Where the record leaves a doubt it is not: an open promise can be looked
// up, a wrong "fulfilled" is believed.
import type { Answer } from '../../../model/items.ts';
import type { Deed } from '../deeds.ts';
import type { Named } from './named-in.ts';
import type { PromisedDays } from './promised-days.ts';
import { areSameParties, shares } from './same-parties.ts';
import type { AllSides } from './sides.ts';

/** A deed with what its words name. */
export interface Told {
  readonly deed: Deed;
  readonly named: Named;
}

/**
 * Whether a deed of the right kind is done after the promise, on the days it was for, by and with those named, about the
 * matter named.
 */
export const isLikely = (first: Deed, days: PromisedDays, later: Deed, how: Answer['how'], sides: AllSides): boolean =>
  first.key !== later.key &&
  !tellSame(first, later) &&
  isInTime(days, later, how) &&
  areSameParties(first, later, sides);

/** Whether it was also where the promise says, and at the level it says; a refusal is recalled by the date beside it. */
export function isWhereNamed(first: Told, { made }: PromisedDays, later: Told, how: Answer['how']): boolean {
  if (how === 'refused') {
    return later.deed.time.basis !== 'published' || later.named.days.every(({ end }) => made < end);
  }
  return isAmong(placesOf(first), placesOf(later)) && isAmong(first.named.levels, later.named.levels);
}

/** Whether two events rest on the same words: a promise is no answer to itself. */
const tellSame = (a: Deed, b: Deed): boolean =>
  a.places.some((one) =>
    b.places.some(({ document, span }) => document === one.document && span[0] < one.span[1] && one.span[0] < span[1]),
  );

/**
 * Whether the text itself dates the deed after the promise and within its days. A day of publication says only by when a thing
 * was done: the talks of Monday are news on Tuesday, and no answer to what was promised there. A refusal may come before the
 * day that is refused.
 */
function isInTime({ made, due, last }: PromisedDays, { time, background }: Deed, how: Answer['how']): boolean {
  const { start, end, basis } = time;
  if (start === null || end === null || start <= made || end > last) return false;
  if (how === 'refused') return basis !== 'published' || !background;
  return basis !== 'published' && (due === null || due.start <= start);
}

const placesOf = ({ deed, named }: Told): readonly string[] => [...deed.place, ...named.places];

/** Whether what one names, if it names any, is named by the other as well. */
const isAmong = (asked: readonly string[], found: readonly string[]): boolean =>
  asked.length === 0 || shares(asked, found);
