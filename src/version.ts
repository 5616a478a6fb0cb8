// The version of the program, and of the reader: its program, its weights and its lexicon in one short line.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** As package.json has it. */
export const PROGRAM_VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;

/**
 * Changes when anything that a reading depends on does, so that the record knows what to read again.
 * @param lexicon folders of tables over the program's own
 */
export function readerVersion(lexicon: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of [join(ROOT, 'dist/.program-stamp'), join(ROOT, 'models'), join(ROOT, 'lexicon'), ...lexicon]) {
    addTo(hash, place);
  }
  return `${PROGRAM_VERSION}+${hash.digest('hex').slice(0, 12)}`;
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(readFileSync(path));
}
