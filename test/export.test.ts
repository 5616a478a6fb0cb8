// `rapporteur export` as a person uses it: files, folders and archives, parts of the record, and what goes wrong.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFolder, ROOT, rapporteur } from './program.ts';

const SAMPLES = ['2008-08-no-business-as-usual.html', '2011-07-delhi-talks.txt'].map((name) =>
  join(ROOT, 'samples', name),
);

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'rapporteur-export-'));
  expect((await rapporteur(['read', ...SAMPLES], { cwd })).code).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]) => rapporteur(['export', ...args], { cwd });

describe('where an export goes', () => {
  test('to standard output, a file, a folder and an archive', async () => {
    const piped = await run('--to', 'gdelt');
    expect(piped.code).toBe(0);
    for (const line of piped.stdout.trimEnd().split('\n')) expect(line.split('\t')).toHaveLength(61);
    expect(piped.stderr).toMatch(/^Left out: .*--all takes in what it can\.$/m);

    const saved = await run('--to', 'gdelt', '-o', 'events.csv');
    expect(saved.stdout).toBe('');
    expect(saved.stderr).toContain('Wrote events.csv.');
    expect(readFileSync(join(cwd, 'events.csv'), 'utf8')).toBe(piped.stdout);

    const folder = await run('--to', 'csv', '-o', 'tables');
    expect(folder.stderr).toContain('Wrote 13 files into tables.');
    expect(readdirSync(join(cwd, 'tables'))).toContain('meetings.csv');
    expect(readFileSync(join(cwd, 'tables/README.txt'), 'utf8')).toContain('meetings.csv');
    const one = await run('--to', 'csv', '--table', 'meetings');
    expect(one.stdout).toBe(readFileSync(join(cwd, 'tables/meetings.csv'), 'utf8'));
    const main = await run('--to', 'csv');
    expect(main.stdout).toBe(readFileSync(join(cwd, 'tables/events.csv'), 'utf8'));
    expect(main.stderr).toContain('This is the table "events" alone');

    mkdirSync(join(cwd, 'here'));
    await run('--to', 'ics', '-o', 'here');
    expect(readdirSync(join(cwd, 'here'))).toEqual(['record.ics']);

    for (const format of ['csv', 'parquet', 'pack']) {
      expect((await run('--to', format, '-o', `${format}.zip`)).code).toBe(0);
      expect(
        readFileSync(join(cwd, `${format}.zip`))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    await run('--to', 'pack', '-o', 'evidence');
    const checked = execFileSync(process.execPath, [join(cwd, 'evidence/check.mjs')], { encoding: 'utf8' });
    expect(checked).toContain('2 sources, 0 faults.');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('an export that fails leaves the earlier one and names the place', async () => {
    const { stderr, code } = await run('--to', 'json', '-o', 'no/such/folder/record.json');
    expect(stderr).toMatch(/^rapporteur: cannot write no\/such\/folder\/record\.json: no such file or directory/);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });
});

describe('a part of the record', () => {
  test('by date, type, actor, pair, document and date of knowledge', async () => {
    const rows = async (...args: string[]) => {
      const { stdout, stderr, code } = await run('--to', 'csv', ...args);
      expect(`${code} ${stderr}`).toMatch(/^0 /);
      return stdout.trimEnd().split('\r\n').slice(1);
    };
    const all = await rows();
    for (const args of [
      ['--from', '2011', '--until', '2011-12'],
      ['--type', 'REJECT', '--type', 'SANCTION'],
      ['--actor', 'India'],
      ['--actor', 'RUS'],
      ['--pair', 'india, PAK'],
      ['--document', '2011-07-delhi-talks'],
      ['--as-of', '2010'],
      ['--known', '2010'],
    ]) {
      const part = await rows(...args);
      expect(part.length, args.join(' ')).toBeGreaterThan(0);
      expect(part.length, args.join(' ')).toBeLessThan(all.length);
      for (const row of part) if (!args.includes('--known')) expect(all).toContain(row);
    }
    expect((await rows('--pair', 'india, PAK')).join()).not.toContain('NATO');
  });
});

describe('what goes wrong', () => {
  test.each([
    ['no format', [], /--to cannot be empty: known are json, csv/],
    ['an unknown format', ['--to', 'xls'], /no export format "xls"\. Known are: json, csv/],
    ['an unknown table', ['--to', 'csv', '--table', 'x'], /--table cannot be "x": csv has events, statements/],
    ['a table of a format without', ['--to', 'ics', '--table', 'x'], /ics has no tables/],
    ['an unknown type', ['--to', 'csv', '--type', 'HUG'], /Known are AGREE, CONSULT/],
    ['one name for a pair', ['--to', 'csv', '--pair', 'India'], /two names with a comma/],
    ['an unknown actor', ['--to', 'csv', '--actor', 'Atlantis'], /--actor takes a name.* and "Atlantis" is none/],
    ['an unknown document', ['--to', 'csv', '--document', 'none'], /--document cannot be "none"/],
    [
      'a time that ends before it begins',
      ['--to', 'csv', '--table', 'events', '--from', '2014', '--until', '2013'],
      /--from cannot be 2014: it is later than --until 2013/,
    ],
    ['a date that is none', ['--to', 'csv', '--until', '2013-02-30'], /date of the calendar/],
  ])('%s: one line with the cure, exit code 2', async (_, args, message) => {
    const { stdout, stderr, code } = await run(...args);
    expect(stderr.trim().split('\n')[0]).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('the list of formats needs no record', async () => {
    await inFolder(async (cwd) => {
      const { stdout, code } = await rapporteur(['export', '--list'], { cwd });
      expect(code).toBe(0);
      for (const name of ['json', 'polecat', 'web-annotation', 'pack'])
        expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    });
  });

  test('a reader that goes away ends the export quietly', async () => {
    writeFileSync(
      join(cwd, 'run.sh'),
      `"${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" export --to json | head -c 10`,
    );
    expect(execFileSync('sh', ['run.sh'], { cwd, encoding: 'utf8' })).toBe('{"format":');
  });
});
