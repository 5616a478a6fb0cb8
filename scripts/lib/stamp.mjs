// Stamps remember the state of the inputs for which a step was last done, so that nothing is done twice.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './run.mjs';

/** A hash over names and contents of files and folders, by their paths below the project. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, join(path, name));
  } else {
    hash.update(`${path}\n`).update(readFileSync(full));
  }
}

export function isStamped(file, value) {
  const full = join(ROOT, file);
  return existsSync(full) && readFileSync(full, 'utf8') === value;
}

export function stamp(file, value) {
  const full = join(ROOT, file);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, value);
}
