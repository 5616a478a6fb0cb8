// Reads tables with one document a row: CSV and its kin, with columns found by name.
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { Document } from '../../model/document.ts';
import { Fault } from '../../model/fault.ts';
import type { Content } from '../content.ts';
import { decodeStream, encodingOf } from '../decode.ts';
import { dateIn } from '../head/printed-dates.ts';
import { parseDocument } from '../json-lines.ts';
import { LARGEST_PART } from '../limits.ts';
import type { Opening } from '../reading.ts';
import { textOfMarkup } from './markup.ts';
import { type DocumentField, placeColumns, separatorOf } from './table-columns.ts';

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The documents of a table, row by row. A row without an id is named by file and row. `refuse` is told of each row
 * that is no document: Fault `row-broken` or `line-not-document` with file and line.
 * @throws Fault `columns-missing` where no column holds the text, `file-broken` where a row never ends
 */
export async function* readCsv(content: Content, opening: Opening): AsyncGenerator<Document> {
  const { path, id, columns, refuse } = opening;
  const head = await content.head();
  const encoding = encodingOf(head, null, true);
  const start = new TextDecoder(encoding).decode(head).replace(/^\uFEFF/, '');
  const rows = parse({
    bom: true,
    delimiter: separatorOf(start),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LARGEST_PART,
  });
  const source = Readable.from(decodeStream(content.stream(), encoding));
  source.on('error', (error) => rows.destroy(error)).pipe(rows);
  let places: ReadonlyMap<DocumentField, number> | null = null;
  let number = 0;
  try {
    for await (const row of rows) {
      const { record, info } = row as Row;
      if (places === null) {
        places = placeColumns(record, columns, path);
        continue;
      }
      number += 1;
      const parsed = parseDocument(documentOf(record, places, `${id}-${number}`));
      if (parsed.ok) yield parsed.document;
      else
        refuse(new Fault('line-not-document', { reason: `${path}, line ${info.lines}: ${parsed.unreadable.reason}` }));
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw brokenTable(path, error as CsvError);
  } finally {
    source.destroy();
  }
  if (places === null)
    throw new Fault('columns-missing', { path, field: 'the text', known: 'none, the file is empty' });
}

function documentOf(record: readonly string[], places: ReadonlyMap<DocumentField, number>, id: string) {
  const cell = (field: DocumentField): string | undefined => {
    const place = places.get(field);
    return place === undefined ? undefined : record[place]?.trim() || undefined;
  };
  const published = cell('published');
  return {
    id: cell('id') ?? id,
    text: textOfMarkup(record[places.get('text') ?? 0] ?? ''),
    title: cell('title'),
    published: published === undefined ? undefined : (dateIn(published) ?? published),
    publisher: cell('publisher'),
    author: cell('author'),
    url: cell('url'),
    language: cell('language')?.slice(0, 2).toLowerCase(),
  };
}

function brokenTable(path: string, error: CsvError): Fault {
  const line = typeof error.lines === 'number' ? ` at line ${error.lines}` : '';
  const reason =
    error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? `a quotation mark${line} is not closed, or a row is too long`
      : error.message;
  return new Fault('file-broken', { path, kind: 'CSV', reason: reason.replace(/\.$/, '') }, error);
}
