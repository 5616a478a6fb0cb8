// Times that come again: "every Monday", "twice a week", "annually", "each July".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { readMonth, readNumber, readSeason, readWeekday } from '../words/numbers.ts';
import { RHYTHMS } from '../words/vocabulary.ts';
import { letterOf } from './relative.ts';

export const SET_RULES: readonly Rule[] = [
  rule('set:every-unit', '(?:every|each|per)(?: and every| single| passing)? (?<unit>UNIT)', ({ unit = '' }) =>
    set(1, letterOf(unit)),
  ),
  rule(
    'set:every-few',
    '(?:every|each) (?<count>NUMBER|other|few|couple of|several)~(?<unit>UNIT)',
    ({ count = '', unit = '' }) =>
      /^(?:few|several)$/i.test(count)
        ? set(null, letterOf(unit))
        : set(/^(?:other|couple)/i.test(count) ? 2 : readNumber(count), letterOf(unit)),
  ),
  rule(
    'set:every-weekday',
    '(?:every|each)(?: other)? (?<day>WEEKDAY)(?: (?<part>morning|afternoon|evening|night)s?)?',
    ({ day = '', part }) => repeated(`XXXX-WXX-${readWeekday(day)}`, part),
  ),
  rule(
    'set:weekdays',
    '(?:on )?(?<day>WEEKDAY)s(?: (?<part>morning|afternoon|evening|night)s?)?',
    ({ day = '', part }) => (/^\p{Lu}/u.test(day) ? repeated(`XXXX-WXX-${readWeekday(day)}`, part) : null),
  ),
  rule('set:every-month', '(?:every|each) (?<month>MONTH)', ({ month = '' }) =>
    /^\p{Lu}/u.test(month) ? fixed(`XXXX-${String(readMonth(month)).padStart(2, '0')}`) : null,
  ),
  rule('set:every-season', '(?:every|each) (?<season>SEASON)', ({ season = '' }) =>
    fixed(`XXXX-${['SP', 'SU', 'FA', 'WI'][readSeason(season)] ?? ''}`),
  ),
  rule('set:every-part', '(?:every|each) (?<part>morning|afternoon|evening|night)', ({ part = '' }) =>
    repeated('XXXX-XX-XX', part),
  ),
  rule(
    'set:times-a',
    '(?:once|twice|three times|four times|five times|several times|many times|NUMBER times)(?: in)? (?:an?|per|each|every) (?<unit>UNIT)',
    ({ unit = '' }) => set(1, letterOf(unit)),
  ),
  rule('set:rhythm', `(?<word>${Object.keys(RHYTHMS).join('|')})`, readRhythm),
  rule('set:a-unit', '(?:an?) (?<unit>hour|day|week|month|year)(?= (?:each|apiece)\\b)', ({ unit = '' }) =>
    set(1, letterOf(unit)),
  ),
];

const PART_CODES: Readonly<Record<string, string>> = { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' };

function set(count: number | null, letter: string): Form | null {
  if (letter === '' || letter === 'ML') return null;
  const told = count === null ? 'X' : String(letter === 'F' ? count * 2 : count);
  const unit = letter === 'F' ? 'W' : letter;
  return fixed(unit.startsWith('T') ? `PT${told}${unit.slice(1)}` : `P${told}${unit}`);
}

const repeated = (value: string, part: string | undefined): Form =>
  fixed(part === undefined ? value : `${value}T${PART_CODES[part.toLowerCase()] ?? ''}`);

const fixed = (value: string): Form => ({ kind: 'fixed', type: 'SET', value });

/** "daily": but not in a name ("Daily Mail"), and "quarterly" and "annual" only as rhythms. */
function readRhythm({ word = '' }: Groups, { text, start, end, from, tagAt }: Place): Form | null {
  const plain = word.toLowerCase();
  if (/^\p{Lu}/u.test(word) && start > from) return null;
  // "the quarterly report" names the report; "reports quarterly" tells when.
  if ((plain === 'quarterly' || plain === 'biannual') && !tagAt(start).startsWith('RB')) return null;
  if (/^\s\p{Lu}/u.test(text.slice(end, end + 2)) && /^\p{Lu}/u.test(word)) return null;
  if (/^[-–]|^\s(?:newspaper|paper)/.test(text.slice(end, end + 12))) return null;
  return fixed(RHYTHMS[plain] ?? 'P1Y');
}
