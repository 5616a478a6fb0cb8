// The period that an event is counted in.
import { sql } from 'kysely';

/** The month or year that the days of an item lie in as a whole; empty where they lie in none, or are not known. */
export function periodOf(start: string | null, end: string | null): string {
  if (start === null || end === null) return '';
  for (const length of [MONTH, YEAR])
    if (start.slice(0, length) === end.slice(0, length)) return start.slice(0, length);
  return '';
}

const MONTH = 7;
const YEAR = 4;

/** The same in SQL; the index `items_period` holds it. @param item the table or its alias */
export function periodIn(item: string) {
  const start = sql.ref(`${item}.time_start`);
  const end = sql.ref(`${item}.time_end`);
  return sql<string>`CASE WHEN substr(${start}, 1, 7) = substr(${end}, 1, 7) THEN substr(${start}, 1, 7)
    WHEN substr(${start}, 1, 4) = substr(${end}, 1, 4) THEN substr(${start}, 1, 4) ELSE '' END`;
}
