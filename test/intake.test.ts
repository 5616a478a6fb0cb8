// Intake as a person meets it: tables that are read on after a kill, bombs and bad files beside good ones, addresses,
// folders that are watched.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { inFolder, ROOT, rapporteur } from './program.ts';

const MAIN = join(ROOT, 'dist/cli/main.js');
const start = (args: readonly string[], cwd: string) => {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return { child, texts };
};
const until = async (isSo: () => boolean) => {
  for (let i = 0; !isSo() && i < 500; i += 1) await new Promise((done) => setTimeout(done, 100));
};

/** How many documents stand in a record so far. */
function recorded(path: string): number {
  try {
    const record = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return record.prepare('SELECT count(*) FROM documents').pluck().get() as number;
    } finally {
      record.close();
    }
  } catch {
    // Not there yet, or not laid out yet.
    return 0;
  }
}

describe('read', () => {
  test('goes on in the middle of a large file after a kill', async () => {
    await inFolder(async (cwd) => {
      const rows = Array.from(
        { length: 200 },
        (_, i) => `d${i};"Norvia rejected offer ${i} of Sudria on Monday.";2011-07-04`,
      );
      writeFileSync(join(cwd, 'articles.csv'), ['id;body;pub_date', ...rows].join('\n'));
      const { child } = start(['read', 'articles.csv'], cwd);
      await until(() => recorded(join(cwd, 'rapporteur.db')) > 0);
      child.kill('SIGKILL');
      await once(child, 'close');
      const second = await rapporteur(['read', 'articles.csv'], { cwd });
      expect(second.code).toBe(0);
      const [, read, before] =
        /^Read (\d+) documents into rapporteur\.db; (\d+) documents recorded by an earlier run\.$/m.exec(
          second.stderr,
        ) ?? [];
      expect(Number(read) + Number(before)).toBe(200);
      expect(Number(before)).toBeGreaterThan(0);
      const third = await rapporteur(['read', 'articles.csv'], { cwd });
      expect(third.stderr).toBe('Read 0 documents into rapporteur.db; 1 file unchanged.\n');
    });
  });

  test('names each file that it cannot read with the cure, reads the others, and tries again', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'in'));
      const files: Readonly<Record<string, string | Uint8Array>> = {
        'a-bomb.txt.gz': gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a')),
        'b-cut.pdf': '%PDF-1.4 and no more',
        'c-table.csv': 'name,colour\na,b\n',
        'd-lines.jsonl': '{"id":"1","text":"Norvia met Sudria."}\n{"id":"2"}\n{\n',
        'e-picture.txt': Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
        'f-page.html': '<p>Norvia and Sudria met on Monday.</p>',
        'f-page.meta.json': '{"published":"yesterday"}',
        'g-good.txt': 'Norvia and Sudria met on Monday, 4 July 2011.',
      };
      for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, 'in', name), content);
      const { code, stderr } = await rapporteur(['read', 'in'], { cwd });
      expect(code).toBe(1);
      const lines = stderr.split('\n').filter((line) => line.startsWith('rapporteur: '));
      expect(lines).toEqual([
        expect.stringMatching(
          /in\/a-bomb\.txt\.gz: it unfolds to more than 200 times its size\. If it is no bomb, unpack/,
        ),
        expect.stringMatching(/in\/b-cut\.pdf as PDF: .+ save it anew\.$/),
        expect.stringMatching(
          /in\/c-table\.csv: no column holds the text; its columns are name, colour\. .+--columns text=/,
        ),
        expect.stringMatching(/in\/d-lines\.jsonl, line 2: "text" is missing; give/),
        expect.stringMatching(/in\/d-lines\.jsonl, line 3: /),
        expect.stringMatching(/in\/e-picture\.txt: it is image\/png/),
        expect.stringMatching(/in\/f-page\.meta\.json: "published": give a date as 2013-10-23/),
      ]);
      expect(stderr).toContain('Read 2 documents into rapporteur.db; 7 not readable.');
      const again = await rapporteur(['read', 'in/d-lines.jsonl', 'in/g-good.txt'], { cwd });
      expect(again.code).toBe(1);
      expect(again.stderr).toContain('1 file unchanged; 1 document recorded by an earlier run; 2 not readable.');
    });
  });

  test('says what it would read', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.jsonl'), '{"text":"One."}\n{"text":"Two."}\n');
      const { stdout, stderr, code } = await rapporteur(['read', 'a.jsonl', '--dry-run'], { cwd });
      expect(stdout).toBe('2 documents  a.jsonl\n');
      expect(stderr).toContain('Would read 2 documents into rapporteur.db; nothing was read or written.');
      expect(code).toBe(0);
    });
  });
});

describe('addresses', () => {
  test('are fetched from private networks only where that is allowed', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.end('<html><title>Norvia meets Sudria</title><p>Norvia and Sudria met on Monday.</p></html>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2011/07/04/talks.html`;
    try {
      const refused = await rapporteur(['intake', address]);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain(
        '127.0.0.1 is not public. If you mean a server of your own, allow it with --allow-private, as in: ',
      );
      const { stdout, code } = await rapporteur(['intake', address, '--allow-private', '--publisher', 'The Courier']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        id: 'talks',
        text: 'Norvia and Sudria met on Monday.',
        title: 'Norvia meets Sudria',
        publisher: 'The Courier',
        url: address,
      });
    } finally {
      server.close();
    }
  });
});

describe('watch', () => {
  test('reads what arrives in a folder, and ends cleanly with Ctrl-C', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'inbox'));
      const { child, texts } = start(['watch', 'inbox', '--poll', '1'], cwd);
      const sample = join(ROOT, 'samples/2011-07-delhi-talks.txt');
      copyFileSync(sample, join(cwd, 'inbox/talks.txt'));
      utimesSync(join(cwd, 'inbox/talks.txt'), 1e9, 1e9);
      await until(() => texts.stdout.includes('\n'));
      expect(texts.stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}read 1 document from inbox\/talks\.txt\n$/);
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
      const shown = await rapporteur(['show', 'events', '--json'], { cwd });
      expect(shown.code).toBe(0);
      expect(shown.stdout).toContain('REJECT');
    });
  });
});
