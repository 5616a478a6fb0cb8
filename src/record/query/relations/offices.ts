// The offices that documents give people, and when.
import type { Kysely } from 'kysely';
import { addTo } from '../../group-by.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf, DocumentLink, OfficeView } from '../../views.ts';
import { heardBy } from '../as-of.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink, inPieces } from '../links.ts';

/** So many of the documents that give an office are named. */
const MOST = 3;

/** By the person's key; the offices of each in the order in which documents give them first. */
export async function officesOf(
  db: Kysely<Tables>,
  people: readonly number[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, readonly OfficeView[]>> {
  const rows = await db
    .selectFrom('entities as n')
    .innerJoin('document_entities as x', 'x.entity', 'n.key')
    .innerJoin('documents as d', 'd.key', 'x.document')
    .where('n.entity', 'in', people)
    .where('x.offices', '<>', '[]')
    .where(heardBy('d', asOf))
    .select(['n.entity as person', 'x.offices', 'd.key', 'd.published_start as start', 'd.published_end as end'])
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .execute();
  const given = new Map<number, Map<string, Given[]>>();
  for (const { person, offices, ...document } of rows) {
    const own = given.get(person) ?? new Map<string, Given[]>();
    given.set(person, own);
    for (const office of JSON.parse(offices) as string[]) addTo(own, office, document);
  }
  const first = [...given.values()].flatMap((own) => [...own.values()].flatMap((list) => list.slice(0, MOST)));
  const links = await linksOf(
    db,
    first.map(({ key }) => key),
  );
  return new Map(
    [...given].map(([person, own]) => [person, [...own].map(([office, list]) => officeView(office, list, links))]),
  );
}

type Given = { readonly key: number; readonly start: string | null; readonly end: string | null };

function officeView(office: string, given: readonly Given[], links: ReadonlyMap<number, DocumentLink>): OfficeView {
  const dated = given.filter(({ start, end }) => start && end);
  return {
    office,
    from: dated[0]?.start ?? null,
    to: dated.at(-1)?.end ?? null,
    documents: given.slice(0, MOST).flatMap(({ key }) => links.get(key) ?? []),
    number: given.length,
  };
}

async function linksOf(db: Kysely<Tables>, keys: readonly number[]): Promise<ReadonlyMap<number, DocumentLink>> {
  const links = new Map<number, DocumentLink>();
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = await db
      .selectFrom('documents')
      .where('key', 'in', piece)
      .select(['key', ...DOCUMENT_LINK_COLUMNS])
      .execute();
    for (const row of rows) links.set(row.key, documentLink(row));
  }
  return links;
}
