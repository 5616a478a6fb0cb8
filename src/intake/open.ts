// Opens files and gives the documents in them. Each kind of file has its reader; what a file holds decides its kind.
import type { Document } from '../model/document.ts';
import { Fault } from '../model/fault.ts';
import { bytesContent, type Content, fileContent } from './content.ts';
import { declaredEncoding, decode } from './decode.ts';
import type { FileKind } from './kinds.ts';
import { DEEPEST_ARCHIVE } from './limits.ts';
import type { Columns } from './readers/table-columns.ts';
import type { Opening, Reader, Refuse } from './reading.ts';
import { sniff } from './sniff.ts';
import { idOfPath } from './unique-ids.ts';
import { withText } from './with-text.ts';

export interface OpenOptions {
  /** Is told of parts that are no documents, and the others are read; without it the first one is thrown. */
  readonly refuse?: Refuse;
  /** Names of columns or fields that differ from the usual ones. */
  readonly columns?: Columns;
  /** The encoding that the sender of the bytes names. */
  readonly charset?: string | null;
}

const REFUSE_ALL: Refuse = (fault) => {
  throw fault;
};

// A reader, and the library it brings with it, is loaded when the first file of its kind comes.
const READERS: Readonly<Record<FileKind, Reader>> = {
  async *text(content, { path, id, charset }) {
    yield withText({ id, text: decode(await content.bytes(), charset) }, path);
  },
  async *html(content, { path, id, charset }) {
    const { readHtml } = await import('./readers/html.ts');
    const bytes = await content.bytes();
    yield withText(readHtml(decode(bytes, charset ?? declaredEncoding(bytes)), id), path);
  },
  async *pdf(content, { path, id }) {
    const { readApart } = await import('./apart/read-apart.ts');
    yield await readApart('PDF', await content.bytes(), path, id);
  },
  async *json(content, opening) {
    yield* (await import('./readers/json.ts')).readJson(content, opening);
  },
  async *jsonl(content, opening) {
    yield* (await import('./readers/json.ts')).readJsonLines(content, opening);
  },
  async *csv(content, opening) {
    yield* (await import('./readers/csv.ts')).readCsv(content, opening);
  },
  async *feed(content, opening) {
    yield* (await import('./readers/feed.ts')).readFeed(content, opening);
  },
  async *warc(content, opening) {
    yield* (await import('./readers/warc.ts')).readWarc(content, opening);
  },
  async *zip(content, opening) {
    yield* (await import('./readers/zip.ts')).readZip(content, opening);
  },
  async *gzip(content, opening) {
    yield* (await import('./readers/gzip.ts')).readGzip(content, opening);
  },
};

/**
 * The documents of some content, one after the other. Ids are the file's name without its last extension, or what the
 * file gives; see `uniqueIds` for making them differ.
 * @param path names the content in messages and tells kinds of plain text apart
 * @throws Fault of the codes `file-…`, `archive-limit`, `columns-missing`; those of parts go to `refuse`
 */
export async function* documentsIn(
  content: Content,
  path: string,
  { refuse = REFUSE_ALL, columns = {}, charset = null }: OpenOptions = {},
): AsyncGenerator<Document> {
  const open = async function* (content: Content, part: Pick<Opening, 'path' | 'id' | 'charset'>, depth: number) {
    const sniffed = await sniff(await content.head(), part.path);
    if (sniffed.kind === null) throw new Fault('file-kind', { path: part.path, what: sniffed.what });
    if (depth > DEEPEST_ARCHIVE) {
      const reason = `it lies in more than ${DEEPEST_ARCHIVE} archives, one within the other`;
      throw new Fault('archive-limit', { path: part.path, reason });
    }
    const openPart: Opening['openPart'] = (inner, next) =>
      open(inner, { path: next.path, id: next.id, charset: next.charset ?? null }, depth + 1);
    yield* READERS[sniffed.kind](content, { ...part, refuse, columns, openPart });
  };
  yield* open(content, { path, id: idOfPath(path), charset }, 0);
}

/**
 * The documents of a file, all at once: one, or as many as an archive, a feed, a table or a file of JSON holds.
 * @param refuse is told of lines and parts that are no documents, and the others are read; without it the first is thrown
 * @throws Fault, as `documentsIn`, and `file-missing` or `file-unreadable`
 */
export async function openFile(path: string, refuse: Refuse = REFUSE_ALL): Promise<readonly Document[]> {
  return all(documentsIn(await fileContent(path), path, { refuse }));
}

/** As `openFile`, of bytes that are already read; the path gives the id, and the kind where the bytes leave it open. */
export async function openBytes(
  bytes: Uint8Array,
  path: string,
  refuse: Refuse = REFUSE_ALL,
): Promise<readonly Document[]> {
  return all(documentsIn(bytesContent(bytes, path), path, { refuse }));
}

async function all(documents: AsyncIterable<Document>): Promise<readonly Document[]> {
  const found: Document[] = [];
  for await (const document of documents) found.push(document);
  return found;
}
