// Kills a run of `read` at any moment and looks at what it leaves.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { MAIN, rapporteur } from './program.ts';

/** Writes small reports, each about a day of its own, into a folder; a batch of them is recorded at a time. */
export function writeReports(folder: string, number: number): void {
  mkdirSync(folder);
  for (let n = 0; n < number; n += 1) {
    const [year, month, day] = [2001 + (n % 20), 1 + (n % 12), 1 + (n % 28)];
    const two = (value: number) => String(value).padStart(2, '0');
    writeFileSync(
      join(folder, `report-${two(n)}.txt`),
      `Report ${n}\n\nOSLO, ${year}-${two(month)}-${two(day)} - Norway criticised Sweden over herring quota ${n}. ` +
        `"We will not accept quota ${n}," Norwegian Foreign Minister Kari Berg said in Oslo. Finland agreed to host talks.\n`,
    );
  }
}

/** Starts `read` and kills it after so many milliseconds; false where it had ended by then. */
export async function readAndKill(folder: string, record: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, 'read', folder, '--record', record, '--threads', '1'], {
    stdio: 'ignore',
  });
  const ended = new Promise<boolean>((done) => child.once('exit', (_, signal) => done(signal === 'SIGKILL')));
  await Promise.race([setTimeout(after), ended]);
  child.kill('SIGKILL');
  return ended;
}

/** What is in a record's file; asked without opening it for writing, as a person would who distrusts the program. */
export function lookInto(record: string): {
  readonly ids: readonly string[];
  readonly integrity: string;
  readonly torn: number;
} {
  const db = new Sqlite(record, { readonly: true });
  try {
    const pluck = (statement: string) => db.prepare(statement).pluck();
    const integrity = pluck('PRAGMA integrity_check').get() as string;
    // Killed before the tables were there, which come all at once: a file that holds nothing yet.
    if (pluck('SELECT count(*) FROM sqlite_master').get() === 0) return { ids: [], integrity, torn: 0 };
    return {
      integrity,
      ids: pluck('SELECT id FROM documents ORDER BY id').all() as string[],
      // Each report has sentences, and each sentence its full text.
      torn: pluck(`SELECT (SELECT count(*) FROM documents WHERE key NOT IN (SELECT document FROM sentences))
        + abs((SELECT count(*) FROM sentences) - (SELECT count(*) FROM sentence_text))`).get() as number,
    };
  } finally {
    db.close();
  }
}

/** The whole record as text, to compare with another. */
export async function exported(record: string): Promise<string> {
  const { code, stdout, stderr } = await rapporteur(['export', '--to', 'json', '--record', record]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** The version of a record's schema. */
export function schemaOf(record: string): number {
  const db = new Sqlite(record, { readonly: true });
  try {
    return db.pragma('user_version', { simple: true }) as number;
  } finally {
    db.close();
  }
}
