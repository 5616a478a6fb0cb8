// Times counted from another: "two weeks ago", "three days later", "last month", "the following year".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { lengthValue, letterOf } from '../values/length.ts';
import type { Grain } from '../values/point.ts';
import { readNumber } from '../words/numbers.ts';

/** Units that the calendar counts, by their letter. */
export const GRAIN_OF: Readonly<Record<string, Grain>> = {
  D: 'day', W: 'week', WE: 'weekend', M: 'month', Q: 'quarter', Y: 'year', DE: 'decade', CE: 'century',
}; // biome-ignore format: one table

export const GRAIN = '(?<unit>day|week|weekend|month|quarter|year|decade|century)';
const HOW_MANY =
  '(?:ABOUT )?(?:(?<count>NUMBER)(?:(?: to | or |-)NUMBER)?|(?<one>an?)|(?<half>(?:a )?half an?|a half)|(?<pair>a couple(?: of)?)|(?<vague>(?:a |just a |only a )?few|several|many|some|a number of|(?:dozens|hundreds) of))';

export const RELATIVE_RULES: readonly Rule[] = [
  // Companies compare with the same quarter a year back: "up from $3 million a year ago".
  rule(
    'relative:year-before',
    '(?:a|one) year (?:ago|earlier|before)|(?:the )?year~(?:ago|earlier) (?:period|quarter|month|level)|year~(?:ago|earlier)',
    (_, { text, start, end }) => ({
      kind: 'year-before',
      from: /(?:earlier|before)$/i.test(text.slice(start, end)) ? 'story' : 'published',
    }),
  ),
  rule(
    'relative:ago',
    `${HOW_MANY}(?: more)?~(?:full |long |short |short, )?(?<unit>UNIT)(?:,? and a half)?~ago`,
    (g) => counted(g, -1, 'published'),
  ),
  rule('relative:from-now', `${HOW_MANY} (?<unit>UNIT)(?: from (?:now|today)| hence)`, (g) =>
    counted(g, 1, 'published'),
  ),
  rule('relative:later', `${HOW_MANY} (?<unit>UNIT) (?:later|afterwards?|after that)`, (g) => counted(g, 1, 'story')),
  rule('relative:earlier', `${HOW_MANY} (?<unit>UNIT) (?:earlier|before that|previously|beforehand)`, (g) =>
    counted(g, -1, 'story'),
  ),
  rule(
    'relative:same-last-year',
    '(?:the )?(?:same|corresponding|comparable|like|similar) (?:period|quarter|three months|time)(?: of)? (?:last year|a year (?:ago|earlier|before)|the (?:previous|year-earlier) year)',
    () => ({ kind: 'year-before', from: 'published' }),
  ),
  rule('relative:deictic', `(?<side>last|next|this)(?<more> past| coming)? ${GRAIN}`, readDeictic),
  rule(
    'relative:the-current',
    `(?:the )?(?<side>current|present|coming|upcoming|ongoing) (?:fiscal |financial |calendar |school )?${GRAIN}`,
    ({ side = '', unit = '' }) => offset(unit, /coming/i.test(side) ? 1 : 0, 'published'),
  ),
  rule(
    'relative:following',
    `(?:the|that) (?<side>following|next|previous|preceding|prior|very next) (?:fiscal |calendar )?${GRAIN}`,
    ({ side = '', unit = '' }) => offset(unit, /following|next/i.test(side) ? 1 : -1, 'story'),
  ),
  rule('relative:day-before', '(?:(?<one>one|a) |the )day (?<side>before|after|earlier|later)', readDayBefore),
];

/** "ago" counts back from the document, "later" on from the story. */
function counted(groups: Groups, sign: 1 | -1, from: 'published' | 'story'): Form | null {
  const letter = letterOf(groups.unit ?? '');
  if (groups.vague !== undefined) return vague(lengthValue(null, letter), sign, from);
  const count = groups.count === undefined ? (groups.pair ? 2 : groups.half ? 0.5 : 1) : readNumber(groups.count);
  if (count === null || count > MOST_UNITS) return null;
  const span = lengthValue(count, letter);
  if (span === null) return null;
  // Hours and minutes are too fine for the points counted from.
  const whole = /^P(\d+)([YMWDQ]|WE)$/.exec(span);
  const grain = whole ? GRAIN_OF[whole[2] ?? ''] : undefined;
  if (grain !== undefined) return { kind: 'offset', grain, count: sign * Number(whole?.[1]), from };
  if (letter === 'Y') return { kind: 'offset', grain: 'month', count: sign * Math.round(count * 12), from };
  return { kind: 'fixed', type: 'DURATION', value: span };
}

/** "several years ago" is some time past; "a few days later" only says how far the story moves. */
function vague(length: string | null, sign: 1 | -1, from: 'published' | 'story'): Form | null {
  if (from === 'published') return { kind: 'fixed', type: 'DATE', value: sign === 1 ? 'FUTURE_REF' : 'PAST_REF' };
  return length === null ? null : { kind: 'fixed', type: 'DURATION', value: length };
}

/** More than this are no count of years: "5001 years ago" is told by no calendar. */
const MOST_UNITS = 5000;

function readDeictic({ side = '', unit = '', more }: Groups): Form {
  const plain = side.toLowerCase();
  const past = plain === 'last' || (more !== undefined && /past/i.test(more));
  const coming = plain === 'next' || (more !== undefined && /coming/i.test(more));
  return offset(unit, past ? -1 : coming ? 1 : 0, 'published');
}

/** "the day before", "a day later": from the day the story is at; "the day after the election" says no date of its own. */
function readDayBefore({ side = '', one }: Groups, { text, end }: Place): Form | null {
  if (/after|before/i.test(side) && /^\s(?!and\b|but\b|in\b|at\b)[\p{L}\d]/u.test(text.slice(end, end + 4)))
    return null;
  if (one !== undefined && /before|after/i.test(side)) return null;
  return offset('day', /before|earlier/i.test(side) ? -1 : 1, 'story');
}

/** A form so many units from the document or the story. */
export function offset(unit: string, count: number, from: 'published' | 'story'): Form {
  return { kind: 'offset', grain: GRAIN_OF[letterOf(unit)] ?? 'day', count, from };
}
