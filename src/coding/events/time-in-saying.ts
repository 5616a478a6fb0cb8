// What the day on which something was said tells of the events in it: "said on Monday that it would not sign".
import type { DocumentHead } from '../../model/document.ts';
import type { EventTime, Statement } from '../../model/items.ts';
import type { Tree } from './tree.ts';

/** Days that a deed may lie before the document that tells it as news. */
const FRESH = 8;
const DAY = 86_400_000;

/**
 * The time of an event without a date of its own that somebody tells: the day of the saying for what is done by saying it or goes on
 * then ("will not sign", "is building up"); for what was done before, the day of publication where the saying is news, else unknown.
 * Null where the text does not date the saying.
 * @param trigger place of the event's trigger in the sentence
 */
export function timeInSaying(
  { time }: Statement,
  tree: Tree,
  trigger: number,
  head: DocumentHead,
  assumed: EventTime,
): EventTime | null {
  if (!time?.value || assumed.basis !== 'published') return null;
  if (!isPast(tree, trigger)) return time;
  return isFresh(time.value, head.published.value) ? null : { value: null, basis: 'unknown' };
}

function isPast(tree: Tree, at: number): boolean {
  if (tree.token(at).xpos === 'VBD') return true;
  return tree.childrenIn(at, 'aux', 'cop').some((aux) => /^(?:had|has|have|was|were|been|did)$/.test(tree.form(aux)));
}

function isFresh(said: string, published: string | null): boolean {
  if (!published || !/^\d{4}-\d{2}-\d{2}$/.test(said) || published.length < 10) return true;
  return (Date.parse(published.slice(0, 10)) - Date.parse(said)) / DAY <= FRESH;
}
