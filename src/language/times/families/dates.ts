// Dates with a year, and days and months without: "Dec. 12, 1989", "12 December", "2007-12-12", "the 15th of May".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { dayPoint, isDay, monthPoint, yearPoint } from '../values/point.ts';
import { readMonth, readNumber } from '../words/numbers.ts';
import { DECADE_WORDS, HOLIDAYS } from '../words/vocabulary.ts';
import { sideOf } from './periods.ts';

const SIDE = '(?:the )?(?<side>last|past|next|this|this past|this coming|following|previous)';
// Of "3-4 December" and "December 3 and 4" the first day counts.
const MORE_DAYS = '(?:(?: ?[-–/] ?| and | to )DAY)?';
const DAY_FIRST = `(?:the (?=\\d{1,2}(?:st|nd|rd|th)| ?\\d{1,2} of ))?(?<day>DAY)${MORE_DAYS}(?: of |[ –-]?)(?<month>MONTH)`;
const MONTH_FIRST = `(?<month>MONTH)(?: the)?[ ]?(?<day>DAY)${MORE_DAYS}`;

export const DATE_RULES: readonly Rule[] = [
  rule('date:iso', '(?<year>YEAR)-(?<mm>0[1-9]|1[0-2])(?:-(?<day>[0-3]\\d))?(?![-/.]?\\d)', readDate),
  rule(
    'date:iso-time',
    '(?<year>YEAR)-(?<mm>0[1-9]|1[0-2])-(?<day>[0-3]\\d)T(?<hour>[0-2]\\d):(?<minute>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?',
    (groups, place) => {
      const day = readDate(groups, place);
      return day && { kind: 'clock', time: `${groups.hour}:${groups.minute}`, day, bare: false };
    },
  ),
  rule('date:year-first', '(?<year>YEAR)/(?<mm>0?[1-9]|1[0-2])/(?<day>[0-3]?\\d)(?![/\\d])', readDate),
  rule(
    'date:slashes',
    '(?<a>[0-3]?\\d)(?<sign>[/.-])(?<b>[0-3]?\\d)\\k<sign>(?<year>YEAR|\\d\\d)(?![/.-]?\\d)',
    readSlashes,
  ),
  rule('date:day-month-year', `${DAY_FIRST},?[ -]?(?<year>YEAR)`, readDate),
  rule('date:month-day-year', `${MONTH_FIRST}[ ]?,?[ ]?(?<year>YEAR)`, readDate),
  rule('date:year-month-day', '(?<year>YEAR),? (?<month>MONTH) (?<day>DAY)', readDate),
  rule('date:day-month', DAY_FIRST, readDate),
  rule('date:month-day', MONTH_FIRST, readDate),
  rule('date:month-year', '(?<month>MONTH),?(?: of)?[ -](?<year>YEAR)', readDate),
  rule(
    'date:month-spoken-year',
    '(?<month>MONTH),? (?<spoken>(?:nineteen|twenty|eighteen)~(?:hundred|NUMBER))',
    readDate,
  ),
  rule('date:month', `(?:${SIDE} )?(?<month>MONTH)`, readBareMonth),
  rule('date:that-month', '(?:that|the same) (?<month>MONTH)', ({ month = '' }) =>
    namesMonth(month, true)
      ? { kind: 'in-year', part: { grain: 'month', month: readMonth(month) }, year: { kind: 'same', grain: 'year' } }
      : null,
  ),
  rule('date:year', '(?:the year )?(?<year>YEAR)', readYear),
  rule('date:short-year', "['’](?<short>\\d\\d)", ({ short = '' }) => ({
    kind: 'point',
    point: yearPoint(century(Number(short))),
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
  rule(
    'date:holiday',
    `(?<name>${Object.keys(HOLIDAYS).join('|')})`.replaceAll("'", "['’]"),
    ({ name = '' }, { text, end }) => {
      // "the Christmas tree" is none.
      if (
        /^\s(?:tree|trees|market|markets|party|gifts?|cards?|shopping|presents?|lights)\b/.test(
          text.slice(end, end + 10),
        )
      )
        return null;
      const [month, day] = (HOLIDAYS[name.toLowerCase().replace('’', "'").replace(/\s+/g, ' ')] ?? '').split('-');
      return month && day && /^\p{Lu}/u.test(name) ? partOfDay(Number(month), Number(day)) : null;
    },
  ),
  rule('date:thanksgiving', `(?:${SIDE} )?(?<name>thanksgiving(?: day)?)`, (groups) =>
    /^T/.test(groups.name ?? '') ? { kind: 'part', part: { grain: 'thanksgiving' }, side: sideOf(groups.side) } : null,
  ),
];

function readDate(groups: Groups, place: Place): Form | null {
  const { year, day, mm, spoken } = groups;
  const monthText = groups.month;
  const month = monthText === undefined ? Number(mm) : readMonth(monthText);
  if (monthText !== undefined && !namesMonth(monthText, day !== undefined || year !== undefined)) return null;
  // "his 5 March comrades" is none either, but "Security Council 15 may" is the case that occurs.
  const number = day === undefined ? null : Number.parseInt(day, 10);
  const whole = year ?? (spoken === undefined ? undefined : spokenYear(spoken)?.toString());
  if (spoken !== undefined && whole === undefined) return null;
  if (whole === undefined) {
    if (number === null) return null;
    if (
      /^\d+$/.test(day ?? '') &&
      groups.month !== undefined &&
      /[\d.,$]$/.test(place.text.slice(Math.max(0, place.start - 1), place.start))
    )
      return null;
    return partOfDay(month, number);
  }
  if (number === null) return { kind: 'point', point: monthPoint(Number(whole), month) };
  return isDay(Number(whole), month, number) ? { kind: 'point', point: dayPoint(Number(whole), month, number) } : null;
}

function partOfDay(month: number, day: number): Form | null {
  // A leap year, so that 29 February may be.
  return isDay(2000, month, day) ? { kind: 'part', part: { grain: 'day', month, day }, side: 'near' } : null;
}

/** "03/04/2014" may be March or April: nobody can tell, so it says the year alone, like the date in a document's head. */
function readSlashes({ a = '', b = '', sign, year = '' }: Groups): Form | null {
  if (year.length === 2 && sign === '.') return null;
  const whole = year.length === 2 ? century(Number(year)) : Number(year);
  const [first, second] = [Number(a), Number(b)];
  if (sign === '.' || first > 12)
    return isDay(whole, second, first) ? { kind: 'point', point: dayPoint(whole, second, first) } : null;
  if (second > 12 || first === second)
    return isDay(whole, first, second) ? { kind: 'point', point: dayPoint(whole, first, second) } : null;
  return year.length === 4 && first > 0 && second > 0 ? { kind: 'point', point: yearPoint(whole) } : null;
}

/** Whether a month's name is written as one: "May" and "March" are words too, "Jan" and "Mar" names. */
function namesMonth(text: string, dated: boolean): boolean {
  if (!/^\p{Lu}/u.test(text)) return false;
  if (text.length > 3 && text === text.toUpperCase()) return dated || text.length > 5;
  return dated || text.length > 4 || text.endsWith('.') || /^(?:May|June|July)$/.test(text);
}

/** "Black September", "the October Revolution": names of things, not of their months. */
const NAMED_MONTH = /^Black\s|\b(?:October|February|July)\s(?:Revolution|Manifesto|Monarchy)/;

const LEADS_MONTH =
  /(?:\b(?:in|of|by|since|until|till|last|next|this|from|to|between|early|late|mid|end|before|after|during|through|each|every|and|or|for|late|following|previous)|[-–(])\s*$/i;

function readBareMonth({ month = '', side }: Groups, { text, start, end, from, tagAt }: Place): Form | null {
  if (NAMED_MONTH.test(text.slice(Math.max(from, start - 6), end + 12))) return null;
  if (!namesMonth(month, false)) return null;
  if (/^(?:May|March|Mar\.|Jan\.|June|April|August|AUGUST|MARCH|APRIL)$/.test(month)) {
    const led = side !== undefined || LEADS_MONTH.test(text.slice(Math.max(from, start - 12), start));
    const tag = tagAt(start);
    // "March on Rome", "May I": at a sentence's start only the tag can tell; "April Jones", "Theresa May": names go on.
    if (!led && (tag === '' || !tag.startsWith('NN'))) return null;
    if (/^\s(?:\p{Lu}\p{Ll}|of\s(?!last|this|next|\d))/u.test(text.slice(end, end + 9)) && !led) return null;
    if (!led && /\p{Lu}\p{L}+\s$/u.test(text.slice(Math.max(from, start - 12), start))) return null;
  }
  return { kind: 'part', part: { grain: 'month', month: readMonth(month) }, side: sideOf(side) };
}

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
function spokenYear(spoken: string): number | null {
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
const century = (short: number): number => (short >= 50 ? 1900 : 2000) + short;
