// Threads: what was said and done about one issue, agreement, activity or body, over the years and across documents.
import { type Kysely, type SqlBool, sql } from 'kysely';
import { hashOf } from '../hash.ts';
import type { Tables } from '../schema/tables.ts';
import type { ThreadView } from '../views.ts';
import { entityLink } from './links.ts';

/** Kinds of entity that a relationship is about, as opposed to those who have it. */
const SUBJECTS = ['agreement', 'activity', 'issue', 'body'] as const;

/** A single item is no thread. */
const FEWEST = 2;

/** By kind and name of what they are about. */
export async function* threads(db: Kysely<Tables>): AsyncGenerator<ThreadView> {
  const subjects = await db
    .selectFrom('entities')
    .selectAll()
    .where(sql<SqlBool>`entity = key`)
    .where('kind', 'in', SUBJECTS)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute();
  for (const subject of subjects) {
    const items = await itemsAbout(db, subject.key);
    if (items.length >= FEWEST) yield { id: `t${hashOf(subject.id)}`, entity: entityLink(subject), items };
  }
}

async function itemsAbout(db: Kysely<Tables>, entity: number): Promise<ThreadView['items']> {
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .where('i.key', 'in', (eb) =>
      eb
        .selectFrom('entities as named')
        .innerJoin('roles as r', 'r.entity', 'named.key')
        .innerJoin('items as m', 'm.key', 'r.item')
        .where('named.entity', '=', entity)
        .select('m.entry'),
    )
    .select(['i.kind', 'i.id', 'i.time_value', 'i.time_basis', 'i.time_start', 'i.time_end'])
    .orderBy((eb) => eb('i.time_start', 'is', null))
    .orderBy('i.time_start')
    .orderBy('i.time_end')
    .orderBy('d.public_id')
    .orderBy('i.start')
    .orderBy('i.kind')
    .orderBy('i.id')
    .execute();
  return rows.map(({ kind, id, time_value, time_basis, time_start, time_end }) => ({
    kind,
    id,
    time: { value: time_value, start: time_start, end: time_end, basis: time_basis },
  }));
}
