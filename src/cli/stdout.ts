// Writing to stdout with respect for a slow reader, and an early, quiet end where the reader has gone (`| head`).
import { once } from 'node:events';

/** Ends the process quietly when whoever reads stdout closes it. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Writes one line and waits while the reader is behind, so that output does not pile up in memory. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
