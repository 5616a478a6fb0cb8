// Several files as one ZIP archive, made as they come; the same files give the same bytes.
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFile } from './format.ts';

/** Archives hold a time for each file; the format's earliest, on whatever clock, so that no export differs by its hour. */
const NO_TIME = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** The bytes of an archive. Files are asked for one after the other, each read before the next. */
export async function* zipped(files: AsyncIterable<ExportFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const feeding = { stopped: false, current: null as Readable | null };
  const feed = async () => {
    for await (const { name, pieces } of files) {
      const source = Readable.from(bytesOf(pieces()));
      feeding.current = source;
      source.on('error', (error) => out.destroy(error));
      zip.addReadStreamLazy(name, NO_TIME, (give) => give(null, source));
      await once(source, 'close');
      if (feeding.stopped) return;
    }
    zip.end();
  };
  const fed = feed().catch((error: Error) => {
    out.destroy(error);
  });
  try {
    for await (const bytes of out) yield bytes as Uint8Array;
  } finally {
    feeding.stopped = true;
    feeding.current?.destroy();
    await fed;
  }
}

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const piece of pieces) {
    if (typeof piece === 'string') waiting += piece;
    else yield piece;
    if (waiting.length < CHUNK) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  if (waiting) yield Buffer.from(waiting);
}

/** Text is gathered to about this many characters, since each chunk goes through several streams. */
const CHUNK = 64 * 1024;
