// Reads files of documents: JSON Lines, or JSON with one document or a list.
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { parseDocument, parseDocumentLine, type Unreadable } from '../json-lines.ts';

/**
 * The documents of a JSON Lines file; blank lines are passed over.
 * @param refuse is told of each line that is no document: Fault `line-not-json` or `line-not-document` with file and line
 */
export function readJsonLines(text: string, path: string, refuse: (fault: Fault) => void): readonly Document[] {
  const documents: Document[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const parsed = parseDocumentLine(line);
    if (parsed.ok) documents.push(parsed.document);
    else refuse(faultOf(parsed.unreadable, `${path}, line ${i + 1}`));
  });
  return documents;
}

/**
 * The documents of a JSON file: an object, or a list of them. One without an id takes the file's name.
 * @throws Fault `file-broken` where it is no JSON, `line-not-document` with the place in the list
 */
export function readJson(text: string, path: string, id: string): readonly Document[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Fault('file-broken', { path, kind: 'JSON', reason: reasonOf(error).replace(/\.$/, '') }, error);
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item, i) => {
    const parsed = parseDocument(isRecord(item) && item.id === undefined ? { ...item, id } : item);
    if (!parsed.ok) throw faultOf(parsed.unreadable, Array.isArray(value) ? `${path}, item ${i + 1}` : path);
    return parsed.document;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultOf({ code, reason }: Unreadable, place: string): Fault {
  return new Fault(code, { reason: `${place}: ${reason}` });
}
