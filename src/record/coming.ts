// What a calendar tells apart: meetings to come, and those that were held, refused, or planned and then held.
import type { MeetingEntry } from './views.ts';

/** Planned or considered, and not told as held or refused. */
export const isComing = ({ meeting, became }: MeetingEntry): boolean =>
  became === null && (meeting.state === 'planned' || meeting.state === 'considered');
