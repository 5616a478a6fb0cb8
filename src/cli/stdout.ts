// Writing to stdout with respect for a slow reader, and an early, quiet end where the reader has gone (`| head`).
import { once } from 'node:events';
import { Fault } from '../model/fault.ts';
import { exitCodeFor } from './exit.ts';

/** Ends the process quietly when whoever reads stdout closes it, and with a fault when the disk behind it is full. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.exit(exitCodeFor(new Fault('file-unwritable', { path: 'standard output', reason: error.message }, error)));
  });
}

/** Writes one line and waits while the reader is behind, so that output does not pile up in memory. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
