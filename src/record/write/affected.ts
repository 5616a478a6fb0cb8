// Which tellings a change can have joined with others, or parted: those that ties connect with what came, changed or went.
import type { Kysely } from 'kysely';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { joinedBy, ranked, type Tied } from './merge-events.ts';
import { type DatedTie, tiedBy } from './ties.ts';

/** Tellings, and the sets of them that ties join: all that any tie joins one of them with is among them. */
export interface Affected {
  readonly keys: readonly number[];
  readonly joined: readonly (readonly number[])[];
}

/** @param changed ties that tellings have got, lost or kept while they changed in another way */
export async function affectedBy(db: Kysely<Tables>, changed: readonly DatedTie[]): Promise<Affected> {
  const days = new Map<number, Set<string>>();
  for (const { tie, begins, ends } of changed) {
    const own = days.get(tie) ?? new Set();
    days.set(tie, own.add(`${begins}|${ends}`));
  }
  const sets = new TiedSets();
  const tied = await tiedBy(db, [...days.keys()]);
  sets.add(tied);
  const found = new Set([...tied].flatMap(([tie, rows]) => shaken(rows, days.get(tie) ?? new Set())));
  for (let edge = [...found]; edge.length > 0; ) {
    sets.add(await tiedBy(db, await tiesAmong(db, edge, sets.ties)));
    const next = edge.flatMap((key) => sets.joinedWith(key)).filter((key) => !found.has(key));
    edge = [...new Set(next)];
    for (const key of edge) found.add(key);
  }
  return { keys: [...found], joined: sets.all().filter(([first]) => first !== undefined && found.has(first)) };
}

/** What ties join, tie by tie. */
class TiedSets {
  readonly ties = new Set<number>();
  readonly #sets: (readonly number[])[] = [];
  readonly #byKey = new Map<number, (readonly number[])[]>();

  add(tied: ReadonlyMap<number, readonly Tied[]>): void {
    for (const [tie, rows] of tied) {
      this.ties.add(tie);
      for (const joined of joinedBy(rows)) {
        this.#sets.push(joined);
        for (const key of joined) addTo(this.#byKey, key, joined);
      }
    }
  }

  joinedWith(key: number): readonly number[] {
    return this.#byKey.get(key)?.flat() ?? [];
  }

  all(): readonly (readonly number[])[] {
    return this.#sets;
  }
}

/**
 * Tellings of one tie that it may join otherwise than before, since tellings of these days came or went: those of the
 * days themselves, and, where a partial date holds such a day, those that it was or is joined with. With two other days
 * in it, it was joined with none and is so still.
 * @param changed pairs of first and last day
 */
function shaken(tied: readonly Tied[], changed: ReadonlySet<string>): readonly number[] {
  const pairs = [...changed].map((days) => days.split('|') as [string, string]);
  const changedDays = pairs.filter(([start, end]) => start === end).map(([day]) => day);
  const gone = pairs.filter(([start, end]) => start !== end).map(([start, end]) => ({ start, end, keys: [] }));
  return ranked(tied).flatMap(({ wide, exact }) => {
    const keys = changedDays.flatMap((day) => exact.get(day) ?? []);
    const holding = new Map(
      gone.map((one) => [`${one.start}|${one.end}`, one as { start: string; end: string; keys: number[] }]),
    );
    for (const [days, one] of wide) {
      if (changed.has(days) || changedDays.some((day) => one.start <= day && day <= one.end)) holding.set(days, one);
    }
    for (const [days, { start, end, keys: own }] of holding) {
      const held = [...exact].filter(([day]) => start <= day && day <= end);
      const others = held.filter(([day]) => !changed.has(`${day}|${day}`));
      if (changed.has(days) || others.length < 2) keys.push(...own);
      if (others.length < 2) keys.push(...held.flatMap(([, of]) => of));
    }
    return keys;
  });
}

/** Ties of these tellings, without those known already. */
async function tiesAmong(
  db: Kysely<Tables>,
  items: readonly number[],
  known: ReadonlySet<number>,
): Promise<readonly number[]> {
  const ties = new Set<number>();
  for (const piece of inPieces(items)) {
    const rows = await db.selectFrom('ties').select('tie').distinct().where('item', 'in', piece).execute();
    for (const { tie } of rows) if (!known.has(tie)) ties.add(tie);
  }
  return [...ties];
}
