// Times that come again: "every Monday", "twice a week", "annually", "each July".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { lengthValue, letterOf } from '../values/length.ts';
import { SEASONS } from '../values/point.ts';
import { readMonth, readNumber, readSeason, readWeekday } from '../words/numbers.ts';
import { DAY_PARTS, RHYTHMS } from '../words/vocabulary.ts';

const PARTS = '(?: (?<part>morning|afternoon|evening|night)s?)?';
const TIMES = '(?:once|twice|(?:three|four|five|six|several|many|NUMBER) times)';

export const SET_RULES: readonly Rule[] = [
  rule('set:every-unit', '(?:every|each|per)(?: and every| single| passing)? (?<unit>UNIT)', ({ unit = '' }) =>
    set(1, unit),
  ),
  rule('set:every-few', '(?:every|each) (?<count>NUMBER|other|few|couple of|several)~(?<unit>UNIT)', readEveryFew),
  rule('set:every-weekday', `(?:every|each)(?: other)? (?<day>WEEKDAY)${PARTS}`, ({ day = '', part }) =>
    repeated(`XXXX-WXX-${readWeekday(day)}`, part),
  ),
  rule('set:weekdays', `(?<day>WEEKDAY)s${PARTS}`, ({ day = '', part }) =>
    /^\p{Lu}/u.test(day) ? repeated(`XXXX-WXX-${readWeekday(day)}`, part) : null,
  ),
  rule('set:every-month', '(?:every|each) (?<month>MONTH)', ({ month = '' }) =>
    /^\p{Lu}/u.test(month) ? fixed(`XXXX-${String(readMonth(month)).padStart(2, '0')}`) : null,
  ),
  rule('set:every-season', '(?:every|each) (?<season>SEASON)', ({ season = '' }) =>
    fixed(`XXXX-${SEASONS[readSeason(season)] ?? ''}`),
  ),
  rule('set:every-part', '(?:every|each) (?<part>morning|afternoon|evening|night)', ({ part }) =>
    repeated('XXXX-XX-XX', part),
  ),
  rule('set:times-a', `${TIMES}(?: in)? (?:an?|per|each|every) (?<unit>UNIT)`, ({ unit = '' }) => set(1, unit)),
  rule('set:rhythm', `(?<word>${Object.keys(RHYTHMS).join('|')})`, readRhythm),
];

function set(count: number | null, unit: string): Form | null {
  const value = lengthValue(count, letterOf(unit));
  return value === null ? null : fixed(value);
}

/** "every two months" is `P2M`, "every other day" `P2D`, "every few years" `PXY`. */
function readEveryFew({ count = '', unit = '' }: Groups): Form | null {
  if (/^(?:few|several)$/i.test(count)) return set(null, unit);
  return set(/^(?:other|couple)/i.test(count) ? 2 : readNumber(count), unit);
}

const repeated = (value: string, part: string | undefined): Form =>
  fixed(part === undefined ? value : `${value}T${DAY_PARTS[part.toLowerCase()] ?? ''}`);

const fixed = (value: string): Form => ({ kind: 'fixed', type: 'SET', value });

/** "daily": but not in a name ("Daily Mail"); "the quarterly report" names the report, "reports quarterly" tells when. */
function readRhythm({ word = '' }: Groups, { text, start, end, from, tagAt }: Place): Form | null {
  const plain = word.toLowerCase();
  if (/^(?:quarterly|biannual)$/.test(plain) && !tagAt(start).startsWith('RB')) return null;
  if (/^\p{Lu}/u.test(word) && (start > from || /^\s\p{Lu}/u.test(text.slice(end, end + 2)))) return null;
  if (/^[-–]|^\s(?:newspaper|paper)/.test(text.slice(end, end + 12))) return null;
  return fixed(RHYTHMS[plain] ?? 'P1Y');
}
