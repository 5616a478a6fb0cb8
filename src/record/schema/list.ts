// Numbers of lists, and days as lists have them.
import { sql } from 'kysely';
import { ACTING_ROLES, RECEIVING_ROLES, type Role, SUBJECT_ROLES } from './tables.ts';

/** The list of all items; the list of an entity has its key. */
export const ALL_ITEMS = 0;

/** Keys of entities are below this: two of them make one number that is exact in JavaScript, too. */
export const MOST_KEYS = 2 ** 26;

/** The list of what may lie in several years: the last number before those of pairs. */
export const WIDE_ITEMS = 1 - MOST_KEYS;

/** The list of what two sides have with one another. */
export const listOfPair = (one: number, other: number): number =>
  -(Math.min(one, other) * MOST_KEYS + Math.max(one, other));

/** The same in SQL, of two columns that hold keys. */
export const listOfPairIn = (one: string, other: string) => {
  const [a, b] = [sql.ref(one), sql.ref(other)];
  return sql<number>`CASE WHEN ${a} < ${b} THEN -(CAST(${a} AS BIGINT) * ${sql.lit(MOST_KEYS)} + ${b})
    ELSE -(CAST(${b} AS BIGINT) * ${sql.lit(MOST_KEYS)} + ${a}) END`;
};

/** Pairs have lists down to this number; the list of a side lies below it. */
export const LAST_OF_PAIRS = -(MOST_KEYS ** 2);

/**
 * The list of what a state or organisation, or anybody who acts for it, has to do with: does, receives or is what it is about.
 * Where its people are only named as a place or a body, they take no part.
 */
export const listOfSide = (side: number): number => LAST_OF_PAIRS - side;

/** The same in SQL, of a column that holds keys. */
export const listOfSideIn = (side: string) => sql<number>`${sql.lit(LAST_OF_PAIRS)} - CAST(${sql.ref(side)} AS BIGINT)`;

/** The list of what a publisher's documents tell; pairs lie below all of these. */
export const listOfPublisher = (key: number): number => -key;

/** Bits of `listed.parts`: what an entity does in an item. */
export const PARTS = { acts: 1, receives: 2, subject: 4 } as const;
export const ROLES_OF: Readonly<Record<keyof typeof PARTS, readonly Role[]>> = {
  acts: ACTING_ROLES,
  receives: RECEIVING_ROLES,
  subject: SUBJECT_ROLES,
};

/** Stands for the day of what is undated: it comes last. */
export const UNDATED = 99_999_999;

/** `2013-10-23` as 20131023. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** The same in SQL. */
export const dayNumberIn = (column: string) =>
  sql<number>`CASE WHEN ${sql.ref(column)} IS NULL THEN ${sql.lit(UNDATED)} ELSE CAST(replace(${sql.ref(column)}, '-', '') AS INTEGER) END`;

/** The month of a day as a number: 201310. */
export const monthOf = (day: number): number => Math.floor(day / 100);

/** The month since which an item is told of, in SQL; 0 where it is told more than once. */
export const heardMonthIn = (heard: string, alone: string) =>
  sql<number>`CASE WHEN ${sql.ref(alone)} = 1 THEN ${sql.ref(heard)} / 100 ELSE 0 END`;

/** 20131023 as `2013-10-23`. */
export function dayOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
