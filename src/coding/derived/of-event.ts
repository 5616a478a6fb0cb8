// Tells what an event is about from what a deed told beside it is about.
import type { Event } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** Whether a mention belongs to an event's own words, not to a deed told beside it: "broke the truce and signed the pact". */
export function isOfEvent(index: SentenceIndex, event: Event, mention: Span): boolean {
  const deed = index.place(event.trigger);
  const placed = index.place(mention);
  if (!deed || !placed || deed.sentence !== placed.sentence) return true;
  const { tree } = deed;
  let at = placed.at;
  for (const above of tree.ancestors(placed.at, 12)) {
    if (above === deed.at) return true;
    if (tree.upos(at) === 'VERB' && tree.relation(at) === 'conj') return false;
    at = above;
  }
  // Not below the deed: it is told before it, with a verb of its own.
  const told = tree.upos(at) === 'VERB' && at !== deed.at && [...tree.ancestors(deed.at)].includes(at);
  return !(told && tree.relation(deed.at) === 'conj');
}
