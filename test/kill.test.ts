// A run that is killed loses nothing that was recorded, leaves a whole file, and goes on where it stopped.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../src/record/schema/migrations.ts';
import { asFirstSchema } from '../src/record/testing/first-schema.ts';
import { exported, lookInto, readAndKill, schemaOf, writeReports } from './kill.ts';
import { inFolder, MAIN, rapporteur } from './program.ts';

const REPORTS = 240;
/** `npm run hard` sets twenty. */
const KILLS = Number(process.env.RAPPORTEUR_KILLS ?? 3);

test(`reading that is killed ${KILLS} times`, { timeout: 600_000 }, async () => {
  await inFolder(async (folder) => {
    const [reports, record, whole] = ['reports', 'killed.db', 'whole.db'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeReports(reports, REPORTS);
    const started = performance.now();
    expect((await rapporteur(['read', reports, '--record', whole, '--threads', '1'])).code).toBe(0);
    const full = performance.now() - started;
    let before: readonly string[] = [];
    let killed = 0;
    for (let n = 0; n < KILLS; n += 1) {
      // From the very start, when the file is made, to the end, when events are merged.
      killed += (await readAndKill(reports, record, (full * (n + 0.5)) / KILLS)) ? 1 : 0;
      if (!existsSync(record)) continue;
      const { ids, integrity, torn } = lookInto(record);
      expect(integrity).toBe('ok');
      expect(torn).toBe(0);
      expect(ids).toEqual(expect.arrayContaining([...before]));
      before = ids;
    }
    expect(killed).toBeGreaterThan(0);
    const { code, stderr } = await rapporteur(['read', reports, '--record', record, '--threads', '1']);
    expect(code).toBe(0);
    // What was recorded by then is not read again.
    if (before.length > 0) expect(stderr).toMatch(/unchanged|recorded by an earlier run/);
    expect(lookInto(record).ids).toHaveLength(REPORTS);
    expect(await exported(record)).toBe(await exported(whole));
  });
});

test(`an upgrade that is killed ${KILLS} times`, { timeout: 600_000 }, async () => {
  await inFolder(async (folder) => {
    const [reports, today, first, copy] = ['reports', 'today.db', 'first.db', 'copy.db'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    writeReports(reports, REPORTS);
    expect((await rapporteur(['read', reports, '--record', today, '--threads', '1'])).code).toBe(0);
    const { ids } = lookInto(today);
    asFirstSchema(today, first);
    copyFileSync(first, copy);
    const started = performance.now();
    expect((await rapporteur(['read', reports, '--record', copy, '--threads', '1'])).code).toBe(0);
    const full = performance.now() - started;
    for (let n = 0; n < KILLS; n += 1) {
      copyFileSync(first, copy);
      rmSync(`${copy}-wal`, { force: true });
      await readAndKill(reports, copy, full * (0.2 + (0.8 * n) / KILLS));
      // Either as it was or as it is to be, and whole.
      expect([1, SCHEMA_VERSION]).toContain(schemaOf(copy));
      expect(lookInto(copy)).toMatchObject({ ids, integrity: 'ok', torn: 0 });
    }
    expect((await rapporteur(['read', reports, '--record', copy, '--threads', '1'])).code).toBe(0);
    expect(schemaOf(copy)).toBe(SCHEMA_VERSION);
    expect(await exported(copy)).toBe(await exported(today));
  });
});

test('a reader and a writer side by side', { timeout: 300_000 }, async () => {
  await inFolder(async (folder) => {
    const [reports, record] = ['reports', 'shared.db'].map((name) => join(folder, name)) as [string, string];
    writeReports(reports, 120);
    writeReports(join(folder, 'few'), 5);
    expect((await rapporteur(['read', join(folder, 'few'), '--record', record])).code).toBe(0);
    const service = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0']);
    try {
      const url = await new Promise<string>((found, failed) => {
        service.stdout.setEncoding('utf8').on('data', (text: string) => {
          const [address] = /http:\S+/.exec(text) ?? [];
          if (address) found(address);
        });
        service.once('exit', () => failed(new Error('the service ended')));
      });
      const reading = rapporteur(['read', reports, '--record', record, '--threads', '1']);
      let done = false;
      const ended = reading.finally(() => {
        done = true;
      });
      const totals: number[] = [];
      while (!done) {
        for (const path of ['/api/record', '/api/timeline?limit=20', '/api/search?q=herring']) {
          const answer = await fetch(url + path);
          expect([path, answer.status]).toEqual([path, 200]);
          const body = (await answer.json()) as { documents?: number };
          if (path === '/api/record') totals.push(body.documents ?? 0);
        }
      }
      const { code, stderr } = await ended;
      expect(stderr).not.toMatch(/locked|cannot/);
      expect(code).toBe(0);
      expect(totals.length).toBeGreaterThan(1);
      expect(totals).toEqual([...totals].sort((a, b) => a - b));
    } finally {
      service.kill();
    }
  });
});
