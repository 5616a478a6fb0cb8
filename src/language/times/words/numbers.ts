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

/** 1 for "January", "Jan.". */
export const readMonth = (text: string): number => placeOf(MONTHS, text);
/** 1 for "Monday", "Mon.". */
export const readWeekday = (text: string): number =>
  placeOf(WEEKDAYS, text) || placeOf(SHORT_WEEKDAYS, text.replace('.', ''));
/** 0 for "spring". */
export const readSeason = (text: string): number => placeOf(SEASON_WORDS, text) - 1;

function placeOf(words: readonly string[], text: string): number {
  return words.findIndex((word) => new RegExp(`^${word}$`, 'i').test(text)) + 1;
}
