// The two dates that every question can be asked for: what had happened by a day, and what was known by a day.
import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
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

/**
 * Whether a document is heard at two dates: published by the day of knowledge, and by that of the world, since what it
 * says is said then. Undated ones are heard now alone. All are where no date is asked for.
 * @param table name or alias of the documents
 */
export function heardBy(table: string, asOf: AsOf | undefined): RawBuilder<SqlBool> {
  const known = knownDay(asOf);
  const world = worldDay(asOf);
  const [start, end] = [sql.ref(`${table}.published_start`), sql.ref(`${table}.published_end`)];
  const conditions = [
    ...(known === null ? [] : [sql<SqlBool>`${end} <= ${known}`]),
    ...(world === null ? [] : [sql<SqlBool>`${start} <= ${world}`]),
  ];
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;
}

/**
 * As `heardBy`, by the document's key: for many rows, since it looks at indexes alone and not at documents, whose days stand
 * behind their texts.
 * @param column that holds keys of documents
 */
export function heardIn(column: string, asOf: AsOf | undefined): RawBuilder<SqlBool> {
  const known = knownDay(asOf);
  const world = worldDay(asOf);
  // The plus keeps SQLite from beginning with these documents.
  const of = sql`+${sql.ref(column)}`;
  const conditions = [
    ...(known === null ? [] : [sql`${of} IN (SELECT key FROM documents WHERE published_end <= ${known})`]),
    ...(world === null ? [] : [sql`${of} IN (SELECT key FROM documents WHERE published_start <= ${world})`]),
  ];
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;
}

/** Whether a question is asked for an earlier date at all. */
export const isPast = (asOf: AsOf | undefined): asOf is AsOf => knownDay(asOf) !== null || worldDay(asOf) !== null;

type ItemTables = Tables & { i: Tables['items'] };

/** States of what did not simply happen: an event's modality, or a meeting's state. */
export const UNCERTAIN_STATES = ['planned', 'hypothetical', 'negated', 'considered', 'refused'];

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
      eb.or([eb('i.time_start', 'is', null), eb('i.state', 'in', UNCERTAIN_STATES)]),
      eb('i.entry', 'in', toldBy),
    ]),
  ]) as ExpressionWrapper<ItemTables, 'i', SqlBool>;
}
