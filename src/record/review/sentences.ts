// The sentences that a span lies in.
import type { Kysely } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Tables } from '../schema/tables.ts';

/** First and last key of the sentences of a document that share words with a span; null where none does. */
export async function sentencesOf(
  db: Kysely<Tables>,
  document: number,
  [start, end]: Span,
): Promise<readonly [number, number] | null> {
  const row = await db
    .selectFrom('sentences')
    .where('document', '=', document)
    .where('end', '>', start)
    .where('start', '<', end)
    .select(({ fn }) => [fn.min('key').as('first'), fn.max('key').as('last')])
    .executeTakeFirst();
  return row?.first == null || row.last == null ? null : [Number(row.first), Number(row.last)];
}
