// The time that a clause of time hangs on: "since last August, when the envoy left", "in 2013, the year in which they met".
import type { Timex } from '../../model/analysis.ts';
import type { EventTime } from '../../model/items.ts';
import { overlapping } from '../statements/overlapping.ts';
import type { Tree } from './tree.ts';

/** How far before "when" its time may end, in code units: a comma, a space, a closing bracket. */
const GAP = 3;
/** Longest time expression that is looked for. */
const LONGEST = 40;

/** The time right before the "when" of a trigger's clause; null where the clause has none. */
export function relatedTime(tree: Tree, trigger: number, times: readonly Timex[]): EventTime | null {
  if (!/^(?:acl|advcl)$/.test(tree.relation(trigger))) return null;
  const when = tree.childrenIn(trigger, 'advmod', 'mark', 'obl').find((at) => tree.form(at) === 'when');
  if (when === undefined || when > trigger) return null;
  const [start] = tree.span(when);
  const timex = overlapping(times, [Math.max(0, start - LONGEST), start]).at(-1);
  if (timex?.type !== 'DATE' || !/^\d{4}/.test(timex.value) || start - timex.span[1] > GAP) return null;
  return { value: timex.value.slice(0, 10), basis: 'expression' };
}
