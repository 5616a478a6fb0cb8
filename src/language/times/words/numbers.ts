// Reads numbers, ordinals, months and weekdays as words or digits.
import { MONTHS, MULTIPLIERS, NUMBER_WORDS, ORDINALS, SEASON_WORDS, SHORT_WEEKDAYS, WEEKDAYS } from './vocabulary.ts';

/** The value of a number in words or digits ("twenty-four", "a hundred", "5 1/2", "1,000"); null where it is none. */
export function readNumber(text: string): number | null {
  const digits = /^(\d[\d,]*(?:\.\d+)?)(?:[\s-](\d)\/(\d\d?)|([½¼¾]))?/.exec(text);
  let total = 0;
  let rest = text;
  if (digits) {
    total = Number((digits[1] ?? '').replaceAll(',', ''));
    if (digits[2]) total += Number(digits[2]) / Number(digits[3]);
    if (digits[4]) total += digits[4] === '½' ? 0.5 : digits[4] === '¼' ? 0.25 : 0.75;
    rest = text.slice(digits[0].length);
  }
  for (const word of rest.toLowerCase().split(/[^a-z]+/)) {
    const small = NUMBER_WORDS[word];
    const multiplier = MULTIPLIERS[word.replace(/s$/, '')];
    if (small !== undefined) total += small;
    else if (multiplier !== undefined) total = total === 0 ? multiplier : total * multiplier;
    else if (word !== '' && word !== 'a' && word !== 'an' && word !== 'and') return null;
  }
  return Number.isFinite(total) ? total : null;
}

/** 1 for "first", "1st"; null for what is no ordinal. */
export function readOrdinal(text: string): number | null {
  const digits = /^\d{1,2}/.exec(text);
  if (digits) return Number(digits[0]);
  const at = (ORDINALS as readonly string[]).indexOf(text.toLowerCase());
  return at === -1 ? null : at + 1;
}

const exact = (words: readonly string[]): readonly RegExp[] => words.map((word) => new RegExp(`^${word}$`, 'i'));

const MONTH = exact(MONTHS);
const WEEKDAY = exact(WEEKDAYS);
const SHORT_WEEKDAY = exact(SHORT_WEEKDAYS);
const SEASON = exact(SEASON_WORDS);

/** 1 for "January", "Jan."; 0 for what is no month. */
export const readMonth = (text: string): number => placeOf(MONTH, text);

/** 1 for "Monday", "Mon."; 0 for what is no weekday. */
export const readWeekday = (text: string): number =>
  placeOf(WEEKDAY, text) || placeOf(SHORT_WEEKDAY, text.replace('.', ''));

/** 0 for "spring"; -1 for what is no season. */
export const readSeason = (text: string): number => placeOf(SEASON, text) - 1;

const placeOf = (words: readonly RegExp[], text: string): number => words.findIndex((word) => word.test(text)) + 1;
