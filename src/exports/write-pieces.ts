// Writes text or bytes piece by piece, no faster than it is taken.
import type { Writable } from 'node:stream';
import type { Pieces } from './format.ts';

/** Pieces are gathered to about this many characters, since each write waits for the one before. */
const CHUNK = 64 * 1024;

/**
 * Resolves when `out` has taken the last piece, and leaves it open. Rejects with the error of `out` (disk full, pipe
 * closed), after which no more pieces are asked for.
 */
export async function writePieces(pieces: Pieces, out: Writable): Promise<void> {
  // The write's own callback reports errors; without a listener they would end the program as well.
  const ignore = () => {};
  out.on('error', ignore);
  try {
    let waiting = '';
    for await (const piece of pieces) {
      if (typeof piece === 'string') waiting += piece;
      if (typeof piece === 'string' && waiting.length < CHUNK) continue;
      if (waiting) await write(out, waiting);
      waiting = '';
      if (typeof piece !== 'string') await write(out, piece);
    }
    if (waiting) await write(out, waiting);
  } finally {
    out.off('error', ignore);
  }
}

function write(out: Writable, piece: string | Uint8Array): Promise<void> {
  return new Promise((taken, failed) => {
    out.write(piece, (error) => (error ? failed(out.errored ?? error) : taken()));
  });
}
