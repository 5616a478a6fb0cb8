// What leaves the record with a document that is taken out of it.
import type { DocumentView } from '../views.ts';

/** Its items, and how many of them stay, since other documents tell them, too. */
export function leavingWith({
  id,
  statements,
  events,
  meetings,
  developments,
  obligations,
  activities,
  positions,
}: DocumentView): { readonly items: number; readonly staying: number } {
  const items = [statements, events, meetings, developments, obligations, activities, positions].flat();
  const staying = items.filter(({ evidence }) => evidence.some(({ document }) => document.id !== id));
  return { items: items.length, staying: staying.length };
}
