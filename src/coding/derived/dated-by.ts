// The date that an event gives to what is derived from it, with what it rests on.
import type { EventTime, Meeting } from '../../model/items.ts';

export const UNDATED: EventTime = { value: null, basis: 'unknown' };

/** A day of publication stays marked as one: it is not the text that says so. */
export const datedBy = ({ value, basis }: EventTime): Pick<Meeting, 'time' | 'basis'> =>
  value !== null && basis === 'published' ? { time: value, basis } : { time: value };
