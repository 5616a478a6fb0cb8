// The people of the record: the offices documents give them and when, how much they said, and whom they dealt with.
import type { Kysely } from 'kysely';
import type { PeopleFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf, DocumentLink, EntityLink, OfficeView, Page, PersonView } from '../../views.ts';
import { heardBy } from '../as-of.ts';
import { listEntities } from '../entities.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink, entityLinks } from '../links.ts';
import { compare } from '../order.ts';

/** So many of those whom a person dealt with are named. */
const MOST = 10;

export async function listPeople(db: Kysely<Tables>, filter: PeopleFilter): Promise<Page<PersonView>> {
  const { asOf } = filter;
  const { items, ...page } = await listEntities(db, { ...filter, kinds: ['person'] });
  const people: PersonView[] = [];
  for (const person of items) {
    const offices = await officesOf(db, person.id, asOf);
    people.push({
      person,
      offices,
      ...(await countsOf(db, person.id, asOf)),
      dealtWith: await dealtWith(db, person.id, asOf),
    });
  }
  return { ...page, items: people };
}

/** Rows of a person's tellings: `n` the names merged into the person. */
const named = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('entities as p').innerJoin('entities as n', 'n.entity', 'p.entity').where('p.id', '=', id);

async function officesOf(db: Kysely<Tables>, id: string, asOf: AsOf | undefined): Promise<readonly OfficeView[]> {
  const rows = await named(db, id)
    .innerJoin('document_entities as x', 'x.entity', 'n.key')
    .innerJoin('documents as d', 'd.key', 'x.document')
    .where(heardBy('d', asOf))
    .select('x.offices')
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .execute();
  const offices = new Map<string, DocumentLink[]>();
  for (const row of rows) {
    for (const office of JSON.parse(row.offices) as string[]) {
      offices.set(office, [...(offices.get(office) ?? []), documentLink(row)]);
    }
  }
  return [...offices].map(([office, documents]) => {
    const days = documents.flatMap(({ published: { start, end } }) => (start && end ? [{ start, end }] : []));
    return { office, from: days[0]?.start ?? null, to: days.at(-1)?.end ?? null, documents };
  });
}

async function countsOf(db: Kysely<Tables>, id: string, asOf: AsOf | undefined) {
  const rows = await named(db, id)
    .innerJoin('roles as r', 'r.entity', 'n.key')
    .innerJoin('items as i', 'i.key', 'r.item')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .where(heardBy('d', asOf))
    .where('r.role', 'in', ['actor', 'speaker'])
    .where('i.kind', 'in', ['event', 'statement'])
    .where('i.review', '<>', 'rejected')
    .groupBy('i.kind')
    .select('i.kind')
    .select(({ fn }) => fn.count<number>('i.entry').distinct().as('number'))
    .execute();
  const numberOf = (kind: string) => Number(rows.find((row) => row.kind === kind)?.number ?? 0);
  return { statements: numberOf('statement'), events: numberOf('event') };
}

/** The others who act, speak, are addressed or acted upon in the same events and statements. */
async function dealtWith(db: Kysely<Tables>, id: string, asOf: AsOf | undefined): Promise<PersonView['dealtWith']> {
  const roles = ['actor', 'recipient', 'speaker', 'addressee'] as const;
  const rows = await named(db, id)
    .innerJoin('roles as r', 'r.entity', 'n.key')
    .innerJoin('items as i', 'i.key', 'r.item')
    .innerJoin('documents as d', 'd.key', 'i.document')
    .where(heardBy('d', asOf))
    .innerJoin('roles as o', 'o.item', 'i.key')
    .innerJoin('entities as on', 'on.key', 'o.entity')
    .where('i.kind', 'in', ['event', 'statement'])
    .where('i.review', '<>', 'rejected')
    .where('r.role', 'in', roles)
    .where('o.role', 'in', roles)
    .whereRef('on.entity', '<>', 'p.entity')
    .groupBy('on.entity')
    .select('on.entity')
    .select(({ fn }) => fn.count<number>('i.entry').distinct().as('items'))
    .execute();
  const links = await entityLinks(
    db,
    rows.map(({ entity }) => entity),
  );
  return rows
    .flatMap(({ entity, items }): { entity: EntityLink; items: number }[] => {
      const link = links.get(entity);
      return link ? [{ entity: link, items: Number(items) }] : [];
    })
    .sort((a, b) => b.items - a.items || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id))
    .slice(0, MOST);
}
