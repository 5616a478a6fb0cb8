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

interface RulesFor {
  /** Where an expression begins with a digit. */
  readonly digit: readonly Rule[];
  readonly word: readonly Rule[];
}

/** Which rules can find anything in a sentence, by the vocabulary it has, as bits in the order of `RARE_WORDS`. */
const possible = new Map<number, RulesFor>();
const RARE_NAMES = [...RARE_WORDS.keys()];
const RARE_PATTERNS = [...RARE_WORDS.values()];

function rulesFor(vocabulary: number): RulesFor {
  const known = possible.get(vocabulary);
  if (known) return known;
  const isThere = (name: string) => (vocabulary & (1 << RARE_NAMES.indexOf(name))) !== 0;
  const only = (rules: readonly Rule[]) => rules.filter(({ needs }) => needs.every(isThere));
  const rules = { digit: only(DIGIT_RULES), word: only(RULES) };
  possible.set(vocabulary, rules);
  return rules;
}

/** What a word is to time expressions, as bits; those of the vocabulary that it holds stand above these. */
const OPENS = 1;
const TRIGGERS = 2;
const VOCABULARY_SHIFT = 2;

function kindOf(word: string): number {
  let kind = (isOpening(word) ? OPENS : 0) | (isTrigger(word) ? TRIGGERS : 0);
  for (const [at, pattern] of RARE_PATTERNS.entries()) if (pattern.test(word)) kind |= 1 << (at + VOCABULARY_SHIFT);
  return kind;
}

/** The kinds of words that were met: a text has few words, and each of them often. */
const kinds = new Map<string, number>();
const MOST_KINDS = 50_000;
const LONGEST_KEPT = 30;

function knownKindOf(word: string): number {
  const known = kinds.get(word);
  if (known !== undefined) return known;
  const kind = kindOf(word);
  if (kinds.size < MOST_KINDS && word.length <= LONGEST_KEPT) kinds.set(word, kind);
  return kind;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Expressions of one sentence, in order, without overlap. */
export function findDrafts(text: string, [from, to]: Span, tagAt: Place['tagAt']): readonly Draft[] {
  const { starts, vocabulary } = lookOver(text, from, to);
  if (starts.length === 0) return [];
  const { digit, word } = rulesFor(vocabulary);
  const drafts: Draft[] = [];
  let free = from;
  for (const start of starts) {
    if (start < free) continue;
    const rules = /[\d'’]/.test(text.charAt(start)) ? digit : word;
    const draft = longestAt(rules, text, start, from, to, tagAt);
    if (draft === null) continue;
    drafts.push(draft);
    free = draft.span[1];
  }
  return drafts;
}

/** The beginnings of the words from which an expression may run to a trigger, and which vocabulary the words hold. */
function lookOver(text: string, from: number, to: number): { starts: readonly number[]; vocabulary: number } {
  const words: number[] = [];
  const starts: number[] = [];
  let taken = 0;
  let vocabulary = 0;
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match !== null && match.index < to; match = WORD.exec(text)) {
    const kind = knownKindOf(match[0]);
    vocabulary |= kind >> VOCABULARY_SHIFT;
    words.push((kind & OPENS) === 0 ? -1 : match.index - (followsApostrophe(text, match, from) ? 1 : 0));
    if ((kind & TRIGGERS) === 0) continue;
    for (let at = Math.max(taken, words.length - 1 - LEAD_WORDS); at < words.length; at += 1) {
      const start = words[at] ?? -1;
      if (start >= 0) starts.push(start);
    }
    taken = words.length;
  }
  return { starts, vocabulary };
}

/** An apostrophe opens "'98" and "'90s". */
function followsApostrophe(text: string, { 0: word, index }: RegExpExecArray, from: number): boolean {
  return index > from && /^\d\ds?$/.test(word) && /['’]/.test(text.charAt(index - 1));
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
