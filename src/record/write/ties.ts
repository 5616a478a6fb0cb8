// Keeps the table of ties: which tellings may be of one event with which others.
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import { dayNumber } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import { blockOf } from './blocks.ts';
import { type Tied, tiesOf } from './merge-events.ts';
import type { BlockTelling } from './tellings.ts';

/** A tie and the days of a telling that has or had it. */
export type DatedTie = Tables['stale_ties'];

/** Gives tellings the ties that they have now. */
export async function tieAnew(writing: Writing, tellings: readonly BlockTelling[]): Promise<readonly DatedTie[]> {
  await untie(
    writing.db,
    tellings.map(({ key }) => key),
  );
  const rows = tellings.flatMap((telling) => {
    const { key: item, document, n, start, end, kind, type } = telling;
    const days = { begins: dayNumber(start), ends: dayNumber(end) };
    const block = blockOf(kind, type, start);
    return tiesOf(telling).map((tie) => ({ tie: numberOf(`${block}|${tie}`), item, document, n, ...days }));
  });
  await writing.insert('ties', rows);
  return rows;
}

/** @returns the ties they had */
export async function untie(db: Kysely<Tables>, items: readonly number[]): Promise<readonly DatedTie[]> {
  const had: DatedTie[] = [];
  for (const piece of inPieces(items)) {
    had.push(...(await db.selectFrom('ties').select(['tie', 'begins', 'ends']).where('item', 'in', piece).execute()));
    await db.deleteFrom('ties').where('item', 'in', piece).execute();
  }
  return had;
}

/** Remembers the ties of items that are about to go. @param items a query for their keys */
export const markTies = (items: ReturnType<typeof sql>) => sql`
  INSERT INTO stale_ties SELECT DISTINCT tie, begins, ends FROM ties WHERE item IN (${items}) ON CONFLICT DO NOTHING`;

/** The tellings that have each of these ties. */
export async function tiedBy(
  db: Kysely<Tables>,
  ties: readonly number[],
): Promise<ReadonlyMap<number, readonly Tied[]>> {
  const tied = new Map<number, Tied[]>();
  for (const piece of inPieces(ties)) {
    for (const { tie, item: key, document, n, begins, ends } of await db
      .selectFrom('ties')
      .selectAll()
      .where('tie', 'in', piece)
      .execute()) {
      const row = { key, document, n, start: String(begins), end: String(ends) };
      addTo(tied, tie, row);
    }
  }
  return tied;
}

/** 52 bits of SHA-256: whole in JavaScript, and enough that two ties of one day do not meet by chance. */
function numberOf(tie: string): number {
  const digest = createHash('sha256').update(tie).digest();
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4);
}
