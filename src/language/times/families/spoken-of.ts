// Times that the text has spoken of: "that day", "the same year", "the latest quarter", "the end of the month", "on the 15th".
import type { Form } from '../form.ts';
import { type Groups, type Place, type Rule, rule } from '../pattern.ts';
import { letterOf } from '../values/length.ts';
import { readOrdinal } from '../words/numbers.ts';
import { GRAIN, GRAIN_OF, offset } from './relative.ts';

export const SPOKEN_OF_RULES: readonly Rule[] = [
  rule('spoken-of:same', `(?:that same|that very|that|the same|the very same) ${GRAIN}`, ({ unit = '' }) => same(unit)),
  rule('spoken-of:latest', '(?:the|its|their) (?:latest|most recent) (?:fiscal )?(?:period|quarter)', () => ({
    kind: 'latest-quarter',
  })),
  // With the date beside it: "the week of 6 March".
  rule('spoken-of:week-of', 'the week(?= of (?:MONTH|(?:the )?DAY))', () => same('week')),
  rule(
    'spoken-of:the-unit',
    'the (?<full>full |fiscal |whole |calendar |entire )?(?<unit>quarter|year|month|week|day|weekend)',
    readTheUnit,
  ),
  rule('spoken-of:unit-end', "(?:the )?(?:fiscal~)?(?:year|month)(?:['’]s |~)end", (_, { text, start, end }) => {
    const unit = /month/i.test(text.slice(start, end)) ? 'month' : 'year';
    return offset(unit, 0, 'published');
  }),
  rule('spoken-of:day-of-month', 'the (?<nth>\\d{1,2}(?:st|nd|rd|th))', readDayOfMonth),
];

function same(unit: string): Form {
  return { kind: 'same', grain: GRAIN_OF[letterOf(unit)] ?? 'day' };
}

/** What follows "the year" and the like when other words tell which: "the year when", "the day of the vote". */
const TOLD_OTHERWISE = /^-|^['’]s\s(?!end)|^\s(?:when|that|before|after|of\b(?!\s\d))/i;

/** "the year ended 30 June" is any twelve months. */
const TWELVE_MONTHS = /^\s(?:ended|ending|to end|through)\b/;

const LEADS_YEAR = /\b(?:in|for|of|during|through|throughout|by)\s$/i;
const LEADS_UNIT = /\b(?:in|for|of|during)\s$/i;

/** "the quarter" is the one spoken of, "the year" the document's; both only where a preposition makes them times. */
function readTheUnit({ unit = '', full }: Groups, { text, start, end, from }: Place): Form | null {
  const before = text.slice(Math.max(from, start - 12), start);
  const after = text.slice(end, end + 14);
  if (TOLD_OTHERWISE.test(after)) return null;
  const plain = unit.toLowerCase();
  if (plain === 'quarter') return { kind: 'same', grain: 'quarter' };
  if (plain === 'weekend') return { kind: 'weekend' };
  if (plain === 'day') return LEADS_UNIT.test(before) ? same(unit) : null;
  if (plain !== 'year') return LEADS_UNIT.test(before) ? offset(unit, 0, 'published') : null;
  if (/fiscal|financial/i.test(full ?? '') || TWELVE_MONTHS.test(after))
    return { kind: 'fixed', type: 'DURATION', value: 'P1Y' };
  return full !== undefined || LEADS_YEAR.test(before) ? offset(unit, 0, 'published') : null;
}

const LEADS_DAY = /\b(?:on|by|until|since|from|of|before|after|and)\s$/i;

/** What may follow "the 15th" where it is a day: "on the 15th anniversary" is none. */
const AFTER_DAY = /^(?:$|[.,;:)]|\s(?:he|she|it|they|we|and|but|in|at|of\s(?:the|this|that|last|next)\smonth)\b)/;

function readDayOfMonth({ nth = '' }: Groups, { text, start, end, from }: Place): Form | null {
  const day = readOrdinal(nth);
  if (day === null || day < 1 || day > 31) return null;
  const led = LEADS_DAY.test(text.slice(Math.max(from, start - 7), start));
  return led && AFTER_DAY.test(text.slice(end, end + 20)) ? { kind: 'day-of-month', day } : null;
}
