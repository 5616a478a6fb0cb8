// Documents from a Parquet file as lines of JSON, a row a line, a piece of the file in memory at a time.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Fault, reasonOf } from '../model/fault.ts';
import { type Answer, valueIn } from './answer.ts';
import type { Piece } from './parquet-piece.ts';

/** What a piece of a thousand rows may take; a damaged file can claim billions of values. */
const LIMITS = { milliseconds: 60_000, megabytes: 2048 };

export const isParquet = (path: string): boolean => path.endsWith('.parquet');

/**
 * Yields a line for each row, read in a thread of its own.
 * @param milliseconds how long a thousand rows may take before the file is given up
 * @throws Fault `file-broken`, `columns-missing`, `file-unreadable`
 */
export async function* linesOfParquet(path: string, milliseconds = LIMITS.milliseconds): AsyncGenerator<string> {
  const pool = new Piscina<{ readonly path: string; readonly from: number }, Answer<Piece>>({
    filename: fileURLToPath(new URL(`./parquet-worker${extname(import.meta.url)}`, import.meta.url)),
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
  });
  try {
    for (let from = 0; ; ) {
      const { lines, total } = await readIn(pool, path, from, milliseconds);
      yield* lines;
      from += lines.length;
      // A damaged file may have fewer rows than it says.
      if (from >= total || lines.length === 0) return;
    }
  } finally {
    await pool.destroy();
  }
}

async function readIn(
  pool: Piscina<{ readonly path: string; readonly from: number }, Answer<Piece>>,
  path: string,
  from: number,
  milliseconds: number,
): Promise<Piece> {
  try {
    return valueIn(await pool.run({ path, from }, { signal: AbortSignal.timeout(milliseconds) }));
  } catch (error) {
    if (error instanceof Fault) throw error;
    const isLate = error instanceof Error && error.name === 'AbortError';
    const reason = isLate ? `Its rows from ${from + 1} on took more than ${milliseconds / 1000} s` : reasonOf(error);
    throw new Fault('file-broken', { path, kind: 'Parquet', reason }, error);
  }
}
