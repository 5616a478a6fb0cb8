// The sentences that mention an entity: its words in every document, also where nothing was made of them.
import type { Kysely } from 'kysely';
import type { MentionsFilter } from '../queries.ts';
import type { Tables } from '../schema/tables.ts';
import type { MentionView, Page } from '../views.ts';
import { knownDay, worldDay } from './as-of.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink, inPieces } from './links.ts';
import { limitOf } from './page.ts';

/** By the document's date and the place in it; page furniture and teasers are left out. */
export async function mentionsOf(db: Kysely<Tables>, id: string, filter: MentionsFilter): Promise<Page<MentionView>> {
  const { asOf, limit, offset = 0 } = filter;
  const known = knownDay(asOf);
  const world = worldDay(asOf);
  const sentences = db
    .selectFrom('entities as e')
    .innerJoin('entities as n', 'n.entity', 'e.entity')
    .innerJoin('document_entities as x', 'x.entity', 'n.key')
    .innerJoin('mentions as m', (join) => join.onRef('m.document', '=', 'x.document').onRef('m.n', '=', 'x.n'))
    .innerJoin('sentences as s', (join) =>
      join.onRef('s.document', '=', 'm.document').onRef('s.start', '<=', 'm.start').onRef('s.end', '>=', 'm.end'),
    )
    .innerJoin('passages as p', (join) => join.onRef('p.document', '=', 's.document').onRef('p.n', '=', 's.passage'))
    .innerJoin('documents as d', 'd.key', 's.document')
    .where('e.id', '=', id)
    .where('p.kind', 'not in', ['furniture', 'teaser'])
    .$if(known !== null, (query) => query.where('d.published_end', '<=', known))
    .$if(world !== null, (query) => query.where('d.published_start', '<=', world));
  const { total } = await sentences
    .select(({ fn }) => fn.count<number>('s.key').distinct().as('total'))
    .executeTakeFirstOrThrow();
  const page = await sentences
    .select('s.key')
    .groupBy(['s.key', 'd.key'])
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('s.start')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  const shown = await shownOf(
    db,
    page.map(({ key }) => key),
  );
  const items = page.flatMap(({ key }) => shown.get(key) ?? []);
  return { total: Number(total), offset, limit: limit ?? -1, items };
}

/** The words of sentences, by key; looked up for a page alone, since each comes with its document's whole text. */
async function shownOf(db: Kysely<Tables>, keys: readonly number[]): Promise<ReadonlyMap<number, MentionView>> {
  const shown = new Map<number, MentionView>();
  for (const piece of inPieces(keys)) {
    const rows = await db
      .selectFrom('sentences as s')
      .innerJoin('documents as d', 'd.key', 's.document')
      .where('s.key', 'in', piece)
      .select(['s.key', 's.start', 's.end', 'd.text'])
      .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
      .execute();
    for (const row of rows) {
      const { start, end, text } = row;
      shown.set(row.key, {
        document: documentLink(row),
        sentence: { span: [start, end], text: text.slice(start, end) },
      });
    }
  }
  return shown;
}
