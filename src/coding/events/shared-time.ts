// The time that opens a clause, for the verbs joined to its own: "On Monday, Chad recalled its envoy and expelled two diplomats".
import type { Timex } from '../../model/analysis.ts';
import type { EventTime } from '../../model/items.ts';
import { overlapping } from '../statements/overlapping.ts';
import type { Tree } from './tree.ts';

/** Prepositions whose time is when something began or was to end. */
const BOUND = /^(?:since|after|before|until|till|by|from|for)/;
const MOST = 6;

/** The time in front of the first of the verbs that a trigger is joined to; null where it is the first, or nothing stands there. */
export function sharedTime(tree: Tree, trigger: number, times: readonly Timex[]): EventTime | null {
  let first = trigger;
  for (let step = 0; tree.relation(first) === 'conj' && tree.head(first) >= 0 && step < MOST; step += 1) {
    first = tree.head(first);
  }
  if (first === trigger || tree.upos(first) !== 'VERB' || tree.token(first).xpos !== tree.token(trigger).xpos)
    return null;
  for (const at of tree.childrenIn(first, 'obl', 'advmod')) {
    if (at > first || BOUND.test(tree.preposition(at))) continue;
    const timex = overlapping(times, tree.hullOf(tree.phrase(at))).find(({ type }) => type === 'DATE');
    if (timex && /^\d{4}/.test(timex.value)) return { value: timex.value.slice(0, 10), basis: 'expression' };
  }
  return null;
}
