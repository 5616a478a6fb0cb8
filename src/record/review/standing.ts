// The journal as it is shown: what was decided about documents that are taken out, and their items, rests with them.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { ReviewEntry } from './entry.ts';
import { readJournal } from './journal.ts';
import { takenOutEntries } from './taken-out.ts';

/** Whether the document that a decision is about is taken out; a note names it by its id alone. */
type IsOut = (about: { readonly document: string | null; readonly text?: string }) => boolean;

export async function outOf(db: Kysely<Tables>): Promise<IsOut> {
  const held = await takenOutEntries(db, null);
  const aside = await db.selectFrom('taken_out').select(['id', 'text_hash']).execute();
  const ids = new Set(held.map(({ document }) => document));
  const texts = new Set([
    ...held.map(({ document, text }) => `${document}\n${text}`),
    ...aside.map(({ id, text_hash }) => `${id}\n${text_hash}`),
  ]);
  return ({ document, text }) => (text === undefined ? ids.has(document) : texts.has(`${document}\n${text}`));
}

/** The whole journal as it is shown. */
export async function standingJournal(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  return standing(await readJournal(db), await outOf(db));
}

/**
 * Entries without what speaks of nothing but documents that are taken out, save that they are.
 * @param entries oldest first
 */
export function standing(entries: readonly ReviewEntry[], isOut: IsOut): readonly ReviewEntry[] {
  const takings = new Set<string>();
  return entries.flatMap((entry): ReviewEntry[] => {
    if (entry.what === 'taken-out' || takings.has(entry.undoes ?? '')) {
      takings.add(entry.id);
      return [entry];
    }
    const items = entry.items.filter((anchor) => !isOut(anchor));
    if (isOut(entry) || (items.length === 0 && entry.items.length > 0)) return [];
    const { from } = entry;
    return [{ ...entry, items, from: from && { ...from, items: from.items.filter((anchor) => !isOut(anchor)) } }];
  });
}
