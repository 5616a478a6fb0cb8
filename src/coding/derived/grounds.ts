// What a derived item rests on, so that it can be found wrong with it: the event that its words tell, else the statement they stand in.
import type { Event } from '../../model/items.ts';
import { overlaps, type Span } from '../../model/span.ts';
import { nearby } from '../nearby.ts';
import type { DerivedInput } from './input.ts';

type Grounds = readonly string[];

const triggersNear = nearby<Event>(({ trigger }) => [trigger]);

/**
 * The events that the telling words of an item tell, else the statement in which they are said: "Oman *opposed* the dam" is a stand
 * for as long as it is an event, "Oman *is for* the dam, he said" for as long as he said it. None where the words tell it alone.
 */
export function groundsAt(
  { events }: Pick<DerivedInput, 'events'>,
  words: Span,
  statement: string | null = null,
): Grounds {
  const told = triggersNear(events, words).filter(({ trigger }) => overlaps(trigger, words));
  return told.length || statement === null ? told.map(({ id }) => id) : [statement];
}

/** Of an item that is told twice: it rests on all of these, or on none where words alone tell it, too. */
export const sharedGrounds = (one: Grounds = [], other: Grounds = []): Grounds =>
  one.length && other.length ? [...new Set([...one, ...other])] : [];
