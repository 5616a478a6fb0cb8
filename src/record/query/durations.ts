// How long an event lasted, where a telling says so: "met for two hours", "The conversation lasted just under three hours".
import { type Kysely, sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Tables } from '../schema/tables.ts';
import type { Telling } from './telling.ts';

/** So many sentences after the event's own may still say how long it lasted. */
const FOLLOWING = 2;

const ROUGHLY = '(?:(?:just|only|about|some|almost|nearly|over|under|more than|less than|a little|at least)\\s+)*$';
/** Words before a duration by which it is that of what the sentence tells. */
const LASTED = new RegExp(
  `\\b(?:last(?:s|ed|ing)?|t(?:ook|aking)|ran|runs?|went on|spen[dt]|for|over the course of)(?:\\s+for)?\\s+${ROUGHLY}`,
  'iu',
);
/** In a sentence that follows, what lasted has to be said to last. */
const LASTED_ALONE = new RegExp(`\\b(?:last(?:s|ed|ing)?|took|ran|went on)(?:\\s+for)?\\s+${ROUGHLY}`, 'iu');
/** "a three-hour meeting" */
const AS_ADJECTIVE = /^[\p{L}\p{N}]+(?:-and-a-half)?-(?:minute|hour|day|week)\b/u;

/** TIMEX3 durations that say how long the event of a telling lasted, in words; and every duration's place in the text. */
export async function durationsOf(
  db: Kysely<Tables>,
  { row, text }: Telling,
): Promise<{ readonly lasted: readonly string[]; readonly places: readonly Span[] }> {
  const first = row.sentence_first;
  const last = row.sentence_last;
  if (first === null || last === null) return { lasted: [], places: [] };
  const { rows } = await sql<{ start: number; end: number; value: string; sentence: number; from: number }>`
    SELECT t.start, t."end", t.value, s.key AS sentence, s.start AS "from" FROM times t
    JOIN sentences s ON s.document = t.document AND s.start <= t.start AND s."end" >= t."end"
    JOIN sentences own ON own.key = ${first} AND own.passage = s.passage
    WHERE t.document = ${row.document} AND t.type = 'DURATION' AND s.key BETWEEN ${first} AND ${last + FOLLOWING}
    ORDER BY t.start`.execute(db);
  const lasted = rows.filter(({ start, end, sentence, from }) => {
    const before = text.slice(from, start);
    if (sentence > last) return LASTED_ALONE.test(before);
    return LASTED.test(before) || AS_ADJECTIVE.test(text.slice(start, end));
  });
  const words = lasted.flatMap(({ value }) => durationWords(value) ?? []);
  return { lasted: [...new Set(words)], places: rows.map(({ start, end }): Span => [start, end]) };
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
const HOURS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/** `PT3H30M` -> `3 hours 30 minutes`; null for "some weeks" (`PXW`), which says no length. */
export function durationWords(value: string): string | null {
  const [, days = '', hours = ''] = /^P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?$/u.exec(value) ?? [];
  const parts = [
    ...[...days.matchAll(/([\d.]+)([YMWD])/gu)].map(([, number, unit]) => [number, UNITS[unit ?? '']] as const),
    ...[...hours.matchAll(/([\d.]+)([HMS])/gu)].map(([, number, unit]) => [number, HOURS[unit ?? '']] as const),
  ];
  return parts.length === 0
    ? null
    : parts.map(([number, unit]) => `${number} ${unit}${number === '1' ? '' : 's'}`).join(' ');
}
