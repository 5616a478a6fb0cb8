// Days of the week and days counted from today: "Wednesday", "next Friday", "yesterday".
import { type Rule, rule } from '../pattern.ts';
import { readWeekday } from '../words/numbers.ts';
import { sideOf } from './periods.ts';

const SIDE = '(?<side>last|past|previous|next|coming|this|following|this past|this coming)';

export const WEEKDAY_RULES: readonly Rule[] = [
  rule('weekday', `(?:(?:the )?(?:${SIDE} ))?(?<day>WEEKDAY)`, ({ side, day = '' }, { text, end }) =>
    // "The Sunday Times" comes out on any day.
    /^\p{Lu}/u.test(day) && !/^\s(?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|People)\b/.test(text.slice(end, end + 12)) ? { kind: 'weekday', weekday: readWeekday(day), side: sideOf(side) } : null,
  ),
  rule('weekday:short', '(?<day>SHORTDAY)', ({ day = '' }, { text, end }) =>
    // "Sun" and "Sat" are words and papers; a date beside them makes them days.
    /^\p{Lu}/u.test(day) && /^,?\s(?:\d{1,2}\s\p{L}|\p{Lu}\p{Ll}{2,8}\.?\s\d)/u.test(text.slice(end, end + 16))
      ? { kind: 'weekday', weekday: readWeekday(day), side: 'near' }
      : null,
  ),
  rule('day:today', 'today', () => ({ kind: 'offset', grain: 'day', count: 0, from: 'published' })),
  rule('day:yesterday', '(?<before>the day before )?yesterday', ({ before }) => ({
    kind: 'offset', grain: 'day', count: before ? -2 : -1, from: 'published',
  })),
  rule('day:tomorrow', '(?<after>the day after )?tomorrow', ({ after }) => ({
    kind: 'offset', grain: 'day', count: after ? 2 : 1, from: 'published',
  })),
]; // biome-ignore format: one table
