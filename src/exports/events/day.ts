// The day of an event, for formats that know only days.
import type { EventView, RecordDate } from '../../record/views.ts';
import type { Selection } from '../selection/selection.ts';

/**
 * The one day that the date names. With `all`, the first day of a longer time, or the day on which the first document
 * that tells it came out; null, and counted as left out, where there is none.
 */
export function dayOf(event: EventView, selection: Selection): string | null {
  const { time } = event;
  if (time.start !== null && time.start === time.end) return time.start;
  if (selection.all && time.start !== null) return time.start;
  const published = publicationDay(event);
  if (selection.all && published !== null) return published;
  selection.leftOut(time.start === null ? 'undated' : 'vague');
  return null;
}

/** First day of publication among the documents that tell it; null where none is dated. */
export function publicationDay({ evidence }: Pick<EventView, 'evidence'>): string | null {
  const days = evidence.flatMap(({ document }) => document.published.start ?? []).sort();
  return days[0] ?? null;
}

/** `2013-10-23` -> `20131023` */
export const compact = (day: string): string => day.replaceAll('-', '');

/** Whether the date names one day. */
export const isExact = ({ start, end }: RecordDate): boolean => start !== null && start === end;
