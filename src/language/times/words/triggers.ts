// The words without which a sentence holds no time expression, so that most words need no rule tried at them.
import {
  DAY_PARTS, DECADE_WORDS, HOLIDAYS, MONTHS,
  MULTIPLIERS,
  NUMBER_WORDS,
  ORDINALS, RHYTHMS, SEASON_WORDS, SHORT_WEEKDAYS, UNITS, WEEKDAYS,
} from './vocabulary.ts'; // biome-ignore format: one import

const OTHERS = [
  'today', 'yesterday', 'tomorrow', 'tonight', 'now', 'currently', 'presently', 'nowadays', 'present', 'moment', 'point', 'time', 'current',
  'recent', 'recently', 'lately', 'previously', 'formerly', 'past', 'ago', 'soon', 'shortly', 'future', 'date', 'period', 'clock',
  'am', 'pm', 'm', 'o', 'nineteen', 'eighteen', 'thousand', 'thanksgiving', 'half', 'overnight', 'later', 'earlier', 'midafternoon',
]; // biome-ignore format: one list

const TRIGGER = new RegExp(
  `^(?:${[
    ...MONTHS.map((word) => word.replace('\\.', '')),
    ...[...WEEKDAYS, ...SHORT_WEEKDAYS, ...SEASON_WORDS, ...Object.keys(UNITS), ...Object.keys(DAY_PARTS)].map(
      (word) => `${word}s?`,
    ),
    ...DECADE_WORDS,
    ...Object.keys(RHYTHMS),
    ...Object.keys(HOLIDAYS).flatMap((name) => name.split(/[' ]/)),
    ...OTHERS,
    'Q[1-4]',
    '\\d{1,2}(?:st|nd|rd|th|am|pm)?',
    '\\d{4}(?:s|Q[1-4])?|\\d0s',
  ].join('|')})$`,
  'iu',
);

/** Words that begin an expression without making it one: "the past two years", "about a week", "no more than". */
const OPENERS = [
  'a', 'an', 'the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'my', 'every', 'each', 'per', 'last', 'next',
  'past', 'previous', 'preceding', 'coming', 'upcoming', 'following', 'final', 'latest', 'other', 'same', 'opening', 'remaining', 'first',
  'second', 'third', 'fourth', 'latter', 'present', 'ongoing', 'right', 'more', 'most', 'only', 'just', 'these', 'at', 'on', 'not', 'long',
  'some', 'few', 'several', 'many', 'couple', 'countless', 'dozens', 'hundreds', 'thousands', 'half', 'another', 'about', 'around', 'almost',
  'nearly', 'less', 'fewer', 'up', 'no', 'over', 'under', 'approximately', 'roughly', 'well', 'as', 'once', 'twice', 'two', 'early', 'late',
  'later', 'earlier', 'mid', 'pre', 'fiscal', 'financial', 'corresponding', 'comparable', 'like', 'similar', 'boxing', 'fourth', 'bastille',
  'valentine', 'victory', 'labour', 'halloween', 'christmas', 'new', 'summer',
]; // biome-ignore format: one list

const opening = new Set([
  ...OPENERS,
  ...Object.keys(NUMBER_WORDS),
  ...Object.keys(MULTIPLIERS),
  ...Object.keys(MULTIPLIERS).map((word) => `${word}s`),
  ...ORDINALS.flatMap((word) => word.split('-')),
]);

/** Longer words make no expression. */
const LONGEST = 14;

/** Whether a word can make a time expression of the words around it. */
export const isTrigger = (word: string): boolean => word.length <= LONGEST && TRIGGER.test(word);

/** Whether an expression can begin with a word. */
export const isOpening = (word: string): boolean =>
  /^\d/.test(word) || isTrigger(word) || (word.length <= LONGEST && opening.has(word.toLowerCase()));
