// The pack: what it carries proves itself with nothing but Node, and shows every change.
import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { saveFolder } from '../../cli/save.ts';
import { DEALINGS } from '../testing/dealings.ts';
import { bytesOf, formatNamed, withRecord } from '../testing/export.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
  await withRecord(DEALINGS, (record) => saveFolder(formatNamed('pack').files(record), folder));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = () =>
  new Promise<{ code: number; out: string }>((done) => {
    const child = execFile(process.execPath, [join(folder, 'check.mjs')], { cwd: tmpdir(), env: {} }, (_, out) =>
      done({ code: child.exitCode ?? -1, out }),
    );
  });

describe('a pack', () => {
  it('finds itself whole', async () => {
    const { code, out } = await check();
    expect(out).toMatch(
      /^1[0-9] facts, \d+ quotations, 2 sources, 0 faults\.\nFingerprint of the pack \(SHA-256 of manifest\.json\): [0-9a-f]{64}\n$/,
    );
    expect(code).toBe(0);
  });

  it.each<[string, () => void, RegExp]>([
    ['a changed source', () => appendFileSync(source(), '!'), /^changed: sources\//m],
    [
      'a source whose words moved',
      () => writeFileSync(source(), ` ${readFileSync(source(), 'utf8')}`),
      /the words are not in/,
    ],
    ['a source that is gone', () => unlinkSync(source()), /^missing: sources\//m],
    ['an added file', () => writeFileSync(join(folder, 'sources/more.txt'), ''), /^added: sources\/more\.txt$/m],
    [
      'a changed fact',
      () => writeFileSync(facts(), readFileSync(facts(), 'utf8').replace('"planned"', '"actual"')),
      /^changed: facts\.jsonl$/m,
    ],
  ])('shows %s', async (_, change, message) => {
    change();
    const { code, out } = await check();
    expect(out).toMatch(message);
    expect(code).toBe(1);
  });

  it('is the same in an archive, to the byte each time', async () => {
    const archive = () => withRecord(DEALINGS, (record) => bytesOf(formatNamed('pack').pieces(record)));
    const first = await archive();
    expect((await archive()).equals(first)).toBe(true);
    const entries = await entriesOf(first);
    expect([...entries.keys()].sort()).toEqual(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort(),
    );
    for (const [name, bytes] of entries) expect(bytes.equals(readFileSync(join(folder, name))), name).toBe(true);
  });
});

const source = () => join(folder, 'sources', readdirSync(join(folder, 'sources')).sort()[0] ?? '');
const facts = () => join(folder, 'facts.jsonl');

function entriesOf(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((done, failed) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error);
      const entries = new Map<string, Buffer>();
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, async (fault, stream) => {
          if (fault) return failed(fault);
          entries.set(entry.fileName, await bytesOf(stream as AsyncIterable<Uint8Array>));
          zip.readEntry();
        });
      });
      zip.on('end', () => done(entries));
      zip.readEntry();
    });
  });
}
