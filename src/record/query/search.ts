// Full-text search over sentences.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import type { Tables } from '../schema/tables.ts';
import type { Page, SearchHit } from '../views.ts';
import { DOCUMENT_LINK_COLUMNS, documentLink } from './links.ts';
import { matchExpression } from './match.ts';

/** Marks around matches in the sentence; characters that Unicode keeps for a program's own use. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/** Sentences that hold all words of `typed`, by the document's date and their place in it. */
export async function search(
  db: Kysely<Tables>,
  typed: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Page<SearchHit>> {
  const expression = matchExpression(typed);
  const matching = db
    .selectFrom('sentence_text as f')
    .innerJoin('sentences as s', 's.key', 'f.rowid')
    .innerJoin('documents as d', 'd.key', 's.document')
    .where(sql<SqlBool>`sentence_text MATCH ${expression}`);
  const { total } = await db
    .selectFrom('sentence_text')
    .where(sql<SqlBool>`sentence_text MATCH ${expression}`)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(['s.key', 's.document', 's.start', 's.end', 'f.text'])
    .select(sql<string>`highlight(sentence_text, 0, ${OPEN}, ${CLOSE})`.as('marked'))
    .select(DOCUMENT_LINK_COLUMNS.map((column) => `d.${column}` as const))
    .orderBy((eb) => eb('d.published_start', 'is', null))
    .orderBy('d.published_start')
    .orderBy('d.public_id')
    .orderBy('s.start')
    .limit(limit)
    .offset(offset)
    .execute();
  const items: SearchHit[] = [];
  for (const row of rows) {
    items.push({
      document: documentLink(row),
      sentence: { span: [row.start, row.end], text: row.text },
      matches: matchesIn(row.marked, row.start),
      items: await itemsAt(db, row.document, row.key),
    });
  }
  return { total: Number(total), offset, limit, items };
}

/** Spans between the marks, in the document's coordinates. */
function matchesIn(marked: string, start: number): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  let open = start;
  for (const piece of marked.split(/([\uFDD0\uFDD1])/u)) {
    if (piece === OPEN) open = at;
    else if (piece === CLOSE) spans.push([open, at]);
    else at += piece.length;
  }
  return spans;
}

async function itemsAt(db: Kysely<Tables>, document: number, sentence: number): Promise<SearchHit['items']> {
  const rows = await db
    .selectFrom('items as m')
    .innerJoin('items as i', 'i.key', 'm.entry')
    .where('m.document', '=', document)
    .where('m.sentence_first', '<=', sentence)
    .where('m.sentence_last', '>=', sentence)
    .select(['i.kind', 'i.id'])
    .distinct()
    .orderBy('i.kind')
    .orderBy('i.id')
    .execute();
  return rows;
}
