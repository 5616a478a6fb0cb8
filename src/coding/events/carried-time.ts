// Times that one sentence sets for the next: "Last year we made headway. We also adopted a programme.", "Chad cut ties in 2013. It
// expelled all envoys at the time."
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { EventTime } from '../../model/items.ts';
import { overlapping } from '../statements/overlapping.ts';
import type { Tree } from './tree.ts';

type CarryInput = Pick<Annotations, 'document' | 'sentences' | 'times'>;

/** What stands before a time that opens a sentence or a quotation. */
const OPENING = /(?:^\s|["“‘«]|'')(?:in |on |during )?$/i;

/** "At the time", "at that time": that of the sentence before, wherever it stands there. */
const isSameTime = (tree: Tree, trigger: number): boolean =>
  tree.childrenIn(trigger, 'obl').some((at) => {
    if (tree.form(at) !== 'time' || tree.preposition(at) !== 'at' || tree.childrenIn(at, 'nmod', 'acl').length > 0)
      return false;
    return tree.childrenIn(at, 'det').some((child) => /^(?:the|that)$/.test(tree.form(child)));
  });

/**
 * The time of the sentence before for a past act told with "at the time"; the time that the sentence before, or a quotation in it, opens with, for a past act told with "also"; null for others.
 * @param sentence index of the trigger's sentence
 */
export function carriedTime(
  { document, sentences, times }: CarryInput,
  tree: Tree,
  trigger: number,
  sentence: number,
): EventTime | null {
  const adds = tree.childrenIn(trigger, 'advmod').some((at) => /^(?:also|likewise|too)$/.test(tree.form(at)));
  const same = isSameTime(tree, trigger);
  if ((!adds && !same) || tree.token(trigger).xpos !== 'VBD') return null;
  const before = sentences[sentence - 1];
  const own = sentences[sentence];
  if (
    !before ||
    !own ||
    before.passage !== own.passage ||
    document.text.slice(before.span[1], own.span[0]).includes('\n')
  )
    return null;
  // Sentences are as long as their writer likes; a time far behind the opening or a quotation mark is not asked for.
  const opens = ([start]: Timex['span']) =>
    OPENING.test(document.text.slice(Math.max(before.span[0] - 1, start - 12), start));
  const first = overlapping(times, before.span).findLast(
    ({ type, span }) => (same && type === 'DATE') || span[0] === before.span[0] || opens(span),
  );
  if (first?.type !== 'DATE' || !/^\d{4}/.test(first.value)) return null;
  return { value: first.value.slice(0, 10), basis: 'expression' };
}
