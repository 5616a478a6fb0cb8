// Dates with a year, and days and months without: "Dec. 12, 1989", "12 December", "2007-12-12", "the 15th of May".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { dayPoint, isDay, monthPoint, yearPoint } from '../values/point.ts';
import { readMonth } from '../words/numbers.ts';
import { HOLIDAYS } from '../words/vocabulary.ts';
import { sideOf } from './periods.ts';
import { fullYear, spokenYear } from './years.ts';

const SIDE = '(?:the )?(?<side>last|past|next|this|this past|this coming|following|previous)';
// Of "3-4 December" and "December 3 and 4" the first day counts.
const MORE_DAYS = '(?:(?: ?[-–/] ?| and | to )DAY)?';
const DAY_FIRST = `(?:the (?=\\d{1,2}(?:st|nd|rd|th)| ?\\d{1,2} of ))?(?<day>DAY)${MORE_DAYS}(?: of |[ –-]?)(?<month>MONTH)`;
const MONTH_FIRST = `(?<month>MONTH)(?: the)?[ ]?(?<day>DAY)${MORE_DAYS}`;

/** "the Christmas tree" is no time. */
const FESTIVE = /^\s(?:trees?|markets?|party|gifts?|cards?|shopping|presents?|lights)\b/;

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
  // The attacks of 2001 go by their day.
  rule('date:nine-eleven', '9/11|(?:september 11|11 september)(?:th)?(?= (?:terrorist |terror )?attacks?\\b)', () => ({
    kind: 'point',
    point: dayPoint(2001, 9, 11),
  })),
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
  rule(
    'date:holiday',
    `(?<name>${Object.keys(HOLIDAYS).join('|')})`.replaceAll("'", "['’]"),
    ({ name = '' }, { text, end }) => {
      if (!/^\p{Lu}/u.test(name) || FESTIVE.test(text.slice(end, end + 10))) return null;
      const [month, day] = (HOLIDAYS[name.toLowerCase().replace('’', "'").replace(/\s+/g, ' ')] ?? '').split('-');
      return month && day ? partOfDay(Number(month), Number(day)) : null;
    },
  ),
  rule('date:thanksgiving', `(?:${SIDE} )?(?<name>thanksgiving(?: day)?)`, (groups) =>
    /^T/.test(groups.name ?? '') ? { kind: 'part', part: { grain: 'thanksgiving' }, side: sideOf(groups.side) } : null,
  ),
];

function readDate(groups: Groups, { text, start }: Place): Form | null {
  const { year, day, month: name, spoken } = groups;
  if (name !== undefined && !namesMonth(name, day !== undefined || year !== undefined)) return null;
  const month = name === undefined ? Number(groups.mm) : readMonth(name);
  const whole = spoken === undefined ? year : spokenYear(spoken)?.toString();
  const number = day === undefined ? null : Number.parseInt(day, 10);
  if (whole !== undefined) {
    if (number === null) return { kind: 'point', point: monthPoint(Number(whole), month) };
    return isDay(Number(whole), month, number)
      ? { kind: 'point', point: dayPoint(Number(whole), month, number) }
      : null;
  }
  // "$1.5 May" is the end of a sum.
  return number === null || /[\d.,$]/.test(text.charAt(start - 1)) ? null : partOfDay(month, number);
}

function partOfDay(month: number, day: number): Form | null {
  // A leap year, so that 29 February may be.
  return isDay(2000, month, day) ? { kind: 'part', part: { grain: 'day', month, day }, side: 'near' } : null;
}

/** "03/04/2014" may be March or April: nobody can tell, so it says the year alone, like the date in a document's head. */
function readSlashes({ a = '', b = '', sign, year = '' }: Groups): Form | null {
  if (year.length === 2 && sign === '.') return null;
  const whole = year.length === 2 ? fullYear(Number(year)) : Number(year);
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

/** What follows a word that is no month: a surname, or what is marched for. */
const GOES_ON = /^\s(?:\p{Lu}\p{Ll}|of\s(?!last|this|next|\d))/u;

function readBareMonth({ month = '', side }: Groups, { text, start, end, from, tagAt }: Place): Form | null {
  if (NAMED_MONTH.test(text.slice(Math.max(from, start - 6), end + 12))) return null;
  if (!namesMonth(month, false)) return null;
  const before = text.slice(Math.max(from, start - 12), start);
  if (/^(?:May|March|June|April|August)$/i.test(month) && side === undefined && !LEADS_MONTH.test(before)) {
    // "March on Rome", "May I": only the tag can tell; "April Jones", "Theresa May": names go on.
    if (!tagAt(start).startsWith('NN') || /\p{Lu}\p{L}+\s$/u.test(before)) return null;
    if (GOES_ON.test(text.slice(end, end + 9))) return null;
  }
  return { kind: 'part', part: { grain: 'month', month: readMonth(month) }, side: sideOf(side) };
}
