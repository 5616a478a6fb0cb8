// Real faults of the machine below the program: a full disk, a folder that cannot be written, a record that another
// program holds or that is damaged, a clock that steps back. One clear line each time, and nothing lost.
import { type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { documentLines } from './fleet/documents.ts';
import { inFolder, MAIN, type Ran, rapporteur } from './program.ts';

/** Runs a shell line in which `$RUN` is the program. */
function shell(line: string, options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['-c', line], {
      ...options,
      env: { ...process.env, ...options.env, RUN: `"${process.execPath}" "${MAIN}"` },
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...texts }));
  });
}

const exported = async (record: string) => (await rapporteur(['export', '--to', 'json', '--record', record])).stdout;

/** The one line in which a person is told. */
function lineOf({ stderr }: Ran): string {
  const lines = stderr.split('\n').filter((line) => line.startsWith('rapporteur: '));
  expect(lines, stderr).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  return lines[0] ?? '';
}

describe('a full disk', () => {
  test('while a record is written: what fitted stays whole, and the rest follows when there is room', {
    timeout: 240_000,
  }, async () => {
    await inFolder(async (folder) => {
      const [documents, record, whole] = ['documents.jsonl', 'full.db', 'whole.db'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      writeFileSync(documents, documentLines(150));
      // No file may grow beyond this (in KiB), as on a disk that is full: the kernel refuses the write itself.
      const full = await shell(`ulimit -f 900; eval "$RUN" read "${documents}" --record "${record}" --threads 1`);
      expect(full.code, full.stderr).toBe(2);
      expect(lineOf(full)).toMatch(/^rapporteur: cannot write the record .*full\.db: .+\. Give another place/);
      const db = new Sqlite(record, { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
      expect((await rapporteur(['read', documents, '--record', record, '--threads', '1'])).code).toBe(0);
      expect((await rapporteur(['read', documents, '--record', whole, '--threads', '1'])).code).toBe(0);
      expect(await exported(record)).toBe(await exported(whole));
    });
  });

  test('while readings are written', async () => {
    await inFolder(async (folder) => {
      const documents = join(folder, 'documents.jsonl');
      writeFileSync(documents, documentLines(4));
      const piped = await shell(`eval "$RUN" code --threads 1 "${documents}" > /dev/full`);
      expect(piped.code).toBe(2);
      expect(lineOf(piped)).toContain('cannot write standard output: ');
      for (const name of ['readings.jsonl', 'readings.parquet']) {
        const out = join(folder, name);
        const filed = await shell(`ulimit -f 1; eval "$RUN" code --threads 1 "${documents}" --out "${out}"`);
        expect(filed.code, filed.stderr).toBe(2);
        expect(lineOf(filed)).toContain(`cannot write ${out}: `);
        // Half a file must not be taken for a whole one.
        expect(readdirSync(folder)).toEqual(['documents.jsonl']);
      }
    });
  });
});

test('a folder that cannot be written', async () => {
  await inFolder(async (folder) => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    writeFileSync(join(folder, 'documents.jsonl'), documentLines(1));
    chmodSync(closed, 0o555);
    chmodSync(folder, 0o755);
    // Whoever may do everything is told nothing by permissions: then somebody else runs it.
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const ran = await shell(
      `eval "$RUN" read "${join(folder, 'documents.jsonl')}" --record "${join(closed, 'new.db')}" --threads 1`,
      somebody,
    );
    expect(ran.code, ran.stderr).toBe(2);
    expect(lineOf(ran)).toContain(`cannot write the record ${join(closed, 'new.db')}: `);
    expect(readdirSync(closed)).toEqual([]);
  });
});

test('a record in a folder that cannot be written is looked at all the same', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'a.txt'), 'Norway rejected the offer of Chile on Monday.');
    const record = join(folder, 'closed', 'a.db');
    expect((await rapporteur(['read', join(folder, 'a.txt'), '--record', record, '--threads', '1'])).code).toBe(0);
    chmodSync(record, 0o444);
    chmodSync(join(folder, 'closed'), 0o555);
    chmodSync(folder, 0o755);
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const shown = await shell(`eval "$RUN" show timeline --record "${record}"`, somebody);
    expect(shown.code, shown.stderr).toBe(0);
    expect(shown.stdout).toContain('Norway rejected the offer');
    const read = await shell(`eval "$RUN" read "${join(folder, 'a.txt')}" --again --record "${record}"`, somebody);
    expect(read.code).toBe(2);
    expect(lineOf(read)).toContain(`cannot write the record ${record}: `);
    chmodSync(join(folder, 'closed'), 0o755);
  });
});

