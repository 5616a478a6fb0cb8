// A page of the queue of what was found already, and is few enough to be sorted.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Asked } from './shelves.ts';
import { scoreIn, type WrongShares } from './uncertainty.ts';

/** Keys of a page in the queue's order. @param found a query for the keys of the items */
export async function sortedPage(
  db: Kysely<Tables>,
  found: RawBuilder<unknown>,
  { order, limit, offset }: Pick<Asked, 'order' | 'limit' | 'offset'>,
  wrong: WrongShares,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('doubts as q')
    .where(sql<SqlBool>`q.item IN (${found})`)
    .select('q.item')
    .$if(order === 'uncertain', (query) => query.orderBy(scoreIn(wrong), 'desc'))
    .orderBy('q.begins')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ item }) => item);
}
