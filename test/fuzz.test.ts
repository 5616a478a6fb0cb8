// Everything that comes from outside and is not a file for intake (whose own tests do those): lines for `code`, tasks of the
// queue, Parquet, requests to the service; and exports, read back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetWriteFile } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatNamed, textOf } from '../src/exports/testing/export.ts';
import { codeLines } from '../src/fleet/code-lines.ts';
import { parseTask } from '../src/fleet/queue/task.ts';
import { createReader, type Reader } from '../src/reader.ts';
import { type OpenRecord, openRecord } from '../src/record/record.ts';
import { createApp } from '../src/service/app.ts';
import { ENDPOINTS } from '../src/service/endpoints.ts';
import { createLog } from '../src/service/operation/log.ts';
import { changed, hostileText, line } from './fuzz/inputs.ts';
import { fuzz } from './fuzz/seeds.ts';

let folder: string;
let reader: Reader;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  reader = await createReader();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What one input of the sizes above may take at the most, in milliseconds, on a busy machine. */
const LONGEST = 10_000;

/** As text that is stored or sent has it: U+FFFD for each half of a pair. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  expect(performance.now() - begun).toBeLessThan(LONGEST);
  return result;
}

test('any line gives one line: a reading whose spans lie in the text, or an error', { timeout: 300_000 }, async () => {
  await fuzz(
    'lines',
    5,
    fc.asyncProperty(line, async (input) => {
      const { lines } = await inTime(() => codeLines(reader, [input], true));
      expect(lines).toHaveLength(1);
      const output = lines[0] ?? '';
      expect(output).not.toContain('\n');
      const coded = JSON.parse(output);
      if ('error' in coded) {
        expect(['line-not-json', 'line-not-document']).toContain(coded.error.code);
        return;
      }
      const { text } = JSON.parse(input);
      for (const { span } of [...coded.sentences, ...coded.tokens.flat(), ...coded.times]) {
        expect(0 <= span[0] && span[0] < span[1] && span[1] <= text.length).toBe(true);
      }
    }),
  );
});

test('any bytes in the queue are a task or told to be none', async () => {
  const envelope = fc
    .record({ path: fc.string(), hash: fc.string(), document: line }, { requiredKeys: [] })
    // The document as the text of JSON that it is, whole or broken.
    .map(({ path, hash, document }) => {
      const fields = { path: JSON.stringify(path), hash: JSON.stringify(hash), document };
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      return new TextEncoder().encode(`{${given.map(([name, value]) => `"${name}":${value}`).join()}}`);
    });
  await fuzz(
    'tasks',
    200,
    fc.asyncProperty(fc.oneof(envelope, fc.uint8Array()), async (bytes) => {
      const parsed = parseTask(bytes);
      if (parsed.ok) expect(parsed.task.document.id.length).toBeGreaterThan(0);
      else expect(parsed.reason.length).toBeGreaterThan(0);
    }),
  );
});

/** As built, since a thread cannot be made of what is not. */
const builtParquet = async () =>
  (await import('../dist/fleet/parquet-documents.js' as string)) as {
    linesOfParquet: (path: string, milliseconds: number) => AsyncGenerator<string>;
  };

function parquetColumns() {
  const ids = Array.from({ length: 40 }, (_, n) => `d${n}`);
  return ['id', 'text', 'title'].map((name) => ({ name, type: 'STRING' as const, data: ids }));
}

test('a changed Parquet file gives lines or a fault', { timeout: 600_000 }, async () => {
  const { linesOfParquet } = await builtParquet();
  const path = join(folder, 'documents.parquet');
  parquetWriteFile({ filename: path, columnData: parquetColumns() });
  await fuzz(
    'parquet',
    40,
    fc.asyncProperty(changed(readFileSync(path)), async (bytes) => {
      writeFileSync(path, bytes);
      const all = async () => {
        for await (const row of linesOfParquet(path, 3000)) JSON.parse(row);
      };
      const error = await inTime(() =>
        all().then(
          () => null,
          (reason: unknown) => reason,
        ),
      );
      if (error !== null) expect(error).toMatchObject({ code: expect.stringMatching(/^(?:file|columns)-/) });
    }),
  );
});

test('a Parquet file whose page claims billions of values is given up', { timeout: 60_000 }, async () => {
  const { linesOfParquet } = await builtParquet();
  const path = join(folder, 'claims.parquet');
  parquetWriteFile({ filename: path, columnData: parquetColumns() });
  const bytes = readFileSync(path);
  // The number of values in the header of the first page goes on into the next byte.
  bytes[16] = 128;
  writeFileSync(path, bytes);
  const rows = async () => {
    for await (const _ of linesOfParquet(path, 2000));
  };
  await expect(inTime(rows)).rejects.toMatchObject({
    code: 'file-broken',
    values: { reason: expect.stringContaining('took more than 2 s') },
  });
});

const withRecord = async (texts: readonly string[], work: (record: OpenRecord) => Promise<void>) => {
  const record = await openRecord(':memory:');
  for (const [n, text] of texts.entries()) {
    const document = { id: `d${n}`, text, title: text.slice(0, 30), published: '2012-05' };
    await record.add(document, await reader.read(document), { path: `d${n}.txt`, hash: String(n), version: '1' });
  }
  await work(record);
  await record.close();
};

test('any request is answered or refused, and none breaks the service', { timeout: 240_000 }, async () => {
  await withRecord(['Norway rejected the offer of Kenya on 3 May 2011.'], async (record) => {
    const log = createLog('silent');
    const app = createApp({ record, version: '1', webRoot: folder, loopbackOnly: true, log });
    const names = [
      'actor',
      'recipient',
      'from',
      'to',
      'text',
      'q',
      'limit',
      'offset',
      'kind',
      'by',
      'pair',
      'world',
      'known',
    ];
    const value = fc.oneof(
      hostileText,
      fc.constantFrom(
        '2013-02-30',
        '-1',
        '1e9',
        '99999999999999999999',
        'NaN',
        "' OR 1=1 --",
        '%',
        '_',
        '"',
        'a* OR (',
        'NEAR(',
      ),
      fc.string(),
    );
    const request = fc.tuple(
      fc.constantFrom(
        ...ENDPOINTS.map(({ path }) => path),
        '/api/export',
        '/metrics',
        '/health',
        '/api/nothing',
        '/..%2f..%2fetc/passwd',
      ),
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 }),
      value,
    );
    await fuzz(
      'api',
      150,
      fc.asyncProperty(request, async ([path, query, id]) => {
        const url = new URL(`http://localhost${path.replace(':id', encodeURIComponent(wellFormed(id)))}`);
        for (const [name, given] of query) url.searchParams.append(name, given);
        const response = await inTime(async () => app.request(url.href, { headers: { host: 'localhost' } }));
        expect([200, 400, 404], `${url.href}: ${await response.text()}`).toContain(response.status);
      }),
    );
  });
});

test('exports hold any text so that it can be read back', { timeout: 300_000 }, async () => {
  const exportedAs = (name: string, record: OpenRecord) => textOf(formatNamed(name).pieces(record));
  await fuzz(
    'exports',
    1,
    fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 3 }), async (texts) => {
      await withRecord(texts, async (record) => {
        const whole = JSON.parse(await exportedAs('json', record));
        expect(whole.documents).toHaveLength(texts.length);
        for (const { id, text } of whole.documents) expect(text).toBe(wellFormed(texts[Number(id.slice(1))] ?? ''));
        const rows = parse(await exportedAs('csv', record), { columns: true }) as unknown[];
        expect(rows).toHaveLength((await record.events()).total);
      });
    }),
  );
});
