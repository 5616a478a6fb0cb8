// Items that people added where the reader had missed them.
import { type Kysely, sql } from 'kysely';
import type { ItemRow, Tables } from '../schema/tables.ts';
import { itemIdOf } from '../write/content-key.ts';
import { ADDED_RULE } from './added-rule.ts';
import { placeOf, shifted } from './anchors.ts';
import type { Anchor, ReviewEntry } from './entry.ts';
import { sentencesOf } from './sentences.ts';
import { mark } from './stale.ts';

/**
 * Puts an item where its words stand, with no fields yet. Null where they do not stand in its document any more, or in
 * several places.
 */
export async function addItem(db: Kysely<Tables>, { who }: ReviewEntry, anchor: Anchor): Promise<number | null> {
  const place = await placeOf(db, anchor);
  if ('reason' in place) return null;
  const by = place.start - anchor.span[0];
  const [start, end] = shifted(anchor.span, by);
  const trigger = anchor.trigger && shifted(anchor.trigger, by);
  const document = await db
    .selectFrom('documents')
    .select('id')
    .where('key', '=', place.document)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ key: number; n: number }>`
    SELECT (SELECT coalesce(max(key), 0) + 1 FROM items) AS key,
      (SELECT coalesce(max(n), -1) + 1 FROM items WHERE document = ${place.document} AND kind = ${anchor.kind}) AS n
  `.execute(db);
  const key = Number(rows[0]?.key);
  const within = await sentencesOf(db, place.document, [start, end]);
  await db
    .insertInto('items')
    .values({
      key,
      id: itemIdOf(anchor.kind, document.id, anchor.key, anchor.twin),
      content_key: anchor.key,
      entry: key,
      kind: anchor.kind,
      document: place.document,
      n: Number(rows[0]?.n),
      local: null,
      start,
      end,
      words: anchor.words,
      trigger_start: trigger?.[0] ?? null,
      trigger_end: trigger?.[1] ?? null,
      trigger: anchor.triggerWords,
      sentence_first: within?.[0] ?? null,
      sentence_last: within?.[1] ?? null,
      type: anchor.type,
      state: null,
      time_value: null,
      time_basis: 'unknown',
      time_start: null,
      time_end: null,
      score: null,
      background: 0,
      refers: null,
      block: null,
      details: DETAILS[anchor.kind],
      rule: ADDED_RULE,
      why: `added by ${who}`,
      review: 'added',
    })
    .execute();
  await mark(db, 'stale_lists', new Set([key]));
  return key;
}

/** What the views of each kind look for in the details. */
const DETAILS: Readonly<Record<ItemRow['kind'], string>> = {
  event: '{"mode":null,"contexts":[]}',
  statement: '{"source":[],"cue":[],"content":[]}',
  meeting: '{"agenda":[],"outcome":[]}',
  development: '{}',
  obligation: '{}',
  activity: '{"figures":[]}',
  position: '{}',
};
