// Vitest's global set-up: one private PostgreSQL for the run, on a socket in a folder of its own, gone afterwards.
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of an empty database, or why there is none. */
    postgres: { readonly address: string } | { readonly missing: string };
  }
}

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const CURE =
  'Install PostgreSQL 15 or newer ("apt-get install postgresql" on Debian and Ubuntu), or name the folder of initdb and pg_ctl in RAPPORTEUR_POSTGRES_BIN.';

export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = programsFolder();
  if (!programs) {
    provide('postgres', { missing: `There is no PostgreSQL on this machine. ${CURE}` });
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-postgres-'));
  const data = join(folder, 'data');
  try {
    const asServer = await serverUser(folder);
    await asServer(join(programs, 'initdb'), [
      '-D',
      data,
      '-U',
      'tester',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ]);
    // Reached through a socket in the folder only; what is lost when the machine stops is of no matter.
    const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200`;
    await asServer(join(programs, 'pg_ctl'), [
      '-D',
      data,
      '-w',
      '-s',
      '-l',
      join(folder, 'log'),
      '-o',
      settings,
      'start',
    ]);
    provide('postgres', { address: `postgres://tester@/postgres?host=${encodeURIComponent(folder)}` });
    return async () => {
      await asServer(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-s', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    provide('postgres', {
      missing: `PostgreSQL did not start: ${error instanceof Error ? error.message : error}. ${CURE}`,
    });
    return async () => rmSync(folder, { recursive: true, force: true });
  }
}

/** The newest installed version's, where the server's own programs are. */
export function programsFolder(): string | null {
  const named = process.env.RAPPORTEUR_POSTGRES_BIN;
  if (named) return named;
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(INSTALLED, version, 'bin'));
  return newest.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** Runs programs as somebody whom PostgreSQL lets: it refuses to run as root. */
export async function serverUser(folder: string): Promise<(file: string, args: readonly string[]) => Promise<unknown>> {
  if (process.getuid?.() !== 0) return (file, args) => run(file, [...args]);
  const [user, group] = await Promise.all(
    ['-u', '-g'].map(async (id) => Number((await run('id', [id, 'postgres'])).stdout)),
  );
  chownSync(folder, user ?? 0, group ?? 0);
  return (file, args) => run(file, [...args], { uid: user, gid: group, cwd: folder });
}
