// When somebody said something, where the text tells it of the act that the saying is.
import type { Event, Statement } from '../../model/items.ts';
import type { Reading } from '../../model/reading.ts';
import { piecesOf } from '../../model/span.ts';
import type { RecordDate } from '../views.ts';

/** Cues are a few words; of a longer one only the beginning is looked at. */
const LONGEST_CUE = 80;

/**
 * Gives the date of the event whose trigger is a statement's cue: "on Wednesday rejected the offer" dates the words as it dates the
 * deed, and so does the day that a chronology puts before its entry. Null where no such event has a date of the text's own.
 */
export function timeOfSaying({
  events,
}: Pick<Reading, 'events'>): (statement: Statement) => Pick<RecordDate, 'value' | 'basis'> | null {
  const byTrigger = new Map<number, Event['time']>();
  for (const { trigger, time, modality } of events)
    if (modality === 'actual' && time.basis === 'expression') byTrigger.set(trigger[0], time);
  return ({ cue }) => {
    if (byTrigger.size === 0) return null;
    for (const [start, end] of piecesOf(cue)) {
      for (let at = start; at < Math.min(end, start + LONGEST_CUE); at += 1) {
        const time = byTrigger.get(at);
        if (time) return time;
      }
    }
    return null;
  };
}
