// The journal as it is shown: what was decided about items of documents that are taken out rests with these.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Anchor, ReviewEntry } from './entry.ts';
import { readJournal } from './journal.ts';
import { takenOutEntries } from './taken-out.ts';

/** Whether the document that an anchor or correction is about is taken out. */
export type IsOut = (about: Pick<Anchor, 'document' | 'text'>) => boolean;

export async function outOf(db: Kysely<Tables>): Promise<IsOut> {
  const held = await takenOutEntries(db, null);
  const aside = await db.selectFrom('taken_out').select(['id', 'text_hash']).execute();
  const out = new Set([
    ...held.map(({ document, text }) => `${document}\n${text}`),
    ...aside.map(({ id, text_hash }) => `${id}\n${text_hash}`),
  ]);
  return ({ document, text }) => out.has(`${document}\n${text}`);
}

/** The journal without what speaks of nothing but documents that are taken out, save that they are. */
export async function standingJournal(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  const isOut = await outOf(db);
  const takings = new Set<string>();
  return (await readJournal(db)).flatMap((entry): ReviewEntry[] => {
    if (entry.what === 'taken-out' || takings.has(entry.undoes ?? '')) {
      takings.add(entry.id);
      return [entry];
    }
    const { document, text, from } = entry;
    if (document !== null && text !== undefined && isOut({ document, text })) return [];
    const items = entry.items.filter((anchor) => !isOut(anchor));
    if (items.length === 0 && entry.items.length > 0) return [];
    return [{ ...entry, items, from: from && { ...from, items: from.items.filter((anchor) => !isOut(anchor)) } }];
  });
}