test('a folder in which one may not be read: the others are', async () => {
  await inFolder(async (folder) => {
    const reports = join(folder, 'reports');
    mkdirSync(join(reports, 'closed'), { recursive: true });
    writeFileSync(join(reports, 'open.txt'), 'Norway rejected the offer.');
    chmodSync(folder, 0o777);
    chmodSync(join(reports, 'closed'), 0);
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const ran = await shell(`eval "$RUN" read "${reports}" --record "${join(folder, 'new.db')}" --threads 1`, somebody);
    chmodSync(join(reports, 'closed'), 0o755);
    expect(ran.code, ran.stderr).toBe(1);
    expect(ran.stderr).toContain(`cannot read ${join(reports, 'closed')}: permission denied. Check its permissions.`);
    expect(ran.stderr).toContain('Read 1 document into');
  });
});

describe('a record', () => {
  test('that is damaged is told so, by every command, and is left as it is', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const [documents, record] = ['documents.jsonl', 'record.db'].map((name) => join(folder, name)) as [
        string,
        string,
      ];
      writeFileSync(documents, documentLines(30));
      await rapporteur(['read', documents, '--record', record, '--threads', '1']);
      const file = openSync(record, 'r+');
      // All pages but the first, which says that it is a record.
      const { size } = statSync(record);
      writeSync(file, Buffer.alloc(size - 4096, 0x5a), 0, size - 4096, 4096);
      closeSync(file);
      const { mtimeMs } = statSync(record);
      for (const args of [
        ['show', 'timeline', '--record', record],
        ['export', '--to', 'json', '--record', record],
        ['read', documents, '--record', record, '--threads', '1'],
      ]) {
        const ran = await rapporteur(args);
        expect(ran.code, `${args[0]}: ${ran.stderr}`).toBe(2);
        expect(lineOf(ran)).toContain('it is damaged');
      }
      expect(statSync(record).mtimeMs).toBe(mtimeMs);
    });
  });

  test('that another program holds is waited for, and taken when it is free', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const [documents, record] = ['documents.jsonl', 'record.db'].map((name) => join(folder, name)) as [
        string,
        string,
      ];
      writeFileSync(documents, documentLines(5));
      await rapporteur(['read', documents, '--record', record, '--threads', '1']);
      writeFileSync(documents, documentLines(8));
      const holder = new Sqlite(record);
      holder.exec('BEGIN IMMEDIATE');
      const reading = rapporteur(['read', documents, '--record', record, '--threads', '1']);
      setTimeout(() => holder.exec('COMMIT'), 4000);
      const ran = await reading;
      holder.close();
      expect(ran.code, ran.stderr).toBe(0);
      expect(JSON.parse(await exported(record)).documents).toHaveLength(8);
    });
  });
});

test('a clock that steps back changes no reading and no record', { timeout: 120_000 }, async () => {
  await inFolder(async (folder) => {
    const documents = join(folder, 'documents.jsonl');
    writeFileSync(documents, documentLines(20));
    const stepping = join(folder, 'stepping.mjs');
    // Every twentieth question the clock falls back by a day, in all threads.
    writeFileSync(
      stepping,
      `const now = Date.now.bind(Date);
       let asked = 0;
       const RealDate = Date;
       const early = () => now() - 86_400_000 * Math.floor(asked++ / 20);
       globalThis.Date = class extends RealDate {
         constructor(...given) { super(...(given.length ? given : [early()])); }
         static now() { return early(); }
       };`,
    );
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(stepping).href}` };
    const read = (name: string, environment: NodeJS.ProcessEnv) =>
      shell(`eval "$RUN" read "${documents}" --record "${join(folder, name)}" --threads 2`, { env: environment });
    expect((await read('stepping.db', env)).code).toBe(0);
    expect((await read('steady.db', {})).code).toBe(0);
    expect(existsSync(join(folder, 'stepping.db'))).toBe(true);
    expect(await exported(join(folder, 'stepping.db'))).toBe(await exported(join(folder, 'steady.db')));
  });
});
