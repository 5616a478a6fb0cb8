// Where the record comes from: publishers, and documents that are copies of one text.
import { type Kysely, type SqlBool, sql } from 'kysely';
import { addTo } from '../group-by.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, DocumentLink, DuplicateGroup, ItemKind, PublisherView, SourcesView } from '../views.ts';
import { heardBy, isPast } from './as-of.ts';
import { everyKind } from './documents.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink } from './links.ts';
import { compare } from './order.ts';

/** How copies are told, for a person. */
export const COPIES_METHOD =
  'Documents count as one source where their words are the same, or where at least half of their sequences of five words are: ' +
  'estimated by bottom-k sketches of 64 hashes (A. Broder, "On the resemblance and containment of documents", 1997). ' +
  'Copies of copies are one group; the earliest counts as the source.';

export async function findSources(db: Kysely<Tables>, asOf?: AsOf): Promise<SourcesView> {
  const dated = asOf === undefined ? {} : { asOf };
  return {
    publishers: await publishersOf(db, dated),
    duplicates: await duplicateGroups(db, asOf),
    method: COPIES_METHOD,
  };
}

interface SourceFilter {
  /** Id of an entity that the documents speak of; all documents without it. */
  readonly entity?: string;
  readonly asOf?: AsOf;
}

export async function publishersOf(
  db: Kysely<Tables>,
  { entity, asOf }: SourceFilter,
): Promise<readonly PublisherView[]> {
  const speaking = db
    .selectFrom('entities as e')
    .innerJoin('entities as n', 'n.entity', 'e.entity')
    .innerJoin('document_entities as x', 'x.entity', 'n.key')
    .where('e.id', '=', entity ?? '')
    .select('x.document');
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('document_sources as s', 's.document', 'd.key')
    .innerJoin('documents as o', 'o.key', 's.source')
    .$if(entity !== undefined, (query) => query.where('d.key', 'in', speaking))
    .where(heardBy('d', asOf))
    .groupBy('d.publisher')
    .select('d.publisher')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('documents'),
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.or([eb('o.key', '=', eb.ref('d.key')), sql<SqlBool>`lower(o.publisher) = lower(d.publisher)`]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('independent'),
      fn.min('d.published_start').as('from'),
      fn.max('d.published_end').as('to'),
    ])
    .execute();
  // Counted by document first, in an index that holds all it needs; what was rejected is little, and taken off.
  const heard = db.selectFrom('documents as h').where(heardBy('h', asOf)).select('h.key');
  const byDocument = db
    .selectFrom('items')
    .$if(entity !== undefined, (query) => query.where('document', 'in', speaking))
    .$if(entity === undefined && isPast(asOf), (query) => query.where('document', 'in', heard))
    .groupBy(['document', 'kind'])
    .select(['document', 'kind'])
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .unionAll(
      db
        .selectFrom('items')
        .where('review', '=', 'rejected')
        .where('review', '<>', 'machine')
        .$if(entity !== undefined, (query) => query.where('document', 'in', speaking))
        .groupBy(['document', 'kind'])
        .select(['document', 'kind', sql<number>`-count(*)`.as('number')]),
    );
  const counts = await db
    .selectFrom(byDocument.as('c'))
    .innerJoin('documents as d', 'd.key', 'c.document')
    .where(heardBy('d', asOf))
    .groupBy(['d.publisher', 'c.kind'])
    .select(['d.publisher', 'c.kind'])
    .select(({ fn }) => fn.sum<number>('c.number').as('number'))
    .execute();
  const named = new Map<string | null, (typeof rows)[number][]>();
  for (const row of rows) {
    const name = row.publisher?.toLowerCase() ?? null;
    addTo(named, name, row);
  }
  return [...named.values()]
    .map((variants): PublisherView => {
      const own = counts.filter((row) => variants.some(({ publisher }) => publisher === row.publisher));
      const kinds: Partial<Record<ItemKind, number>> = {};
      for (const { kind, number } of own) kinds[kind] = (kinds[kind] ?? 0) + Number(number);
      const total = (of: 'documents' | 'independent') => variants.reduce((sum, row) => sum + Number(row[of]), 0);
      return {
        publisher: usualName(variants),
        documents: total('documents'),
        independent: total('independent'),
        items: own.reduce((sum, { number }) => sum + Number(number), 0),
        counts: everyKind(kinds as Record<ItemKind, number>),
        from: variants.flatMap(({ from }) => from ?? []).sort()[0] ?? null,
        to:
          variants
            .flatMap(({ to }) => to ?? [])
            .sort()
            .at(-1) ?? null,
      };
    })
    .sort((a, b) => b.documents - a.documents || compare(a.publisher ?? '~', b.publisher ?? '~'));
}

/** A name that is not all capitals, as documents print it in their head; of such names that in most documents. */
function usualName(
  variants: readonly { readonly publisher: string | null; readonly documents: number }[],
): string | null {
  const shouted = (name: string | null) => Number(name !== null && name === name.toUpperCase());
  const [usual] = [...variants].sort(
    (a, b) =>
      shouted(a.publisher) - shouted(b.publisher) ||
      Number(b.documents) - Number(a.documents) ||
      compare(a.publisher ?? '', b.publisher ?? ''),
  );
  return usual?.publisher ?? null;
}

async function duplicateGroups(db: Kysely<Tables>, asOf: AsOf | undefined): Promise<readonly DuplicateGroup[]> {
  const rows = await db
    .selectFrom('document_sources as s')
    .innerJoin('documents as d', 'd.key', 's.document')
    .where('s.source', 'in', (eb) =>
      eb
        .selectFrom('document_sources as all')
        .innerJoin('documents as heard', 'heard.key', 'all.document')
        .where(heardBy('heard', asOf))
        .groupBy('all.source')
        .having(({ fn, eb: having }) => having(fn.countAll(), '>', 1))
        .select('all.source'),
    )
    .where(heardBy('d', asOf))
    .select(['s.source', 'd.key'])
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .execute();
  const pairs = await db.selectFrom('copies').selectAll().execute();
  const groups = new Map<number, { documents: DocumentLink[]; keys: Set<number> }>();
  for (const row of rows) {
    const group = groups.get(row.source) ?? { documents: [], keys: new Set() };
    groups.set(row.source, group);
    group.documents.push(documentLink(row));
    group.keys.add(row.key);
  }
  return [...groups.values()].map(({ documents, keys }) => {
    const within = pairs.filter(({ document }) => keys.has(document));
    // The weakest of each member's strongest ties holds the group together.
    const ties = [...keys].map((key) =>
      Math.max(
        0,
        ...within.filter((pair) => pair.document === key || pair.other === key).map((pair) => pair.resemblance),
      ),
    );
    return {
      documents,
      kind: within.every(({ kind }) => kind === 'same') ? ('same' as const) : ('near' as const),
      resemblance: Math.round(Math.min(...ties) * 100) / 100,
    };
  });
}
