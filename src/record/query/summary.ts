// The record at a glance: how much of each kind, from when to when.
import { type Kysely, type SqlBool, sql } from 'kysely';
import { FORMAT } from '../../model/reading.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind, RecordSummary } from '../views.ts';
import { everyKind } from './documents.ts';

export async function summarise(db: Kysely<Tables>): Promise<Omit<RecordSummary, 'version'>> {
  const { documents, entities } = await db
    .selectNoFrom([
      sql<number>`(SELECT count(*) FROM documents)`.as('documents'),
      sql<number>`(SELECT count(*) FROM entities WHERE entity = key)`.as('entities'),
    ])
    .executeTakeFirstOrThrow();
  const kinds = await db
    .selectFrom('items')
    .where(sql<SqlBool>`entry = key`)
    .where('review', '<>', 'rejected')
    .select('kind')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .groupBy('kind')
    .execute();
  const events = await db
    .selectFrom('items')
    .where(sql<SqlBool>`entry = key`)
    .where('review', '<>', 'rejected')
    .where('kind', '=', 'event')
    .select(({ fn }) => [
      fn.min('time_start').as('from'),
      fn.max('time_end').as('to'),
      sql<number>`count(*) FILTER (WHERE time_start IS NULL)`.as('undated'),
    ])
    .executeTakeFirstOrThrow();
  return {
    format: FORMAT,
    documents: Number(documents),
    entities: Number(entities),
    counts: everyKind(
      Object.fromEntries(kinds.map(({ kind, number }) => [kind, Number(number)])) as Record<ItemKind, number>,
    ),
    from: events.from,
    to: events.to,
    undated: Number(events.undated),
  };
}
