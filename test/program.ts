// Runs the built program as a person would, for the tests of the whole.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const MAIN = join(ROOT, 'dist/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `rapporteur ARGS` in a folder, with `input` on its standard input. */
export function rapporteur(args: readonly string[], { input = '', cwd = ROOT } = {}): Promise<Ran> {
  if (!existsSync(MAIN)) throw new Error('The program is not built. Run "npm run build" first.');
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text: string) => {
        texts[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => done({ code, ...texts }));
    child.stdin.end(input);
  });
}

/** Runs `work` with a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
