// The record at a glance: how much of each kind, from when to when.
import { type Kysely, sql } from 'kysely';
import { FORMAT } from '../../model/reading.ts';
import { dayOf, UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind, RecordSummary } from '../views.ts';
import { everyKind } from './documents.ts';
import { counting } from './listing.ts';

export async function summarise(db: Kysely<Tables>): Promise<Omit<RecordSummary, 'version'>> {
  const { documents, entities } = await db
    .selectNoFrom([
      sql<number>`(SELECT count(*) FROM documents)`.as('documents'),
      sql<number>`(SELECT count(*) FROM entities WHERE entity = key)`.as('entities'),
    ])
    .executeTakeFirstOrThrow();
  const kinds = await counting(db, {})
    .select('l.kind')
    .select(({ fn }) => fn.sum<number>('l.number').as('number'))
    .groupBy('l.kind')
    .execute();
  const { from, to, undated } = await counting(db, { kinds: ['event'] })
    .select([
      sql<number | null>`min(l.begins) FILTER (WHERE l.begins < ${sql.lit(UNDATED)})`.as('from'),
      sql<number | null>`max(l.ends) FILTER (WHERE l.begins < ${sql.lit(UNDATED)})`.as('to'),
      sql<number | null>`sum(l.number) FILTER (WHERE l.begins = ${sql.lit(UNDATED)})`.as('undated'),
    ])
    .executeTakeFirstOrThrow();
  return {
    format: FORMAT,
    documents: Number(documents),
    entities: Number(entities),
    counts: everyKind(
      Object.fromEntries(kinds.map(({ kind, number }) => [kind, Number(number)])) as Record<ItemKind, number>,
    ),
    from: from === null ? null : dayOf(from),
    to: to === null ? null : dayOf(to),
    undated: Number(undated ?? 0),
  };
}
