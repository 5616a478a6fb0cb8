// Reads files of documents: JSON Lines, or JSON with one document or a list.
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { type Content, shownSize } from '../content.ts';
import { decode, decodeStream, encodingOf } from '../decode.ts';
import { parseDocument, type Unreadable } from '../json-lines.ts';
import { LARGEST_PART } from '../limits.ts';
import { linesOf } from '../lines.ts';
import type { Opening } from '../reading.ts';
import type { Columns, DocumentField } from './table-columns.ts';

/**
 * The documents of a JSON Lines file, line by line; blank lines are passed over. A line without an id is named by file
 * and line. `refuse` is told of each line that is no document: Fault `line-not-json`, `line-not-document` or
 * `part-too-large` with file and line.
 */
export async function* readJsonLines(content: Content, opening: Opening): AsyncGenerator<Document> {
  const { path, id, columns, refuse } = opening;
  const encoding = encodingOf(await content.head(), null, true);
  let number = 0;
  for await (const line of linesOf(decodeStream(content.stream(), encoding), LARGEST_PART)) {
    number += 1;
    const place = `${path}, line ${number}`;
    if (line.length > LARGEST_PART) refuse(new Fault('part-too-large', { place, limit: shownSize(LARGEST_PART) }));
    else if (line.trim() !== '') yield* parseLine(line, columns, { place, id: `${id}-${number}`, refuse });
  }
}

interface Line extends Pick<Opening, 'refuse'> {
  readonly place: string;
  /** For documents that have none. */
  readonly id: string;
}

function* parseLine(line: string, columns: Columns, { place, id, refuse }: Line): Generator<Document> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    refuse(new Fault('line-not-json', { reason: `${place}: ${reasonOf(error)}` }, error));
    return;
  }
  const parsed = parseDocument(withId(mapped(value, columns), id));
  if (parsed.ok) yield parsed.document;
  else refuse(faultOf(parsed.unreadable, place));
}

/**
 * The documents of a JSON file: an object, or a list of them. One without an id takes the file's name.
 * @throws Fault `file-broken` where it is no JSON; `refuse` is told of items that are no documents
 */
export async function* readJson(content: Content, { path, id, columns, refuse }: Opening): AsyncGenerator<Document> {
  let value: unknown;
  try {
    value = JSON.parse(decode(await content.bytes()));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('file-broken', { path, kind: 'JSON', reason: reasonOf(error).replace(/\.$/, '') }, error);
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [i, item] of list.entries()) {
    const own = list.length === 1 ? id : `${id}-${i + 1}`;
    const parsed = parseDocument(withId(mapped(item, columns), own));
    if (parsed.ok) yield parsed.document;
    else refuse(faultOf(parsed.unreadable, Array.isArray(value) ? `${path}, item ${i + 1}` : path));
  }
}

/** An object with the fields that `--columns` names in the places of a document's own. */
function mapped(value: unknown, columns: Columns): unknown {
  const named = Object.entries(columns) as [DocumentField, string][];
  if (!named.length || !isRecord(value)) return value;
  return { ...value, ...Object.fromEntries(named.map(([field, name]) => [field, value[name]])) };
}

function withId(value: unknown, id: string): unknown {
  return isRecord(value) && (value.id === undefined || value.id === null) ? { ...value, id } : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultOf({ code, reason }: Unreadable, place: string): Fault {
  return new Fault(code, { reason: `${place}: ${reason}` });
}
