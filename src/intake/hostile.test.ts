// Files that try to do harm: bombs, endless nesting, endless lines, ways out of archives, noise. All end in time with a
// fault or with documents.
import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../model/fault.ts';
import { openBytes } from './open.ts';
import { makeWarc, makeZip, zipBomb } from './testing/make-archives.ts';

/** Opens a file and gives the codes of its faults; anything that is thrown and no fault fails the test. */
async function codesOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const codes: string[] = [];
  try {
    await openBytes(bytes, name, ({ code }) => codes.push(code));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    codes.push(error.code);
  }
  return codes;
}

async function timed<T>(work: () => Promise<T>, most: number): Promise<T> {
  const started = performance.now();
  const result = await work();
  expect(performance.now() - started).toBeLessThan(most);
  return result;
}

const MIB = 1024 * 1024;
const pdfWith = (dictionary: string, stream: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${stream.length} ${dictionary} >>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
  ]);

describe('bombs', () => {
  const swollen = Buffer.alloc(64 * MIB, 'a');
  it.each([
    ['a gzip bomb', 'a.txt.gz', () => gzipSync(swollen), 'archive-limit'],
    ['a gzip bomb in a gzip', 'a.gz', () => gzipSync(gzipSync(swollen)), 'archive-limit'],
    ['a zip bomb', 'a.zip', () => zipBomb('a.txt', 64 * MIB), 'archive-limit'],
    [
      'a zip bomb in a zip',
      'b.zip',
      () => makeZip([{ name: 'a.zip', content: zipBomb('a.txt', 64 * MIB) }]),
      'archive-limit',
    ],
    [
      'a zip that lies about its size',
      'a.zip',
      () => makeZip([{ name: 'a.txt', content: swollen, declared: 100 }]),
      'file-broken',
    ],
    ['a Word document that swells', 'a.docx', () => zipBomb('word/document.xml', 64 * MIB), 'archive-limit'],
    [
      'a Word document that lies about its size',
      'a.docx',
      () => makeZip([{ name: 'word/document.xml', content: swollen, declared: 100 }]),
      'file-broken',
    ],
    ['a PDF that swells', 'a.pdf', () => pdfWith('/Filter /FlateDecode', deflateSync(swollen)), 'archive-limit'],
    [
      'a PDF packed twice',
      'a.pdf',
      () => pdfWith('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(swollen))),
      'archive-limit',
    ],
    [
      'a web archive that swells',
      'a.warc.gz',
      () => gzipSync(makeWarc([{ address: 'https://a.example/', type: 'text/html', body: swollen }])),
      'archive-limit',
    ],
  ])('%s', async (_, name, make, code) => {
    const bomb = make();
    const before = process.memoryUsage().rss;
    expect(await timed(() => codesOf(bomb, name), 5000)).toEqual([code]);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB);
  });

  it('opens archives in archives to a small depth', async () => {
    let bytes: Uint8Array = Buffer.from('Plain.');
    for (let i = 0; i < 8; i += 1) bytes = gzipSync(bytes);
    expect(await codesOf(bytes, 'a.gz')).toEqual(['archive-limit']);
    expect(await codesOf(gzipSync(gzipSync('Plain.')), 'a.gz')).toEqual([]);
  });

  it('refuses a gzip file that is cut', async () => {
    expect(await codesOf(gzipSync('Plain words.'.repeat(100)).subarray(0, -12), 'a.gz')).toEqual(['file-broken']);
  });
});

describe('ways out of an archive', () => {
  it.each(['../../etc/passwd.txt', '/etc/passwd.txt', 'a\\..\\..\\b.txt', 'C:/b.txt'])('%s', async (name) => {
    const codes = await codesOf(makeZip([{ name, content: 'x' }]), 'a.zip');
    // A backslash is a character like others in names, and no part is written anywhere.
    expect(codes).toEqual(/\\/.test(name) ? codes : ['file-broken']);
  });
});

