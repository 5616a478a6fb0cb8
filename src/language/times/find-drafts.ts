// Finds time expressions in a sentence: the longest of all rules at each word, from left to right.
import type { Span } from '../../model/span.ts';
import { RULES } from './families/all.ts';
import type { Draft } from './form.ts';
import { type Place, RARE_WORDS, type Rule } from './pattern.ts';
import { isOpening, isTrigger } from './words/triggers.ts';

/** An expression begins at most so many words before the word that makes it one ("no more than two and a half hours"). */
const LEAD_WORDS = 8;

/** Rules that can begin with a digit; all can begin with a word. */
const DIGIT_RULES = RULES.filter(({ pattern }) => /\\d|\(\?:\d/.test(pattern.source));

/** Which rules can find anything in a sentence, by the words it has: `w` for words, `d` for digits in front, then the words. */
const possible = new Map<string, readonly Rule[]>();

function rulesFor(sentence: string, isDigit: boolean): readonly Rule[] {
  const there = [...RARE_WORDS].flatMap(([name, word]) => (word.test(sentence) ? [name] : []));
  const key = `${isDigit ? 'd' : 'w'} ${there.join(' ')}`;
  const known = possible.get(key);
  if (known) return known;
  const rules = (isDigit ? DIGIT_RULES : RULES).filter(({ needs }) => needs.every((name) => there.includes(name)));
  possible.set(key, rules);
  return rules;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Expressions of one sentence, in order, without overlap. */
export function findDrafts(text: string, [from, to]: Span, tagAt: Place['tagAt']): readonly Draft[] {
  const starts = startsNearTriggers(text, from, to);
  if (starts.length === 0) return [];
  const sentence = text.slice(from, to);
  const [digitRules, wordRules] = [rulesFor(sentence, true), rulesFor(sentence, false)];
  const drafts: Draft[] = [];
  let free = from;
  for (const start of starts) {
    if (start < free) continue;
    const rules = /[\d'’]/.test(text.charAt(start)) ? digitRules : wordRules;
    const draft = longestAt(rules, text, start, from, to, tagAt);
    if (draft === null) continue;
    drafts.push(draft);
    free = draft.span[1];
  }
  return drafts;
}

/** The beginnings of the words from which an expression may run to a trigger. */
function startsNearTriggers(text: string, from: number, to: number): readonly number[] {
  const words: number[] = [];
  const starts: number[] = [];
  let taken = 0;
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match !== null && match.index < to; match = WORD.exec(text)) {
    // An apostrophe opens "'98" and "'90s".
    const apostrophe = /^\d\ds?$/.test(match[0]) && /['’]/.test(text.charAt(match.index - 1)) && match.index > from;
    words.push(!isOpening(match[0]) ? -1 : apostrophe ? match.index - 1 : match.index);
    if (!isTrigger(match[0])) continue;
    for (let at = Math.max(taken, words.length - 1 - LEAD_WORDS); at < words.length; at += 1) {
      const start = words[at] ?? -1;
      if (start >= 0) starts.push(start);
    }
    taken = words.length;
  }
  return starts;
}

function longestAt(
  rules: readonly Rule[],
  text: string,
  start: number,
  from: number,
  to: number,
  tagAt: Place['tagAt'],
): Draft | null {
  let best: Draft | null = null;
  for (const { name, pattern, read } of rules) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const end = start + match[0].length;
    if (end > to || (best !== null && end <= best.span[1])) continue;
    const form = read(match.groups ?? {}, { text, start, end, from, to, tagAt });
    if (form !== null) best = { span: [start, end], form, rule: name };
  }
  return best;
}
