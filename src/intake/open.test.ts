// Opening files: each kind by what the project's samples and small made-up files hold, each fault by what causes it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from './content.ts';
import { openBytes, openFile } from './open.ts';
import { walk } from './walk.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

/** A page with a line drawn across it. */
const PDF_WITHOUT_TEXT = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R>> endobj
4 0 obj <</Length 19>> stream
0 0 m 200 200 l S n
endstream endobj
trailer <</Root 1 0 R>>
%%EOF`;

describe('openFile', () => {
  it('keeps plain text to the letter', async () => {
    const text = '# A\r\n\r\n\tb  \u00a0 \n';
    expect(await openFile(await file('a.b.md', text))).toEqual([{ id: 'a.b', text }]);
  });

  it('reads the documents of JSON and JSON Lines', async () => {
    expect(await openFile(await file('one.json', '{"text":"x"}'))).toEqual([{ id: 'one', text: 'x' }]);
    expect(await openFile(await file('two.json', '[{"id":"a","text":"x"},{"id":"b","text":"y"}]'))).toHaveLength(2);
    expect(await openFile(await file('three.jsonl', '{"id":"a","text":"x"}\n\n{"id":"b","text":"y"}\n'))).toHaveLength(
      2,
    );
  });

  it('reads a Word document', async () => {
    const [document] = await openFile(sample('2009-12-brussels-communique.docx'));
    expect(document?.title).toBe(
      'Communiqué on the meeting of the NATO-Russia Council at the level of foreign ministers',
    );
    expect(document?.text).toContain(
      '\n\n10. The next meeting at this level is expected to take place in the spring of 2010.\n\n',
    );
    expect(document?.text).toContain(
      '\n\nOperation Active Endeavour; NATO, Russia; Russian ship invited to join the patrol',
    );
  });

  it('reads a PDF: paragraphs across pages, no running heads', async () => {
    const [document] = await openFile(sample('2010-11-lisbon-joint-statement.pdf'));
    expect(document?.title).toBe('Joint statement of the NATO-Russia Council, Lisbon, 20 November 2010');
    expect(document?.text).toMatch(
      /^Joint statement of the NATO-Russia Council at the level of heads of state and government\n\n/,
    );
    const paragraphs = document?.text.split('\n\n') ?? [];
    expect(paragraphs.filter((paragraph) => /^\d+\. /.test(paragraph))).toHaveLength(12);
    expect(paragraphs.every((paragraph) => !/\n|^\d+$/.test(paragraph))).toBe(true);
  });

  it('reads a PDF with a title of two lines', async () => {
    const [document] = await openFile(sample('2016-07-after-warsaw.pdf'));
    expect(document?.text).toContain('\n\nAfter Warsaw: battalions by rotation, dialogue by appointment\n\n');
  });

  it('reads a page without what the site put around it', async () => {
    const [document] = await openFile(sample('2008-08-no-business-as-usual.html'));
    expect(document).toMatchObject({
      id: '2008-08-no-business-as-usual',
      title: 'NATO freezes council with Russia over Georgia',
      published: '2008-08-21',
      publisher: 'The Meridian Dispatch',
      author: 'Clara Beaumont',
    });
    expect(document?.text).toMatch(/^BRUSSELS – NATO will hold no more meetings/);
    expect(document?.text).toMatch(/brokered the ceasefire last week\.$/);
    expect(document?.text).not.toMatch(/Log in|Most read|Photo:|What Bucharest promised/);
  });

  it('finds date, publisher and author that a page only shows', async () => {
    const [document] = await openFile(sample('2011-11-kaliningrad-warning.html'));
    expect(document).toMatchObject({ published: '2011-11-23', publisher: 'Baltic Ledger OÜ', author: 'Liina Rebane' });
  });
});

describe('faults', () => {
  it.each([
    ['a.xyz', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-kind'],
    ['b.pdf', '', 'file-broken'],
    ['a.pdf', '%PDF-1.4 and no more', 'file-broken'],
    ['scan.pdf', PDF_WITHOUT_TEXT, 'file-no-text'],
    ['blank.txt', ' \n\u00a0\n', 'file-no-text'],
    ['blank.html', '<html><body><p> </p></body></html>', 'file-no-text'],
    ['a.docx', 'PK\x03\x04 no zip', 'file-broken'],
    ['b.docx', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'), 'file-broken'],
    ['a.json', '{', 'file-broken'],
    ['b.json', '[{"id":"a"}]', 'line-not-document'],
    ['a.jsonl', '{"id":"a","text":""}\n{', 'line-not-json'],
    ['b.jsonl', '7', 'line-not-document'],
  ])('%s', async (name, content, code) => {
    await expect(openFile(await file(name, content))).rejects.toMatchObject({ name: 'Fault', code });
  });

  it('names the line', async () => {
    await expect(openFile(await file('c.jsonl', '{"id":"a","text":""}\n{'))).rejects.toThrow(/c\.jsonl, line 2: /);
    const refused: string[] = [];
    const path = await file('d.jsonl', '{\n{"id":"a","text":""}\n[]\n{"id":"b","text":""}');
    const documents = await openFile(path, (fault) => refused.push(fault.message));
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(refused).toEqual([expect.stringContaining('line 1'), expect.stringContaining('line 3')]);
  });

  it('refuses a PDF that is cut in the middle, or reads what is left of it', async () => {
    const bytes = await readBytes(sample('2010-11-lisbon-joint-statement.pdf'));
    const read = openBytes(bytes.subarray(0, 900), 'cut.pdf');
    await expect(read).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('tells a missing file from one that cannot be read', async () => {
    await expect(openFile(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'file-missing' });
    await expect(openFile(folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

describe('walk', () => {
  it('goes through folders by name and says what it passes over', async () => {
    const root = join(folder, 'walk');
    await mkdir(join(root, 'b', '.hidden'), { recursive: true });
    for (const name of ['z.txt', 'A.HTML', 'c.xyz', '.secret.txt', 'b/a.pdf', 'z.txt.meta.json', 'plain']) {
      await writeFile(join(root, name), '');
    }
    await writeFile(join(root, 'page.aspx'), '<!DOCTYPE html><title>x</title>');
    await mkdir(join(root, 'a_files'));
    const { files, skipped } = await walk([join(root, 'z.txt'), root]);
    expect(files.map((path) => path.slice(root.length + 1))).toEqual([
      'z.txt',
      'A.HTML',
      'page.aspx',
      'plain',
      'z.txt',
      'b/a.pdf',
    ]);
    expect(skipped.map(({ path, reason }) => [path.slice(root.length + 1), reason])).toEqual([
      ['.secret.txt', 'hidden'],
      ['a_files', 'parts of a saved page'],
      ['c.xyz', 'of a kind that is not read'],
      ['z.txt.meta.json', 'tells of the file beside it'],
      ['b/.hidden', 'hidden'],
    ]);
    expect((await walk([`${root}/./z.txt`])).files).toEqual([join(root, 'z.txt')]);
    await expect(walk([join(root, 'none')])).rejects.toMatchObject({ code: 'file-missing' });
    await expect(walk(['/dev/null'])).rejects.toMatchObject({ code: 'file-kind' });
  });
});
