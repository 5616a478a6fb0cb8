// Puts right trees in which a day or month in front of a name is a part of that name: "On Friday Chad closed the border" read as
// if somebody were called Friday Chad; those in which a day has lost its preposition, or in which the day of a saying went to what is
// said.

import { CALENDAR } from '../../language/names/calendar.ts';
import { sayingBefore } from '../../language/times/day-of-saying.ts';
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with such a time hung on the verb, and the name as its subject where it has none, and with the preposition of a day
 * on the day; the same tokens where there is none such.
 * @param form the word at a place in lower case
 */
export function withTimes(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (isBehindDay(tokens, at, form)) {
      mended ??= [...tokens];
      mended[at] = { ...token, head: tokens[token.head - 1]?.head ?? 0, deprel: 'obl' };
      continue;
    }
    // "The 1999 bombing": a year, and no number of bombings.
    if (token.deprel === 'nummod' && tokens[token.head - 1]?.xpos === 'NN' && YEAR.test(form(at))) {
      mended ??= [...tokens];
      mended[at] = { ...token, deprel: 'compound' };
      continue;
    }
    if (!isCalendar(tokens, at, form)) continue;
    const saying = sayingBefore(tokens, at);
    if (saying >= 0) {
      mended ??= [...tokens];
      mended[at] = { ...token, head: saying + 1 };
      continue;
    }
    if (!CALENDAR.test(form(at))) continue;
    if (isOfDay(tokens, at)) {
      mended ??= [...tokens];
      mended[at - 2] = { ...(tokens[at - 2] as Token), head: at };
      mended[at] = { ...token, head: at, deprel: 'nmod:unmarked' };
    }
    if (token.deprel !== 'compound') continue;
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

/** "Friday", "May", and the number before it where that has the month under it: "3 May". */
const isCalendar = (tokens: readonly Token[], at: number, form: (at: number) => string): boolean =>
  CALENDAR.test(form(at)) || (tokens[at]?.upos === 'NUM' && at + 1 < tokens.length && CALENDAR.test(form(at + 1)));

/** "Called on Friday on Chad to leave": a name with a preposition of its own, hung on the day before it. */
function isBehindDay(tokens: readonly Token[], at: number, form: (at: number) => string): boolean {
  const token = tokens[at];
  const day = (token?.head ?? 0) - 1;
  if (token?.deprel !== 'nmod' || token.upos !== 'PROPN' || day < 0 || day >= at || !WEEKDAY.test(form(day)))
    return false;
  const above = tokens[(tokens[day]?.head ?? 0) - 1];
  return (
    tokens[day]?.deprel === 'obl' &&
    above?.upos === 'VERB' &&
    tokens[at - 1]?.deprel === 'case' &&
    form(at - 1) !== 'of'
  );
}

const WEEKDAY = /day$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** "Paid a visit on 4 May": the preposition of the day hung on its month. */
const isOfDay = (tokens: readonly Token[], at: number): boolean => {
  const [preposition, day] = [tokens[at - 2], tokens[at - 1]];
  return day?.upos === 'NUM' && day.head < at && preposition?.deprel === 'case' && preposition.head === at + 1;
};

/** The preposition of a time, before its day's number where it has one; -1 without. */
function caseBefore(tokens: readonly Token[], at: number): number {
  const first = tokens[at - 1]?.upos === 'NUM' || tokens[at - 1]?.upos === 'ADJ' ? at - 2 : at - 1;
  return tokens[first]?.deprel === 'case' ? first : -1;
}
