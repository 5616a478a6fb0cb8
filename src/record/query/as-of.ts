// The two dates that every question can be asked for: what had happened by a day, and what was known by a day.
import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import { daysOf } from '../dates.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf } from '../views.ts';

/** The last day of knowledge: documents published by its end are heard. Null for all. */
export const knownDay = (asOf: AsOf | undefined): string | null => daysOf(asOf?.known ?? null)?.end ?? null;

/** The last day of the world that is told of; null for all. */
export const worldDay = (asOf: AsOf | undefined): string | null => daysOf(asOf?.world ?? null)?.end ?? null;

/** How many documents have no date, so that nobody can say when they were known. */
export async function undatedDocuments(db: Kysely<Tables>): Promise<number> {
  const { number } = await db
    .selectFrom('documents')
    .where('published_end', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  return Number(number);
}

/** Keys of the documents published by a day; a document dated "2013" is known from the end of that year on. */
export const documentsBy = (db: Kysely<Tables>, day: string) =>
  db.selectFrom('documents as heard').where('heard.published_end', '<=', day).select('heard.key');

type ItemTables = Tables & { i: Tables['items'] };

/**
 * What can have happened by a day. What is undated, or only planned, possible or denied, counts from the day on which a
 * document told of it: a meeting planned for next month is planned today.
 */
export function happenedBy(
  db: Kysely<Tables>,
  eb: ExpressionBuilder<ItemTables, 'i'>,
  day: string,
): ExpressionWrapper<ItemTables, 'i', SqlBool> {
  const toldBy = db
    .selectFrom('items as told')
    .innerJoin('documents as teller', 'teller.key', 'told.document')
    .where('teller.published_end', '<=', day)
    .select('told.entry');
  return eb.or([
    eb('i.time_start', '<=', day),
    eb.and([
      eb.or([
        eb('i.time_start', 'is', null),
        eb('i.state', 'in', ['planned', 'hypothetical', 'negated', 'considered', 'refused']),
      ]),
      eb('i.entry', 'in', toldBy),
    ]),
  ]) as ExpressionWrapper<ItemTables, 'i', SqlBool>;
}
