// Times of day: "3 p.m.", "8:00 a.m. EST", "at noon", "tonight", "this morning", "Friday morning" (with the day beside it).
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { readNumber } from '../words/numbers.ts';
import { DAY_PARTS } from '../words/vocabulary.ts';

const ZONE =
  '(?:,? (?:[ECMP][SD]T|GMT|UTC|BST|CEST|CET|MSK|(?:local|eastern|pacific|moscow|standard|daylight|greenwich|london)(?: (?:standard|daylight|mean))? time))';
const HALF = '(?<half>[ap]\\.? ?m\\.?)';
const PART = '(?<part>morning|afternoon|evening|night)';

export const CLOCK_RULES: readonly Rule[] = [
  rule(
    'clock:hour',
    `(?<hour>[01]?\\d|2[0-3])(?:[:.](?<minute>[0-5]\\d)(?::[0-5]\\d)?)?[ -]?${HALF}${ZONE}?`,
    readClock,
  ),
  rule('clock:24-hours', `(?<hour>[01]?\\d|2[0-3])(?::(?<minute>[0-5]\\d))(?::[0-5]\\d)?${ZONE}?`, readClock),
  rule('clock:four-digits', `(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?: hours| hrs)?${ZONE}`, readClock),
  rule(
    'clock:o-clock',
    "(?<word>NUMBER) o['’]clock(?: in the (?<part>morning|afternoon|evening)| at (?<night>night))?",
    ({ word = '', part, night }) => {
      const hour = readNumber(word);
      return hour === null || hour > 12 ? null : clock(hourOf(hour, part ?? night), undefined);
    },
  ),
  rule(
    'clock:hour-in-the',
    '(?<hour>1?\\d)(?::(?<minute>[0-5]\\d))? (?:in the (?<part>morning|afternoon|evening)|at (?<night>night))',
    ({ hour = '', minute, part, night }) => {
      const number = Number(hour);
      return number < 1 || number > 12 ? null : clock(hourOf(number, part ?? night), minute);
    },
  ),
  rule('clock:tonight', '(?:late )?tonight', () => part('NI', 0)),
  rule('clock:last-night', 'last (?<part>night|evening)', ({ part: word = '' }) =>
    part(DAY_PARTS[word.toLowerCase()] ?? 'NI', -1),
  ),
  rule('clock:this-part', `(?:(?:early|late|later|earlier) )?this ${PART}`, ({ part: word = '' }) =>
    part(DAY_PARTS[word.toLowerCase()] ?? '', 0),
  ),
  rule(
    'clock:the-next-part',
    `(?:the|that) (?<side>next|following|previous|same) ${PART}|that (?<that>morning|afternoon|evening|night)`,
    ({ side, part: word, that }) => ({
      kind: 'clock',
      time: DAY_PARTS[(word ?? that ?? '').toLowerCase()] ?? '',
      day:
        side === undefined || /same/i.test(side)
          ? { kind: 'same', grain: 'day' }
          : { kind: 'offset', grain: 'day', count: /previous/i.test(side) ? -1 : 1, from: 'story' },
      bare: false,
    }),
  ),
  rule('clock:noon', '(?<word>noon|midday|midnight)', ({ word = '' }, { text, start }) =>
    // "high noon" is a showdown.
    /high\s$/i.test(text.slice(Math.max(0, start - 5), start))
      ? null
      : clockAt(DAY_PARTS[word.toLowerCase()] ?? '', false),
  ),
  rule(
    'clock:in-the-part',
    '(?:the )?(?:(?:early|late|mid|pre-dawn)[ -])?(?<part>DAYPART)(?: hours)?',
    ({ part: word = '' }) => clockAt(DAY_PARTS[word.toLowerCase()] ?? '', true),
  ),
];

/** Signs before a number that make it part of a sum, a ratio or another number. */
const IN_NUMBER = /[\d$:.,/-]$|[$£€]\s$/;

/** "won 2:1, 3:2 and 1:0" are scores: a time of day without "a.m." is seldom one of several. */
const SCORES = /^,?\s(?:and\s)?\d{1,2}:\d/;

function readClock({ hour = '', minute, half }: Groups, { text, start, end, from }: Place): Form | null {
  if (IN_NUMBER.test(text.slice(Math.max(from, start - 2), start))) return null;
  const number = Number(hour);
  if (half === undefined) return SCORES.test(text.slice(end, end + 9)) ? null : clock(number, minute);
  if (number > 12 || number === 0) return null;
  return clock((number % 12) + (/^p/i.test(half) ? 12 : 0), minute);
}

/** Hours are told from one to twelve: "eight in the evening" is 20. */
function hourOf(hour: number, part: string | undefined): number {
  const late = part !== undefined && !/morning/i.test(part);
  if (/night/i.test(part ?? '') && (hour === 12 || hour < 5)) return hour % 12;
  return late ? (hour % 12) + 12 : hour;
}

const clock = (hour: number, minute: string | undefined): Form =>
  clockAt(`${String(hour).padStart(2, '0')}:${minute ?? '00'}`, false);

const clockAt = (time: string, bare: boolean): Form => ({ kind: 'clock', time, day: null, bare });

const part = (code: string, days: number): Form => ({
  kind: 'clock',
  time: code,
  day: { kind: 'offset', grain: 'day', count: days, from: 'published' },
  bare: false,
});
