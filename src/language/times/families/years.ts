// Years and decades: "1990", "'89", "nineteen eighty-seven", "the 1990s", "the nineties".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { yearPoint } from '../values/point.ts';
import { readNumber } from '../words/numbers.ts';
import { DECADE_WORDS } from '../words/vocabulary.ts';

export const YEAR_RULES: readonly Rule[] = [
  rule('date:year', '(?:the year )?(?<year>YEAR)', readYear),
  rule('date:short-year', "['’](?<short>\\d\\d)", ({ short = '' }) => ({
    kind: 'point',
    point: yearPoint(fullYear(Number(short))),
  })),
  rule(
    'date:spoken-year',
    '(?:the year )?(?<spoken>(?:nineteen|eighteen)~(?:hundred|NUMBER)|two thousand(?:(?: and)? NUMBER)?)',
    readSpokenYear,
  ),
  rule('date:decade', "(?:the )?(?:(?<digits>(?:1\\d|20)\\d0)|['’]?(?<short>[1-9]0))['’]?s", readDecade),
  rule('date:decade-words', `the (?:nineteen~)?(?<word>${DECADE_WORDS.join('|')})`, ({ word = '' }) => ({
    kind: 'point',
    point: { grain: 'decade', at: 192 + (DECADE_WORDS as readonly string[]).indexOf(word.toLowerCase()) },
  })),
];

/** Signs and words before a number of four digits that is no year: "$1990", "No. 1973", "Resolution 1973". */
const NO_YEAR_AFTER =
  /[$£€#№\d/.:,]$|[$£€#]\s$|\d[-–]$|\p{L}-$|\b(?:nos?\.?|resolutions?|articles?|pages?|p\.|pp\.|flight|room|route|highway|channel|order|decree|law|document|version|number|protocol)\s$/iu;

/** "mid-1990", "2002-2004": there a hyphen leads on to a year. */
const YEAR_AFTER_HYPHEN = /(?:\b(?:pre|post|mid|early|late)|(?:1\d|20)\d\d)[-–/]$/i;

/** What a number of four digits counts when it is no year: "1990 aircraft" may be one, "1990 soldiers" is none. */
const COUNTED =
  /^(?:%|[-–]?\d{1,3}\b(?![-–\d])|\s?(?:percent|per cent|million|billion|trillion|thousand|dollars|euros|people|troops|soldiers|tanks|aircraft|missiles|warheads|tons|tonnes|meters|metres|miles|km|kilometers|kilometres|shares|workers|points|feet|members|men|women|hours|days|years|months|weeks|hrs)\b|[/:]\d)/i;

/** "1979-89". */
const SHORT_END = /^[-–]\d\d\b/;

/** Years before this one are so rare in reports that they need a preposition: "in 1242". */
const OLD_YEAR = 1500;

function readYear({ year = '' }: Groups, { text, start, end, from, to }: Place): Form | null {
  const before = text.slice(Math.max(from, start - 16), start);
  const after = text.slice(end, Math.min(to, end + 24));
  if (NO_YEAR_AFTER.test(before) && !YEAR_AFTER_HYPHEN.test(before)) return null;
  if (COUNTED.test(after) && !SHORT_END.test(after)) return null;
  if (Number(year) < OLD_YEAR && !/\b(?:in|year|since|of)\s$/i.test(before)) return null;
  return { kind: 'point', point: yearPoint(Number(year)) };
}

function readSpokenYear({ spoken = '' }: Groups, { text, end, start, from }: Place): Form | null {
  const year = spokenYear(spoken);
  if (year === null) return null;
  if (
    /^two/i.test(spoken) &&
    !/\b(?:in|year|since|by|until|of)\s(?:the year )?$/i.test(text.slice(Math.max(from, start - 12), start)) &&
    !/year/i.test(text.slice(start, end))
  )
    return null;
  return { kind: 'point', point: yearPoint(year) };
}

/** "nineteen ninety-seven" is 1997, "two thousand and eight" 2008; null for what counts rather than dates. */
export function spokenYear(spoken: string): number | null {
  const [head = '', ...rest] = spoken.toLowerCase().split(/[\s-]+/);
  const tail = readNumber(rest.join(' '));
  if (head === 'two') return readNumber(spoken);
  const hundreds = readNumber(head);
  if (hundreds === null || tail === null || tail > 100) return null;
  return hundreds * 100 + (tail === 100 ? 0 : tail >= 10 ? tail : Number.NaN) || null;
}

function readDecade({ digits, short }: Groups, { text, start, from }: Place): Form | null {
  if (digits !== undefined) return { kind: 'point', point: { grain: 'decade', at: Number(digits) / 10 } };
  // "the 90s" is a decade; "in his 90s" is an age, "90s" alone may be seconds.
  const before = text.slice(Math.max(from, start - 8), start);
  if (!/^the|^['’]/i.test(text.slice(start, start + 3)) || /\b(?:his|her|their|my)\s$/i.test(before)) return null;
  return { kind: 'point', point: { grain: 'decade', at: 190 + Number(short) / 10 } };
}

/** Two-digit years: '50 to '99 are the 1900s. */
export const fullYear = (short: number): number => (short >= 50 ? 1900 : 2000) + short;
