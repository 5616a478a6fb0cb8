// Full-text search over documents, statements and the names of entities.
import { type Kysely, sql } from 'kysely';
import { daysOf } from '../dates.ts';
import { sentenceMatches } from '../engines/full-text.ts';
import type { FindFilter } from '../queries.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, FindHit, Page, StatementView } from '../views.ts';
import { knownDay, worldDay } from './as-of.ts';
import { publishedBy } from './conditions.ts';
import { listEntities } from './entities.ts';
import { findItems } from './filter.ts';
import { hydrate } from './hydrate.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink } from './links.ts';
import { limitOf } from './page.ts';
import { snippetOf } from './snippet.ts';
import { type Term, termsOf } from './terms.ts';

const KINDS = ['entity', 'document', 'statement'] as const;

/** Entities first, those in most documents first; then documents and statements by date. */
export async function find(db: Kysely<Tables>, typed: string, filter: FindFilter): Promise<Page<FindHit>> {
  const { kinds = KINDS, limit, offset = 0 } = filter;
  const terms = termsOf(typed);
  const finders = { entity: findEntities, document: findDocuments, statement: findStatements };
  const items: FindHit[] = [];
  let total = 0;
  for (const kind of KINDS.filter((one) => kinds.includes(one))) {
    const room = { offset: Math.max(0, offset - total), limit: limit === undefined ? undefined : limit - items.length };
    const found = await finders[kind](db, { typed, terms, filter, ...room });
    total += found.total;
    items.push(...found.items);
  }
  return { total, offset, limit: limit ?? -1, items };
}

interface Asked {
  readonly typed: string;
  readonly terms: readonly Term[];
  readonly filter: FindFilter;
  readonly offset: number;
  readonly limit: number | undefined;
}

type Found = Promise<{ readonly total: number; readonly items: readonly FindHit[] }>;

/** By name; filters of date and document are about what is said, so that they leave entities out. */
async function findEntities(db: Kysely<Tables>, { typed, terms, filter, offset, limit }: Asked): Found {
  const { from, to, documents, publishers, asOf } = filter;
  const saying = [from, to, documents, publishers, asOf].some((value) => value !== undefined);
  if (saying || ofItems(filter)) return { total: 0, items: [] };
  if (terms.length === 0) return { total: 0, items: [] };
  const name = typed.replaceAll(/["*]/gu, ' ');
  const { total, items } = await listEntities(db, { name, offset, limit: limit ?? -1 });
  return {
    total,
    items: items.map(({ id, name: own, kind, code, names, documents: number }) => ({
      kind: 'entity',
      id,
      entity: { id, name: own, kind, code },
      entityKind: kind,
      documents: number,
      snippet: snippetOf([...new Set([own, ...names])].join('; '), terms),
    })),
  };
}

async function findDocuments(db: Kysely<Tables>, { typed, terms, filter, offset, limit }: Asked): Found {
  const { from, to, documents, publishers, asOf } = filter;
  if (ofItems(filter)) return { total: 0, items: [] };
  const last = lastDay(to, asOf);
  const first = from === undefined ? null : (daysOf(from)?.start ?? null);
  const matching = db
    .selectFrom('sentence_text as f')
    .innerJoin('sentences as s', 's.key', 'f.rowid')
    .innerJoin('documents as d', 'd.key', 's.document')
    .where(sentenceMatches(db, 'f', typed))
    .$if(first !== null, (query) => query.where('d.published_end', '>=', first))
    .$if(last !== null, (query) => query.where('d.published_start', '<=', last))
    .$if(knownDay(asOf) !== null, (query) => query.where('d.published_end', '<=', knownDay(asOf)))
    .$if(documents !== undefined, (query) => query.where('d.public_id', 'in', documents ?? []))
    .$if(publishers !== undefined, (query) => query.where(publishedBy(sql.ref('d.publisher'), publishers ?? [])));
  const { total } = await matching
    .select(({ fn }) => fn.count<number>('d.key').distinct().as('total'))
    .executeTakeFirstOrThrow();
  if (limit !== undefined && limit <= 0) return { total: Number(total), items: [] };
  const rows = await matching
    .groupBy(['d.key', ...DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const)])
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .select(({ fn }) => [fn.min('s.key').as('first'), fn.countAll<number>().as('number')])
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  if (rows.length === 0) return { total: Number(total), items: [] };
  const texts = await db
    .selectFrom('sentence_text')
    .select(['rowid', 'text'])
    .where(
      'rowid',
      'in',
      rows.map(({ first: key }) => key),
    )
    .execute();
  const textOf = new Map(texts.map(({ rowid, text }) => [rowid, text]));
  return {
    total: Number(total),
    items: rows.map((row) => ({
      kind: 'document',
      id: row.public_id,
      document: documentLink(row),
      snippet: snippetOf(textOf.get(row.first) ?? '', terms),
      sentences: Number(row.number),
    })),
  };
}

async function findStatements(db: Kysely<Tables>, { typed, terms, filter, offset, limit }: Asked): Found {
  const { kinds, ...items } = filter;
  const window = limit === undefined ? { offset } : { offset, limit: Math.max(0, limit) };
  const { total, keys } = await findItems(db, { ...items, ...window, kinds: ['statement'], text: typed });
  const views = (await hydrate(db, keys, filter)) as readonly StatementView[];
  return {
    total,
    items: views.flatMap(({ id, speaker, time, evidence: [words] }): FindHit[] =>
      words
        ? [
            {
              kind: 'statement',
              id,
              speaker,
              time,
              document: words.document,
              snippet: snippetOf(words.sentence.text, terms),
            },
          ]
        : [],
    ),
  };
}

/** Whether a filter asks for what only an item has: who takes part, what it is, its review. */
const ofItems = ({
  actors,
  recipients,
  about,
  entities,
  themselves,
  pair,
  types,
  modalities,
  reviews,
  rules,
}: FindFilter): boolean =>
  [actors, recipients, about, entities, themselves, pair, types, modalities, reviews, rules].some(
    (value) => value !== undefined,
  );

/** What is said by a day of the world is published by then. */
function lastDay(to: string | undefined, asOf: AsOf | undefined): string | null {
  const days = [to === undefined ? null : (daysOf(to)?.end ?? null), worldDay(asOf)].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}
