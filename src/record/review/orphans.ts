// Decisions that hold for nothing in the record: their document is gone, its words are, or it reads otherwise now.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Orphan } from '../views.ts';
import { resolve } from './anchors.ts';
import { soughtOf } from './apply-items.ts';
import { documentsMeant } from './documents-meant.ts';
import { holding } from './holding.ts';
import { readJournal } from './journal.ts';
import { knownKeys } from './named-entities.ts';
import { outOf } from './standing.ts';

export async function orphansIn(db: Kysely<Tables>): Promise<readonly Orphan[]> {
  // What was decided about a document that is taken out waits for it to be put back.
  const isOut = await outOf(db);
  const held = holding(await readJournal(db));
  const targets = held.flatMap((entry) =>
    [...entry.items, ...(entry.from?.items ?? [])].map((anchor) => ({ entry, anchor })),
  );
  const found = await resolve(db, targets.map(soughtOf));
  const entities = held.flatMap((entry) =>
    [...entry.entities, ...(entry.from?.entities ?? [])].map((target) => ({ entry, target })),
  );
  const keys = await knownKeys(
    db,
    entities.map(({ target }) => target),
  );
  const documents = held.filter(({ what, document }) => what === 'corrected' && document !== null);
  const meant = await documentsMeant(db, documents);
  return [
    ...documents.flatMap((entry): Orphan[] => {
      const there = meant.get(entry.id);
      return there && 'reason' in there && !isOut(entry)
        ? [{ entry, target: { document: entry.document ?? '' }, reason: there.reason }]
        : [];
    }),
    ...targets.flatMap(({ entry, anchor }): Orphan[] => {
      const there = found.get(anchor);
      return there && 'reason' in there && !isOut(anchor) ? [{ entry, target: anchor, reason: there.reason }] : [];
    }),
    ...entities.flatMap(({ entry, target }): Orphan[] =>
      keys.has(target.identity) ? [] : [{ entry, target, reason: 'entity-missing' }],
    ),
  ];
}
