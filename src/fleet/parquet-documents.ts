// Documents from a Parquet file as lines of JSON, a row a line, a piece of the file in memory at a time.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openThread } from '../intake/apart/thread.ts';
import type { Asked, Piece } from './parquet-piece.ts';

/** What a piece of a thousand rows may take; a damaged file can claim billions of values. */
const LIMITS = { milliseconds: 60_000, megabytes: 2048 };

export const isParquet = (path: string): boolean => path.endsWith('.parquet');

/**
 * Yields a line for each row, read in a thread of its own.
 * @param milliseconds how long a thousand rows may take before the file is given up
 * @throws Fault `file-broken`, `columns-missing`, `file-unreadable`
 */
export async function* linesOfParquet(path: string, milliseconds = LIMITS.milliseconds): AsyncGenerator<string> {
  const worker = fileURLToPath(new URL(`./parquet-worker${extname(import.meta.url)}`, import.meta.url));
  const thread = openThread<Asked, Piece>(worker, { ...LIMITS, milliseconds });
  try {
    for (let from = 0; ; ) {
      const subject = { path, kind: 'Parquet', part: `its rows from ${from + 1} on` };
      const { lines, total } = await thread.run({ path, from }, subject);
      yield* lines;
      from += lines.length;
      // A damaged file may have fewer rows than it says.
      if (from >= total || lines.length === 0) return;
    }
  } finally {
    await thread.close();
  }
}
