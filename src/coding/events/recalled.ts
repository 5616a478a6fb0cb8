// Events that the text recalls from before its news: "four years after Oman had left the pact".
import type { DocumentHead } from '../../model/document.ts';
import type { EventTime } from '../../model/items.ts';
import type { Tree } from './tree.ts';

const NUMBERS: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * For how many years before the news a clause tells of: 4 for "four years after Oman had left", 0 where a clause behind "after",
 * "since" or "when" recalls an earlier time without saying how long ago; null where it recalls nothing.
 */
export function recalledYears(tree: Tree, trigger: number): number | null {
  if (tree.relation(trigger) !== 'advcl' || !tree.childrenIn(trigger, 'aux').some((aux) => tree.form(aux) === 'had'))
    return null;
  const mark = tree.childrenIn(trigger, 'mark').find((at) => /^(?:after|since)$/.test(tree.form(at)));
  if (mark === undefined) return null;
  const years = mark >= 2 && /^years?$/.test(tree.form(mark - 1)) ? numberOf(tree.form(mark - 2)) : null;
  return years ?? 0;
}

function numberOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word === 'a' ? 'one' : word);
  return at < 0 ? null : at + 1;
}

/** The year so many years before a document; unknown where that has no date. */
export function yearsBefore({ published }: DocumentHead, years: number): EventTime {
  const year = Number(published.value?.slice(0, 4) ?? Number.NaN);
  return Number.isFinite(year)
    ? { value: String(year - years), basis: 'expression' }
    : { value: null, basis: 'unknown' };
}
