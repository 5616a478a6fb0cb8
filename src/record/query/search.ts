// Full-text search over sentences.
import type { Kysely } from 'kysely';
import { sentenceMatches } from '../engines/full-text.ts';
import type { Tables } from '../schema/tables.ts';
import type { Page, SearchHit } from '../views.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink } from './links.ts';
import { limitOf } from './page.ts';
import { placesOf, termsOf } from './terms.ts';

/** Sentences that hold all words of `typed`, by the document's date and their place in it. */
export async function search(
  db: Kysely<Tables>,
  typed: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Page<SearchHit>> {
  const terms = termsOf(typed);
  const matching = db
    .selectFrom('sentence_text as f')
    .innerJoin('sentences as s', 's.key', 'f.rowid')
    .innerJoin('documents as d', 'd.key', 's.document')
    .where(sentenceMatches(db, 'f', typed));
  const { total } = await db
    .selectFrom('sentence_text as f')
    .where(sentenceMatches(db, 'f', typed))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(['s.key', 's.document', 's.start', 's.end', 'f.text'])
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('s.start')
    .limit(limitOf(limit))
    .offset(offset)
    .execute();
  const items: SearchHit[] = [];
  for (const row of rows) {
    items.push({
      document: documentLink(row),
      sentence: { span: [row.start, row.end], text: row.text },
      matches: placesOf(terms, row.text).map(([start, end]) => [row.start + start, row.start + end] as const),
      items: await itemsAt(db, row.document, row.key),
    });
  }
  return { total: Number(total), offset, limit, items };
}

async function itemsAt(db: Kysely<Tables>, document: number, sentence: number): Promise<SearchHit['items']> {
  const rows = await db
    .selectFrom('items as m')
    .innerJoin('items as i', 'i.key', 'm.entry')
    .where('m.document', '=', document)
    .where('m.review', '<>', 'rejected')
    .where('m.sentence_first', '<=', sentence)
    .where('m.sentence_last', '>=', sentence)
    .select(['i.kind', 'i.id'])
    .distinct()
    .orderBy('i.kind')
    .orderBy('i.id')
    .execute();
  return rows;
}
