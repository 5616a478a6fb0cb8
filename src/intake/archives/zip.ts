// Opens zip archives: lists what is in them within limits, and unpacks entries as streams. Nothing is written to disk.
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { Content } from '../content.ts';
import { MOST_ENTRIES } from '../limits.ts';
import { SWOLLEN, swells } from './gunzip.ts';

export interface Zip {
  /** The files in it, folders left out. */
  readonly entries: readonly Entry[];
  /** Unpacks an entry; more bytes than the archive's directory declares are an error. Fault `file-broken` while reading. */
  stream(entry: Entry): AsyncIterable<Uint8Array>;
  close(): void;
}

/**
 * Opens an archive. Names that lead out of it (`../x`, `/x`), overlapping bombs and endless directories are refused.
 * @throws Fault `file-broken` or `archive-limit`
 */
export async function openZip(content: Content, path: string): Promise<Zip> {
  const broken = (error: unknown) =>
    error instanceof Fault
      ? error
      : new Fault('file-broken', { path, kind: 'zip archive', reason: reasonOf(error).replace(/\.$/, '') }, error);
  let file: ZipFile | null = null;
  try {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };
    file = content.file
      ? await openPromise(content.file, options)
      : await fromBufferPromise(Buffer.from(await content.bytes()), options);
    const zip = file;
    const entries = await listEntries(zip, path);
    return {
      entries,
      async *stream(entry) {
        try {
          for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array;
        } catch (error) {
          throw broken(error);
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    file?.close();
    throw broken(error);
  }
}

async function listEntries(zip: ZipFile, path: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let unfolded = 0;
  if (zip.entryCount > MOST_ENTRIES) {
    throw new Fault('archive-limit', { path, reason: `it holds ${zip.entryCount} files, more than ${MOST_ENTRIES}` });
  }
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) throw new Error(`${entry.fileName} is locked with a password`);
    unfolded += entry.uncompressedSize;
    // The sizes are only declared, but an entry that is larger than declared does not unpack.
    if (swells(unfolded, zip.fileSize)) throw new Fault('archive-limit', { path, reason: SWOLLEN });
    entries.push(entry);
  }
  return entries;
}
