// Patterns of words: regular expressions with names for the vocabulary, tried at one place of a text.
import type { Form } from './form.ts';
import { neededNames } from './needed-words.ts';
import {
  ABOUT, DAY_PARTS, MONTHS, MULTIPLIERS, NUMBER_WORDS, ORDINALS, SEASON_WORDS, SHORT_WEEKDAYS, UNITS, WEEKDAYS,
} from './words/vocabulary.ts'; // biome-ignore format: one import

export type Groups = Readonly<Record<string, string | undefined>>;

/** The sentence around a match, for rules that look at more than their own words. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Bounds of the sentence. */
  readonly from: number;
  readonly to: number;
  /** Penn Treebank tag of the word at an offset; empty where the text is not analysed. */
  readonly tagAt: (offset: number) => string;
}

export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Vocabulary that each match contains, by its name in patterns. */
  readonly needs: readonly string[];
  readonly read: (groups: Groups, place: Place) => Form | null;
}

const alternatives = (words: readonly string[]): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

const SMALL = alternatives(Object.keys(NUMBER_WORDS));
const MULTIPLIER = alternatives(Object.keys(MULTIPLIERS));
const BLANK = '(?:[\\s\\u00a0]{1,4})';
const GAP = '(?:[\\s\\u00a0]{1,4}|[\\s\\u00a0]?[-\\u2010\\u2011\\u2013][\\s\\u00a0]?)';
const WORD_NUMBER = `(?:(?:an?${BLANK})?${MULTIPLIER}s?|${SMALL})(?:(?:${GAP}|${BLANK}and${BLANK})(?:${SMALL}|${MULTIPLIER})\\b){0,4}`;

const NAMES: Readonly<Record<string, string>> = {
  MONTH: alternatives(MONTHS),
  WEEKDAY: alternatives(WEEKDAYS),
  SHORTDAY: `(?:${alternatives(SHORT_WEEKDAYS)}\\.?)`,
  SEASON: alternatives(SEASON_WORDS),
  ORDINAL: `(?:${alternatives(ORDINALS)}|\\d{1,2}(?:st|nd|rd|th))`,
  DAY: '(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d/]|[.,:]\\d))',
  YEAR: '(?:(?:1\\d|20|21)\\d\\d(?![\\d%]|[.,:]\\d))',
  NUMBER: `(?:(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6}(?:\\.\\d{1,3})?)(?:[\\s-]\\d/\\d\\d?|[½¼¾])?(?:${GAP}${MULTIPLIER})?|(?:${WORD_NUMBER}))`,
  UNIT: `(?:${alternatives(Object.keys(UNITS))}s?)`,
  ABOUT: `(?:${ABOUT})`,
  DAYPART: `(?:${alternatives(Object.keys(DAY_PARTS))})`,
};

/**
 * Compiles a pattern: words in capitals stand for the vocabulary, a blank for white space, `~` for white space or a hyphen.
 * The end must be the end of a word. Example: `(?<month>MONTH) (?<day>DAY)` reads "December 12".
 */
export function pattern(source: string): RegExp {
  const spelt = source
    .replace(/[A-Z]{3,}/g, (name) => NAMES[name] ?? name)
    .replace(/\[[^\]]*\]| |~/g, (found) => (found === ' ' ? BLANK : found === '~' ? GAP : found.replace(' ', '\\s')));
  return new RegExp(`(?:${spelt})(?![\\p{L}\\p{N}])`, 'iuy');
}

/** Words that are cheap to look for and missing from most sentences: what stands for each, wherever in a word. */
export const RARE_WORDS: ReadonlyMap<string, RegExp> = new Map(
  ['MONTH', 'WEEKDAY', 'SHORTDAY', 'SEASON', 'ORDINAL', 'UNIT', 'DAYPART', 'YEAR'].map((name) => [
    name,
    new RegExp(NAMES[name] ?? name, 'iu'),
  ]),
);
const RARE_NAMES: ReadonlySet<string> = new Set(RARE_WORDS.keys());

/** A rule from a pattern's source. */
export function rule(name: string, source: string, read: Rule['read']): Rule {
  return { name, pattern: pattern(source), needs: neededNames(source, RARE_NAMES), read };
}
