// Items that stand in lists near certain days: what can answer a promise, or be the meeting that was planned.
import { type Kysely, sql } from 'kysely';
import { dayNumber, UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';
import { earliestEnding } from './listing.ts';

/** Days that what is looked for can lie on, both ends included; what has no date must be told then or later. */
export interface Near {
  readonly from: string;
  /** Null for however much later. */
  readonly to: string | null;
}

/** Lists and the days looked at in each: of several asked for, from the first to the last. */
export class NearLists {
  readonly #asked = new Map<number, Near>();

  ask(list: number, { from, to }: Near): void {
    const known = this.#asked.get(list);
    this.#asked.set(list, known ? { from: earlier(known.from, from), to: later(known.to, to) } : { from, to });
  }

  /** Keys of the items of a kind, of these types and states, that any of the lists holds near its days. */
  async items(db: Kysely<Tables>, kind: ItemKind, { types, states }: Narrowed): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    if (this.#asked.size === 0) return found;
    const first = [...this.#asked.values()].reduce((day, { from }) => earlier(day, from), '~');
    const opens = await earliestEnding(db, [kind], first);
    for (const [list, near] of this.#asked) {
      const { rows } = await sql<{ item: number }>`
        SELECT l.item FROM listed l WHERE l.list = ${list} AND l.kind = ${kind} AND ${isNear(near, opens)}
          AND l.state IN (${sql.join(states)}) ${types ? sql`AND l.type IN (${sql.join(types)})` : sql``}`.execute(db);
      for (const { item } of rows) found.add(item);
    }
    return found;
  }
}

export interface Narrowed {
  readonly types?: readonly string[];
  readonly states: readonly string[];
}

/**
 * Whether a row of a list (`l`) can lie on one of the days.
 * @param opens what begins before this day ends before all of them
 */
export function isNear({ from, to }: Near, opens: number) {
  const [first, last] = [dayNumber(from), to === null ? UNDATED - 1 : dayNumber(to)];
  return sql`((l.begins BETWEEN ${opens} AND ${last} AND l.ends >= ${first})
    OR (l.begins = ${sql.lit(UNDATED)} AND l.told >= ${yearOf(first)}))`;
}

/** The first day of a year: documents dated by their year alone count from there. */
const yearOf = (day: number): number => Math.floor(day / 10_000) * 10_000;

const DAY = 86_400_000;

/** Some days before or after a day. */
export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a < b ? b : a);
