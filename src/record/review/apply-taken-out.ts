// Takes documents out of the record and puts them back, as the decisions that hold have it.
import type { Kysely } from 'kysely';
import type { Writing } from '../engines/engine.ts';
import { inPieces } from '../query/links.ts';
import type { DocumentRow, Tables } from '../schema/tables.ts';
import { isPlaceTaken, putBack, type Shown, setAside } from '../write/set-aside.ts';
import { withoutCorrections } from './apply-documents.ts';
import { NO_EFFECT } from './effect.ts';
import { saveEffects } from './save-effects.ts';
import { takenOutBy, takenOutEntries } from './taken-out.ts';

/**
 * Brings all documents, or those with these ids, in or out. What they share with others is marked to be settled. One whose
 * place another text has taken meanwhile stays aside until the place is free. Only inside a write transaction.
 */
export async function applyTakenOut(writing: Writing, ids: readonly string[] | null): Promise<void> {
  const { db } = writing;
  const by = await takenOutBy(db, ids);
  const named = ids ?? (await takenOutEntries(db, null)).flatMap(({ document }) => document ?? []);
  for (const piece of inPieces([...new Set(named)])) {
    const rows = await db.selectFrom('documents').selectAll().where('id', 'in', piece).execute();
    for (const row of rows) if (by(row)) await takeOut(db, row);
  }
  const aside = db.selectFrom('taken_out').select(['id', 'text_hash', 'source_hash', 'path']);
  const kept = await (ids === null ? aside : aside.where('id', 'in', ids)).orderBy('id').orderBy('text_hash').execute();
  for (const facts of kept) {
    if (by(facts) || (await isPlaceTaken(db, facts))) continue;
    const { id, text_hash } = facts;
    const whole = db.selectFrom('taken_out').selectAll().where('id', '=', id).where('text_hash', '=', text_hash);
    await putBack(writing, await whole.executeTakeFirstOrThrow());
  }
}

async function takeOut(db: Kysely<Tables>, row: DocumentRow): Promise<void> {
  const { id, text_hash, source_hash, path, public_id, title, publisher, published, published_basis } = row;
  const items = db.selectFrom('items').where('document', '=', row.key);
  const { number } = await items
    .where('review', '<>', 'rejected')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  const shown: Shown = {
    ...{ id, text_hash, source_hash, path, public_id, title, publisher, published, published_basis },
    items: Number(number),
  };
  // It is kept as the reader had it: decisions are applied anew to whatever comes back.
  await withoutCorrections(db, row.key);
  const decided = await items.where('review', '<>', 'machine').select('key').execute();
  await saveEffects(db, new Map(decided.map(({ key }) => [key, NO_EFFECT])));
  await setAside(db, row.key, shown);
}