describe('deep and long', () => {
  const deep = 200_000;
  it.each([
    ['JSON nested without end', 'a.json', '['.repeat(deep)],
    [
      'a JSON line nested without end',
      'a.jsonl',
      `{"id":"a","text":${'['.repeat(deep)}${']'.repeat(deep)}}\n{"id":"b"}`,
    ],
    ['a JSON line without end', 'a.jsonl', `{"text":"${'x'.repeat(40 * MIB)}`],
    ['a feed nested without end', 'a.rss', `<rss><channel>${'<item>'.repeat(deep)}`],
    [
      'a feed of nested markup',
      'a.rss',
      `<rss><channel><title>x</title><item><description>${'&lt;b&gt;'.repeat(deep)}</description></item></channel></rss>`,
    ],
    [
      'a feed without an end',
      'a.rss',
      `<rss version="2.0"><channel><title>x</title>${'<item><title>t</title></item>'.repeat(50_000)}`,
    ],
    ['a table of one row without end', 'a.csv', `id,text\n1,"${'x,\n'.repeat(2_000_000)}`],
    ['a table of a million separators', 'a.csv', `id,text\n${','.repeat(1_000_000)}`],
    ['a web archive of headers', 'a.warc', `WARC/1.0\r\n${'X: y\r\n'.repeat(500_000)}`],
    [
      'a web archive that promises more than it has',
      'a.warc',
      'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx',
    ],
  ])('%s', async (_, name, text) => {
    const bytes = Buffer.from(text);
    await timed(() => codesOf(bytes, name), 10_000);
  });

  it('reads a Word document nested without end', async () => {
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r>'.repeat(20_000)}`;
    const bytes = makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: xml },
    ]);
    await timed(() => codesOf(bytes, 'a.docx'), 10_000);
  });
});

describe('noise', () => {
  const names = fc.constantFrom(
    'a.pdf',
    'a.docx',
    'a.warc',
    'a.rss',
    'a.csv',
    'a.jsonl',
    'a.json',
    'a.html',
    'a.gz',
    'a',
  );
  const starts = fc.constantFrom(
    '', '%PDF-1.7\n', 'PK\x03\x04', 'WARC/1.0\r\nWARC-Type: response\r\n', '<rss><channel>', '<feed>', '{"id":1,', '[{', 'id,text\n',
    '<html>', '<?xml version="1.0"?><rdf:RDF>', '\ufeff', '{"version":"https://jsonfeed.org/version/1","items":[',
  ); // biome-ignore format: a list of beginnings

  it('gives documents or a fault for any bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(names, starts, fc.uint8Array({ maxLength: 300 }), async (name, start, rest) => {
        await codesOf(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name);
      }),
      { seed: 20_131_023, numRuns: 400 },
    );
  });

  it('gives documents or a fault for any markup', async () => {
    const piece = fc.constantFrom(
      '<item>', '</item>', '<title>', '</title>', '<![CDATA[', ']]>', '<!--', '-->', '&amp;', '&#x110000;', '<link href="', '"/>', '<!DOCTYPE',
      '<rss>', '<channel>', '</channel>', 'text ', '\0', '<a b=c>', "'", '"', ',', '\n', '{"text":"x"}', '\ud800', '<?xml', '?>',
    ); // biome-ignore format: a list of pieces
    await fc.assert(
      fc.asyncProperty(names, starts, fc.array(piece, { maxLength: 60 }), async (name, start, pieces) => {
        await codesOf(Buffer.from(start + pieces.join('')), name);
      }),
      { seed: 20_131_023, numRuns: 400 },
    );
  });

  it('gives documents or a fault for PDF and Word files with some bytes changed', async () => {
    const samples = ['2010-11-lisbon-joint-statement.pdf', '2009-12-brussels-communique.docx'].map(
      (name) => [name, readFileSync(new URL(`../../samples/${name}`, import.meta.url))] as const,
    );
    const change = fc.tuple(fc.nat(), fc.nat(255));
    const changes = fc.array(change, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), changes, fc.nat(3), async ([name, bytes], list, cut) => {
        const changed = Uint8Array.from(cut === 0 ? bytes.subarray(0, bytes.length / 2) : bytes);
        for (const [at, byte] of list) changed[at % changed.length] = byte;
        await timed(() => codesOf(changed, name), 10_000);
      }),
      { seed: 20_131_023, numRuns: 60 },
    );
  });

  it('gives documents or a fault for archives with a byte changed', async () => {
    const whole = [
      ['a.zip', makeZip([{ name: 'a.txt', content: 'Plain words.' }])],
      ['a.warc', makeWarc([{ address: 'https://a.example/b', type: 'text/plain', body: 'Plain words.' }])],
      ['a.warc.gz', makeWarc([{ address: 'https://a.example/b', type: 'text/plain', body: 'Plain words.' }], true)],
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.nat(255), async ([name, bytes], at, byte) => {
        const changed = Uint8Array.from(bytes);
        changed[at % changed.length] = byte;
        await codesOf(changed, name);
      }),
      { seed: 20_131_023, numRuns: 600 },
    );
  });
});
