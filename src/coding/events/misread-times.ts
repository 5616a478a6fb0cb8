// Puts right trees in which a day or month in front of a name is a part of that name: "On Friday Chad closed the border" read as
// if somebody were called Friday Chad.

import { CALENDAR } from '../../language/names/calendar.ts';
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with such a time hung on the verb, and the name as its subject where it has none; the same tokens where there is
 * none such.
 * @param form the word at a place in lower case
 */
export function withTimes(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (token.deprel !== 'compound' || !CALENDAR.test(form(at))) continue;
    const name = token.head - 1;
    const verb = (tokens[name]?.head ?? 0) - 1;
    if (name <= at || verb <= name || tokens[name]?.upos !== 'PROPN' || tokens[verb]?.upos !== 'VERB') continue;
    const before = caseBefore(tokens, at);
    if (before < 0) continue;
    mended ??= [...tokens];
    mended[at] = { ...token, head: verb + 1, deprel: 'obl' };
    mended[before] = { ...(tokens[before] as Token), head: at + 1 };
    const isSubject = tokens.some(({ head, deprel }) => head === verb + 1 && /^nsubj|^csubj/.test(deprel));
    if (!isSubject) mended[name] = { ...(mended[name] as Token), deprel: 'nsubj' };
  }
  return mended ?? tokens;
}

/** The preposition of a time, before its day's number where it has one; -1 without. */
function caseBefore(tokens: readonly Token[], at: number): number {
  const first = tokens[at - 1]?.upos === 'NUM' || tokens[at - 1]?.upos === 'ADJ' ? at - 2 : at - 1;
  return tokens[first]?.deprel === 'case' ? first : -1;
}
