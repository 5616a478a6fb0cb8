// What decisions become before they are written into the journal, and how one is refused.
import type { Kysely } from 'kysely';
import { Fault } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReviewEntry } from '../entry.ts';
import { entriesAbout } from '../journal.ts';

/** An entry without its id, author and time. */
export type Draft = Omit<ReviewEntry, 'id' | 'who' | 'when'>;

/** @throws Fault `review-decision` */
export function refuse(reason: string): never {
  throw new Fault('review-decision', { reason });
}

/** @throws Fault `review-conflict` where somebody decided since */
export async function checkSeen(
  db: Kysely<Tables>,
  subjects: readonly string[],
  { id, seen }: { readonly id: string; readonly seen: string | null | undefined },
): Promise<void> {
  if (seen === undefined) return;
  const last = (await entriesAbout(db, subjects)).at(-1);
  if ((last?.id ?? null) === seen) return;
  throw new Fault('review-conflict', { item: id, who: last?.who ?? '', when: last?.when ?? '' });
}
