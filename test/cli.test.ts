// The commands as a person types them: help, errors with their cure, and the way from files to the record and out again.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, ROOT, rapporteur } from './program.ts';

const COMMANDS = [
  'intake',
  'code',
  'read',
  'show',
  'search',
  'as-of',
  'explain',
  'lexicon',
  'export',
  'backup',
  'serve',
];
const SAMPLE = join(ROOT, 'samples/2007-07-cfe-suspension-announced.txt');

describe('help', () => {
  test.each(COMMANDS)('%s --help has examples and exit codes', async (command) => {
    const { stdout, code } = await rapporteur([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: rapporteur ${command}`);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('Exit codes:');
  });

  test.each(['review', 'access'])('%s: every command under it has a help with examples', async (command) => {
    const { stdout } = await rapporteur([command, '--help']);
    const listed = /Commands:\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '';
    const names = [...listed.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name ?? '').filter((name) => name !== 'help');
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const help = (await rapporteur([command, name, '--help'])).stdout;
      expect(help).toContain(`Examples:\n  $ rapporteur ${command} `);
    }
    for (const line of listed.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('the program lists its commands', async () => {
    const { stdout } = await rapporteur(['--help']);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });
});

describe('errors', () => {
  test.each([
    ['an unknown command', ['frobnicate'], /unknown command/],
    ['an unknown option', ['code', '--frob'], /unknown option/],
    ['a number that is none', ['code', '--threads', 'many'], /whole number from 1 to 256/],
    ['a record that is not there', ['show', 'timeline', '--record', 'no.db'], /no record no\.db.*rapporteur read/],
    ['a file that is not there', ['code', 'no.jsonl'], /no file or folder no\.jsonl/],
    ['a record that is a folder', ['show', 'timeline', '--record', '.'], /^rapporteur: \. is a folder.*--record rapp/],
    ['an id that is missing', ['show', 'compare', '--record', 'no.db'], /takes the id of an event.*show events --ids/],
    ['a folder with nothing to read', ['read', '.'], /no file to read in the folder \.\. .*PDF/],
    ['a date that is none', ['show', 'events', '--record', 'no.db', '--from', 'May'], /2013-10-23|no record/],
  ])('%s: one line on stderr, exit code 2', async (_, args, message) => {
    await inFolder(async (cwd) => {
      const { stdout, stderr, code } = await rapporteur(args, { cwd });
      expect(stderr.trim().split('\n')[0]).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(stdout).toBe('');
      expect(code).toBe(2);
    });
  });

  test('a file that is no record is refused and not touched', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'notes.db'), 'just some notes, long enough to be taken for a file of pages');
      const { stderr, code } = await rapporteur(['read', SAMPLE, '--record', 'notes.db'], { cwd });
      expect(stderr).toMatch(/notes\.db is not a record/);
      expect(code).toBe(2);
    });
  });

  // Root may write everywhere, so the refusal cannot be seen there.
  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'closed'));
      chmodSync(join(cwd, 'closed'), 0o500);
      const { stderr, code } = await rapporteur(['read', SAMPLE, '--record', 'closed/r.db'], { cwd });
      expect(stderr).toMatch(/cannot write the record/);
      expect(code).toBe(2);
    });
  });

  test('a record where a folder stands', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'talks.db'));
      const { stderr, code } = await rapporteur(['read', SAMPLE, '--record', 'talks.db'], { cwd });
      expect(stderr).toMatch(/talks\.db.*--record/);
      expect(code).toBe(2);
    });
  });

  test('a port in use is named with the cure', async () => {
    const holder = createServer();
    const port = await new Promise<number>((listening) =>
      holder.listen(0, '127.0.0.1', () => listening((holder.address() as { port: number }).port)),
    );
    await inFolder(async (cwd) => {
      await rapporteur(['read', SAMPLE], { cwd });
      const { stderr, code } = await rapporteur(['serve', '--port', String(port)], { cwd });
      expect(stderr).toContain(`port ${port} on 127.0.0.1 is in use`);
      expect(stderr).toContain('--port');
      expect(code).toBe(2);
      // Without a record an empty one is begun, but for one that is named, which is more likely misspelt.
      const elsewhere = join(cwd, 'elsewhere');
      mkdirSync(elsewhere);
      const named = await rapporteur(['serve', '--record', 'tlaks.db', '--port', String(port)], { cwd: elsewhere });
      expect(named.stderr).toMatch(/there is no record tlaks\.db.*rapporteur read/);
      const readOnly = await rapporteur(['serve', '--read-only', '--port', String(port)], { cwd: elsewhere });
      expect(readOnly.stderr).toContain('there is no record rapporteur.db');
      expect(existsSync(join(elsewhere, 'rapporteur.db'))).toBe(false);
      const begun = await rapporteur(['serve', '--port', String(port)], { cwd: elsewhere });
      expect(begun.stderr).toContain('no record rapporteur.db: it is new and empty');
      const wanted = await rapporteur(['serve', '--record', 'talks.db', '--new', '--port', String(port)], {
        cwd: elsewhere,
      });
      expect(wanted.stderr).toContain('no record talks.db: it is new and empty');
      expect((await rapporteur(['show', 'documents', '--json'], { cwd: elsewhere })).stdout).toContain('"total": 0');
    });
    holder.close();
  });
});

describe('from files to the record and out again', () => {
  test('intake, read, show and export', async () => {
    await inFolder(async (cwd) => {
      const intake = await rapporteur(['intake', SAMPLE], { cwd });
      expect(JSON.parse(intake.stdout).id).toBe('2007-07-cfe-suspension-announced');

      mkdirSync(join(cwd, 'reports'));
      writeFileSync(
        join(cwd, 'reports/a.txt'),
        'DELHI, May 4, 2012 - India rejected the proposal, Foreign Minister S. M. Krishna said.\n',
      );
      writeFileSync(join(cwd, 'reports/b.pdf'), '%PDF-1.4 and no more');
      const first = await rapporteur(['read', 'reports', SAMPLE], { cwd });
      expect(first.stderr).toMatch(/b\.pdf/);
      expect(first.stderr).toContain('Read 2 documents into rapporteur.db; 1 not readable.');
      expect(first.code).toBe(1);

      const second = await rapporteur(['read', 'reports/a.txt', SAMPLE], { cwd });
      expect(second.stderr).toContain('Read 0 documents into rapporteur.db; 2 files unchanged.');
      expect(second.code).toBe(0);

      writeFileSync(join(cwd, 'reports/a.txt'), 'DELHI, May 4, 2012 - India accepted the proposal.\n');
      const third = await rapporteur(['read', 'reports/a.txt', SAMPLE], { cwd });
      expect(third.stderr).toContain(
        'Read 1 document into rapporteur.db; 1 in place of earlier readings; 1 file unchanged.',
      );

      for (const what of ['timeline', 'statements', 'events', 'entities']) {
        const { stdout, code } = await rapporteur(['show', what], { cwd });
        expect(code).toBe(0);
        const lines = stdout.trimEnd().split('\n');
        expect(lines.length).toBeGreaterThan(3);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
        const json = JSON.parse((await rapporteur(['show', what, '--json'], { cwd })).stdout);
        expect(json.items.length).toBeGreaterThan(0);
      }

      const exported = await rapporteur(['export', '--to', 'json'], { cwd });
      const record = JSON.parse(exported.stdout);
      expect(Object.keys(record)).toEqual([
        'format',
        'documents',
        'entities',
        'statements',
        'events',
        'agreements',
        'meetings',
        'activities',
        'positions',
        'threads',
        'reviews',
      ]);
      expect(record.documents).toHaveLength(2);
      const again = await rapporteur(['export', '--to', 'json'], { cwd });
      expect(again.stdout).toBe(exported.stdout);
    });
  });

  test('explain names the words, the roles and the entry that made an event', async () => {
    const { stdout } = await rapporteur(['explain', 'On Monday India rejected the offer of Pakistan.']);
    expect(stdout).toMatch(/event v1 +REJECT/);
    expect(stdout).toContain('trigger “rejected”');
    expect(stdout).toContain('India → Pakistan');
    expect(stdout).toMatch(/rule: verbs-\w+\.tsv reject/);
  });

  test('every sample is read', async () => {
    await inFolder(async (cwd) => {
      const { stderr, code } = await rapporteur(['read', join(ROOT, 'samples')], { cwd });
      expect(stderr).toContain('Read 16 documents');
      expect(code).toBe(0);
    });
  });
});
