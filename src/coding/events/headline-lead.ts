// One event for what a headline and the first sentences below it tell in different words: "Chad rejects dam plan" over "Chad and
// Niger on Tuesday rejected a Malian proposal".
import type { Event } from '../../model/items.ts';
import { contains, type Span } from '../../model/span.ts';

interface Layout {
  readonly isHeadline: (at: Span) => boolean;
  /** The first sentences of the body. */
  readonly lead: Span;
  /** The states and organisations that parties belong to, or are. */
  readonly sidesOf: (ids: readonly string[]) => readonly string[];
}

/** The events without those of the headline that the lead tells as well, whose evidence goes to the lead's `also`. */
export function withoutHeadlines(events: readonly Event[], layout: Layout): readonly Event[] {
  const leading = events.filter(({ trigger }) => contains(layout.lead, trigger) && !layout.isHeadline(trigger));
  if (leading.length === 0) return events;
  const told = new Map<Event, Event>();
  for (const event of events) {
    if (!layout.isHeadline(event.trigger)) continue;
    const same = leading.filter((other) => isOf(event, other, layout.sidesOf));
    const [only] = same;
    // Of two that it may be of the headline tells one, and nothing says which.
    if (only && same.length === 1) told.set(event, only);
  }
  return events
    .filter((event) => !told.has(event))
    .map((event) => {
      const over = events.filter((other) => told.get(other) === event).map(({ evidence }) => evidence);
      return over.length ? { ...event, also: [...over, ...(event.also ?? [])] } : event;
    });
}

function isOf(headline: Event, told: Event, sidesOf: Layout['sidesOf']): boolean {
  if (headline.type !== told.type || headline.modality !== told.modality) return false;
  if (headline.mode !== null && told.mode !== null && headline.mode !== told.mode) return false;
  if (headline.cameo?.slice(0, 2) !== told.cameo?.slice(0, 2)) return false;
  const actors = [sidesOf(headline.actor), sidesOf(told.actor)] as const;
  const recipients = [sidesOf(headline.recipient), sidesOf(told.recipient)] as const;
  return (
    actors[0].length > 0 && agree(...actors) && (recipients.some(({ length }) => length === 0) || agree(...recipients))
  );
}

/** Whether one of two lists has all that the other has, which is something. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  return small.length > 0 && small.every((id) => large.includes(id));
}
