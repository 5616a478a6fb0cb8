// Reads web archives (WARC, ISO 28500): each page that was fetched with success is a document.
import { WARCParser, type WARCRecord } from 'warcio';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { bytesContent, type Content, collect, shownSize } from '../content.ts';
import { LARGEST_PART } from '../limits.ts';
import type { Opening } from '../reading.ts';
import { idOfAddress } from '../unique-ids.ts';

/**
 * The documents of a web archive in its order: pages, PDFs, Word documents and texts; scripts, pictures, redirections
 * and repeated captures are passed over. `refuse` is told of each capture that cannot be read.
 * @throws Fault `file-broken` where the archive breaks off, also after the first documents
 */
export async function* readWarc(content: Content, opening: Opening): AsyncGenerator<Document> {
  const { path, id, refuse, openPart } = opening;
  let number = 0;
  for await (const record of recordsOf(content, path)) {
    number += 1;
    const address = record.warcTargetURI;
    if (!address || !isDocument(record)) continue;
    const place = `${path}, ${address}`;
    const part = { path: place, id: idOfAddress(address) || `${id}-${number}`, charset: charsetOf(typeOf(record)) };
    const bytes = await collect(record, LARGEST_PART + 1, () => null);
    try {
      if (bytes.length > LARGEST_PART) throw new Fault('part-too-large', { place, limit: shownSize(LARGEST_PART) });
      for await (const document of openPart(bytesContent(bytes, place), part)) {
        if (document.text.trim() !== '') yield { ...document, url: document.url ?? address };
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refuse(error);
    }
  }
  if (number === 0) throw brokenAt(path, new Error('it holds no record'));
}

async function* recordsOf(content: Content, path: string): AsyncGenerator<WARCRecord> {
  try {
    yield* new WARCParser(endingOnce(content.stream()));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw brokenAt(path, error);
  }
}

/** So often a parser may ask for more after the end; more often it waits for what will never come. */
const ASKED_AFTER_END = 100;

/** A stream that makes an error of asking on after its end: warcio goes on asking where a record is cut off. */
function endingOnce(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  let ended = 0;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const result = ended > 0 ? { done: true as const, value: undefined } : await iterator.next();
    if (result.done) ended += 1;
    if (ended > ASKED_AFTER_END) throw new Error('it breaks off in the middle of a record');
    return result;
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** Fetched with success, or kept or converted from what was, and of a kind that has words to read. */
function isDocument(record: WARCRecord): boolean {
  if (!['response', 'resource', 'conversion'].includes(record.warcType)) return false;
  if (record.warcType === 'response' && Number(record.httpHeaders?.statusCode) !== 200) return false;
  return /html|pdf|text\/plain|wordprocessingml/i.test(typeOf(record));
}

function typeOf(record: WARCRecord): string {
  return record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
}

/** "windows-1251" of "text/html; charset=windows-1251". */
export function charsetOf(type: string): string | null {
  return /charset\s*=\s*["']?([\w-]{2,40})/i.exec(type)?.[1] ?? null;
}

function brokenAt(path: string, error: unknown): Fault {
  return new Fault('file-broken', { path, kind: 'web archive', reason: reasonOf(error).replace(/\.$/, '') }, error);
}
