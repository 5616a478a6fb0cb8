// Reads what is uploaded to the service into its record, with workers that are started when the first upload comes.
import type { Coders } from '../fleet/coders.ts';
import { createFetcher } from '../intake/address/fetcher.ts';
import { bytesContent } from '../intake/content.ts';
import { contentHash } from '../intake/fingerprint.ts';
import { documentsIn } from '../intake/open.ts';
import { uniqueIds } from '../intake/unique-ids.ts';
import type { Document } from '../model/document.ts';
import { Fault, reasonOf } from '../model/fault.ts';
import type { Reading, Unreadable } from '../model/reading.ts';
import { type OpenRecord, openRecord } from '../record/record.ts';
import type { Brought, FileProgress, ReadUploads } from '../service/readings/readings.ts';
import type { Upload } from '../service/readings/uploads.ts';
import { readerVersion } from '../version.ts';

export interface UploadReader {
  readonly read: ReadUploads;
  /** Ends when all that was accepted is in the record. */
  close(): Promise<void>;
}

interface Options {
  /** Path or address of the record. */
  readonly record: string;
  readonly threads: number;
  readonly lexicon: readonly string[];
}

/** Documents handed to the workers at once. */
const BATCH = 16;

export function createUploadReader({ record: place, threads, lexicon }: Options): UploadReader {
  const version = readerVersion(lexicon);
  let coders: Promise<Coders> | null = null;
  const code = async (documents: readonly Document[]) => {
    coders ??= import('../fleet/coders.ts').then(({ openCoders }) => openCoders({ threads, tokens: false, lexicon }));
    const { lines } = await (await coders).code(documents.map((document) => JSON.stringify(document)));
    return lines.map((line) => JSON.parse(line) as Reading | Unreadable);
  };
  const readOne = async (record: OpenRecord, upload: Upload): Promise<Omit<FileProgress, 'name'>> => {
    const { bytes, path, charset, url } = await contentOf(upload);
    const source = { path: url ?? `upload/${path}`, hash: contentHash(bytes), version };
    if (await record.isCurrent(source)) return { state: 'unchanged', documents: [], leftOut: [], faults: [] };
    const faults: string[] = [];
    const documents: Document[] = [];
    const leftOut: string[] = [];
    const unique = uniqueIds();
    const refuse = (fault: Fault) => void faults.push(fault.message);
    for await (const document of documentsIn(bytesContent(bytes, path), path, { charset, refuse })) {
      const named = unique(url === null ? document : { url, ...document });
      if (await record.isTakenOut(named, source)) leftOut.push(named.id);
      else documents.push(named);
    }
    const brought: Brought[] = [];
    for (let at = 0; at < documents.length; at += BATCH) {
      const batch = documents.slice(at, at + BATCH);
      const dates = await Promise.all(batch.map((document) => record.correctedDate(document)));
      const dated = batch.map((document, n) =>
        dates[n] === undefined ? document : { ...document, published: dates[n] },
      );
      for (const [n, reading] of (await code(dated)).entries()) {
        const document = batch[n];
        if (!document) continue;
        if ('error' in reading) faults.push(`cannot read ${document.id}: ${reading.error.message}`);
        else {
          await record.add(document, reading, dates[n] === undefined ? source : { ...source, countedFrom: dates[n] });
          brought.push(broughtBy(document, reading));
        }
      }
    }
    const ids = brought.map(({ id }) => id);
    await record.finishSource(source, [...ids, ...leftOut]);
    const state = brought.length ? 'read' : leftOut.length && !faults.length ? 'left-out' : 'failed';
    return { state, documents: brought, leftOut, faults };
  };
  const running = new Set<Promise<void>>();
  const readAll: ReadUploads = async (uploads, report, settling) => {
    const record = await openRecord(place);
    try {
      for (const [at, upload] of uploads.entries()) {
        report(at, { state: 'reading' });
        try {
          report(at, await readOne(record, upload));
        } catch (error) {
          // One file that cannot be read leaves the others, and what is recorded, as they are.
          if (!(error instanceof Fault) || error.code.startsWith('record-')) throw error;
          report(at, { state: 'failed', faults: [reasonOf(error)] });
        }
      }
      settling();
      await record.settle();
    } finally {
      await record.close();
    }
  };
  return {
    read(uploads, report, settling) {
      const run: Promise<void> = readAll(uploads, report, settling).finally(() => running.delete(run));
      running.add(run);
      return run;
    },
    async close() {
      // What waits behind one that is being read begins when that one has ended.
      while (running.size > 0) {
        await Promise.allSettled(running);
        await new Promise((turn) => setImmediate(turn));
      }
      await (await coders)?.close();
    },
  };
}

interface UploadContent {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly charset: string | null;
  /** Where it was fetched from; null for what was sent. */
  readonly url: string | null;
}

/** Addresses are fetched politely and never from a private network: the page may be used by others than its host. */
async function contentOf(upload: Upload): Promise<UploadContent> {
  if ('bytes' in upload) return { bytes: upload.bytes, path: upload.file ?? upload.name, charset: null, url: null };
  const fetched = await createFetcher()(upload.address);
  if (!fetched) throw new Fault('file-unreadable', { path: upload.address, reason: 'the address sent nothing' });
  return { bytes: fetched.bytes, path: fetched.url, charset: fetched.charset, url: fetched.url };
}

const broughtBy = (document: Document, reading: Reading): Brought => ({
  id: document.id,
  title: reading.document.title,
  statements: reading.statements.length,
  events: reading.events.length,
});
