// Bytes to be read, wherever they stand: in a file, in memory, or inside an archive.
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Fault, reasonOf } from '../model/fault.ts';
import { LARGEST_WHOLE } from './limits.ts';

/** So many first bytes tell the kind and the encoding of a file. */
export const HEAD_BYTES = 65_536;

export interface Content {
  /** In bytes; null where it is not known before all is read. */
  readonly size: number | null;
  /** The file that holds these bytes and no others, for readers that jump about in it; null where there is none. */
  readonly file: string | null;
  /** The first bytes, at most `HEAD_BYTES`. */
  head(): Promise<Uint8Array>;
  /** All bytes. @throws Fault `file-too-large` above `LARGEST_WHOLE` */
  bytes(): Promise<Uint8Array>;
  /** All bytes, piece by piece; each call begins anew. */
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * The content of a file. Every way to read it may give the faults of `readBytes`.
 * @throws Fault `file-missing` or `file-unreadable`
 */
export async function fileContent(path: string): Promise<Content> {
  const { size } = await orFault(path, async () => {
    const found = await stat(path);
    if (found.isDirectory()) throw new Error('it is a folder');
    return found;
  });
  return {
    size,
    file: path,
    head: () => orFault(path, () => headOf(path)),
    bytes: () => readBytes(path),
    async *stream() {
      const stream = createReadStream(path, { highWaterMark: HEAD_BYTES });
      try {
        for await (const chunk of stream) yield chunk as Uint8Array;
      } catch (error) {
        throw unreadable(path, error);
      } finally {
        stream.destroy();
      }
    },
  };
}

/** The content that these bytes are. */
export function bytesContent(bytes: Uint8Array, path: string): Content {
  return {
    size: bytes.length,
    file: null,
    head: async () => bytes.subarray(0, HEAD_BYTES),
    bytes: async () => {
      if (bytes.length > LARGEST_WHOLE) throw tooLarge(path, bytes.length);
      return bytes;
    },
    async *stream() {
      for (let at = 0; at < bytes.length; at += HEAD_BYTES) yield bytes.subarray(at, at + HEAD_BYTES);
    },
  };
}

/** The content of a stream that can be begun again, as a compressed file is. */
export function streamContent(path: string, stream: () => AsyncIterable<Uint8Array>): Content {
  return {
    size: null,
    file: null,
    head: () => collect(stream(), HEAD_BYTES, () => null),
    bytes: () => collect(stream(), LARGEST_WHOLE, (size) => tooLarge(path, size)),
    stream,
  };
}

/**
 * The bytes of a file. @throws Fault `file-missing`, `file-unreadable` or `file-too-large`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  return orFault(path, async () => {
    const { size } = await stat(path);
    if (size > LARGEST_WHOLE) throw tooLarge(path, size);
    return readFile(path);
  });
}

/** Gathers a stream up to `most` bytes; there `over` gives the fault to throw, or null to end with what there is. */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  most: number,
  over: (size: number) => Fault | null,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= most) continue;
    const fault = over(size);
    if (fault) throw fault;
    break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

/** A size for a person: "64 MB". */
export function shownSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6)} MB`;
}

function tooLarge(path: string, size: number): Fault {
  return new Fault('file-too-large', { path, size: shownSize(size), limit: shownSize(LARGEST_WHOLE) });
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function orFault<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Fault('file-missing', { path }, error);
  return new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
}
