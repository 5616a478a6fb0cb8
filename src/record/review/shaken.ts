// Items that are to be looked at again, because what they rest on was corrected in a way that they cannot follow.
import type { Kysely } from 'kysely';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';

export async function shakenAmong(db: Kysely<Tables>, items: readonly number[]): Promise<ReadonlySet<number>> {
  const shaken = new Set<number>();
  for (const piece of inPieces(items)) {
    for (const { item } of await db.selectFrom('shaken').select('item').where('item', 'in', piece).execute()) {
      shaken.add(item);
    }
  }
  return shaken;
}

export async function setShaken(db: Kysely<Tables>, item: number, is: boolean): Promise<void> {
  if (is) await db.insertInto('shaken').values({ item }).execute();
  else await db.deleteFrom('shaken').where('item', '=', item).execute();
}
