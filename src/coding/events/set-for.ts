// The day that an act to come is set for: "will withdraw its troops in June".
import type { Timex } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import type { DocumentHead } from '../../model/document.ts';
import type { EventType } from '../../model/plover.ts';
import { overlapping } from '../statements/overlapping.ts';
import { isPlainPresent } from './modality.ts';
import { isOwnTime, isUnder } from './own-times.ts';
import type { Tree } from './tree.ts';

/** The first time under the verb of an act that is the act's own; null where none stands there. */
export function timeSetFor(tree: Tree, verb: number, times: readonly Timex[], register: EntityRegister): Timex | null {
  const words = tree.hullOf(tree.subtree(verb, 60));
  const own = overlapping(times, words).find(
    (timex) => isDate(timex) && isUnder(tree, verb, timex) && isOwnTime(tree, verb, timex, register),
  );
  return own ?? null;
}

const isDate = ({ type, value }: Timex): boolean => (type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value);

/** Whether a date is later than the document that gives it. */
export function isAfterNews(value: string | null, { published }: DocumentHead): boolean {
  const date = value?.slice(0, 10) ?? '';
  if (!published.value || !/^\d{4}(?:-\d{2}){0,2}$/.test(date)) return false;
  return date > published.value.slice(0, date.length);
}

/** Acts done by saying something: what is demanded, promised or refused now is often for a later day. */
export const isVerbal = (type: EventType): boolean => /^(?:AGREE|REQUEST|ACCUSE|REJECT|THREATEN)$/.test(type);

/** Whether a later date makes a word's act a plan: "the envoys meet on Sunday", "ahead of talks on Sunday"; no "closed", "has signed". */
export const maySetAhead = (tree: Tree, at: number): boolean => isPlainPresent(tree, at) || tree.upos(at) === 'NOUN';
