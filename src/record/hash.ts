// Names made from content: the same words give the same id in every record, on every machine.
import { createHash } from 'node:crypto';

/** Sixteen hexadecimal digits of SHA-256 over the parts; parts cannot run into one another. */
export function hashOf(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
