// Goes through files and addresses and delivers their documents one by one, each with its source, by which the record
// tells what it has. A file of a million documents is never held whole.
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import { Fault } from '../model/fault.ts';
import { type Fetched, type Fetcher, isAddress } from './address/fetched.ts';
import { bytesContent, type Content, fileContent } from './content.ts';
import { contentHash } from './fingerprint.ts';
import { type Given, withGiven } from './given/given.ts';
import { readSidecar } from './given/sidecar.ts';
import { documentsIn } from './open.ts';
import type { Columns } from './readers/table-columns.ts';
import { sniff } from './sniff.ts';
import { uniqueIds } from './unique-ids.ts';

/** The file, address or entry of a feed that documents come from, and the hash of its content and of what is given with it. */
export interface InputSource {
  readonly path: string;
  readonly hash: string;
}

/** What comes of the inputs, in their order. A source's documents stand between its beginning and its `end`. */
export type Step =
  | { readonly step: 'document'; readonly source: InputSource; readonly document: Document }
  /** The source is passed over, since `isKnown` says so. */
  | { readonly step: 'known'; readonly source: InputSource }
  /** A source or a part of one cannot be read. */
  | { readonly step: 'fault'; readonly path: string; readonly fault: Fault }
  /** All of a source is delivered. `whole`: without a fault. */
  | { readonly step: 'end'; readonly source: InputSource; readonly ids: readonly string[]; readonly whole: boolean };

export interface InputOptions {
  readonly isKnown?: (source: InputSource) => Promise<boolean>;
  /** What the user gives for all documents; it goes before sidecars. */
  readonly given?: Given;
  readonly columns?: Columns;
  /** Fetches addresses. */
  readonly fetcher: Fetcher;
  /** Whether the pages that a fetched feed points to are fetched and read in place of its entries. */
  readonly follow?: boolean;
  /** Takes names for documents over all inputs; without it those of one source alone are made to differ. */
  readonly unique?: (document: Document) => Document;
  /** Ends the delivery after the document under way. */
  readonly signal?: AbortSignal;
  /** Is told how many bytes of the inputs are read so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** Delivers the documents of files and addresses in turn. Never throws a Fault: those are steps. */
export async function* deliver(inputs: Iterable<string>, options: InputOptions): AsyncGenerator<Step> {
  for (const path of inputs) {
    if (options.signal?.aborted) return;
    try {
      if (isAddress(path)) yield* deliverAddress(path, options);
      else yield* deliverFile(path, options);
    } catch (error) {
      // What is under way is given up where the run is to end.
      if (options.signal?.aborted) return;
      if (!(error instanceof Fault)) throw error;
      yield { step: 'fault', path, fault: error };
    }
  }
}

async function* deliverFile(path: string, options: InputOptions): AsyncGenerator<Step> {
  const content = await fileContent(path);
  const given = { ...(await readSidecar(path)), ...options.given };
  const source = { path, hash: hashWith(await hashOf(content), given) };
  yield* deliverSource(source, metered(content, options), given, options);
}

async function* deliverAddress(path: string, options: InputOptions): AsyncGenerator<Step> {
  const fetched = await options.fetcher(path);
  // An address that says it has not changed since it was last asked has nothing to deliver.
  if (fetched === null) return;
  const given = { url: fetched.url, ...options.given };
  const content = bytesContent(fetched.bytes, path);
  if ((await sniff(await content.head(), path)).kind === 'feed') {
    yield* deliverFeed(path, fetched, content, options);
    return;
  }
  const source = { path, hash: hashWith(contentHash(fetched.bytes), options.given ?? {}) };
  yield* deliverSource(source, content, given, options, fetched.charset);
}

/** The entries of a feed that changes all the time are sources of their own: the record keeps those that leave it. */
async function* deliverFeed(
  path: string,
  { charset }: Fetched,
  content: Content,
  options: InputOptions,
): AsyncGenerator<Step> {
  const { given = {}, follow = false, fetcher, signal } = options;
  for await (const entry of documentsIn(content, path, { charset })) {
    if (signal?.aborted) return;
    const source = {
      path: entry.url ?? `${path}#${entry.id}`,
      hash: hashWith(contentHash(JSON.stringify(entry)), { ...given, ...(follow ? { follow } : {}) }),
    };
    if (!follow || !entry.url) {
      yield* deliverAll(source, [withGiven(entry, given)], options);
      continue;
    }
    if (await options.isKnown?.(source)) {
      yield { step: 'known', source };
      continue;
    }
    try {
      const page = await fetcher(entry.url);
      if (page === null) continue;
      const { id: _, text: __, ...ofEntry } = entry;
      // A page's own title and date are surer than those of its entry, which may be the editor's.
      const documents = documentsIn(bytesContent(page.bytes, entry.url), entry.url, { charset: page.charset });
      const filled = map(documents, (document) => withGiven({ ...ofEntry, ...document }, given));
      yield* deliverAll(source, filled, { ...options, isKnown: async () => false });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      yield { step: 'fault', path: entry.url, fault: error };
    }
  }
}

async function* deliverSource(
  source: InputSource,
  content: Content,
  given: Given,
  options: InputOptions,
  charset: string | null = null,
): AsyncGenerator<Step> {
  const faults: Fault[] = [];
  const { columns = {} } = options;
  const documents = documentsIn(content, source.path, { columns, charset, refuse: (fault) => faults.push(fault) });
  yield* deliverAll(
    source,
    map(documents, (document) => withGiven(document, given)),
    options,
    faults,
  );
}

/** @param faults of parts, which the source's reader adds to as it goes */
async function* deliverAll(
  source: InputSource,
  documents: AsyncIterable<Document> | Iterable<Document>,
  { isKnown, unique = uniqueIds(), signal }: InputOptions,
  faults: Fault[] = [],
): AsyncGenerator<Step> {
  if (await isKnown?.(source)) {
    yield { step: 'known', source };
    return;
  }
  const ids: string[] = [];
  let whole = true;
  const told = function* (): Generator<Step> {
    for (const fault of faults.splice(0)) {
      whole = false;
      yield { step: 'fault', path: source.path, fault };
    }
  };
  for await (const document of documents) {
    yield* told();
    if (signal?.aborted) return;
    const named = unique(document);
    ids.push(named.id);
    yield { step: 'document', source, document: named };
  }
  yield* told();
  yield { step: 'end', source, ids, whole };
}

/** The hash of a content together with what is given: a changed sidecar makes the file a changed one. */
function hashWith(hash: string, given: object): string {
  const sorted = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length ? contentHash(`${hash} ${JSON.stringify(sorted)}`) : hash;
}

async function hashOf(content: Content): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content.stream()) hash.update(chunk);
  return hash.digest('hex');
}

/** A content that tells how far it is read. */
function metered(content: Content, { onBytes }: InputOptions): Content {
  if (!onBytes) return content;
  return {
    ...content,
    async bytes() {
      const bytes = await content.bytes();
      onBytes(bytes.length);
      return bytes;
    },
    async *stream() {
      let read = 0;
      for await (const chunk of content.stream()) {
        read += chunk.length;
        onBytes(read);
        yield chunk;
      }
    },
  };
}

async function* map<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield change(item);
}
