// The time that opens a clause, for the verbs joined to its own: "On Monday, Chad recalled its envoy and expelled two diplomats",
// "On Monday the envoys, meeting in Lima, agreed ...".
import type { Timex } from '../../model/analysis.ts';
import type { EventTime } from '../../model/items.ts';
import { overlapping } from '../statements/overlapping.ts';
import type { Tree } from './tree.ts';

/** Prepositions whose time is when something began or was to end. */
const BOUND = /^(?:since|after|before|until|till|by|from|for)/;
const MOST = 6;

/** The time in front of the first of the verbs that a trigger is joined to; null where it is the first, or nothing stands there. */
export function sharedTime(tree: Tree, trigger: number, times: readonly Timex[]): EventTime | null {
  const main = mainVerb(tree, trigger);
  if (main >= 0) return timeBefore(tree, main, times);
  let first = trigger;
  for (let step = 0; tree.relation(first) === 'conj' && tree.head(first) >= 0 && step < MOST; step += 1) {
    first = tree.head(first);
  }
  if (first === trigger || tree.upos(first) !== 'VERB' || tree.token(first).xpos !== tree.token(trigger).xpos)
    return null;
  return timeBefore(tree, first, times);
}

/** The verb whose subject a participle tells of ("the envoys, meeting in Lima, agreed"); -1 for others. */
function mainVerb(tree: Tree, trigger: number): number {
  if (!/^(?:acl|appos)$/.test(tree.relation(trigger)) || tree.token(trigger).xpos !== 'VBG') return -1;
  let noun = tree.head(trigger);
  for (let step = 0; /^(?:nmod|conj)$/.test(tree.relation(noun)) && step < MOST; step += 1) noun = tree.head(noun);
  const verb = tree.relation(noun) === 'nsubj' ? tree.head(noun) : -1;
  return verb > trigger && tree.upos(verb) === 'VERB' ? verb : -1;
}

function timeBefore(tree: Tree, first: number, times: readonly Timex[]): EventTime | null {
  for (const at of tree.childrenIn(first, 'obl', 'advmod')) {
    if (at > first || BOUND.test(tree.preposition(at))) continue;
    const timex = overlapping(times, tree.hullOf(tree.phrase(at))).find(({ type }) => type === 'DATE');
    if (timex && /^\d{4}/.test(timex.value)) return { value: timex.value.slice(0, 10), basis: 'expression' };
  }
  return null;
}
