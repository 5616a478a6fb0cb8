import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteFile } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPiece } from './parquet-piece.ts';
import { createReadingsFile } from './parquet-readings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function documentsIn(path: string): Promise<readonly unknown[]> {
  const documents: unknown[] = [];
  for (let total = 1; documents.length < total; ) {
    const piece = await readPiece({ path, from: documents.length });
    expect(piece.lines.length).toBeLessThanOrEqual(1000);
    documents.push(...piece.lines.map((line) => JSON.parse(line) as unknown));
    total = piece.total;
  }
  return documents;
}

test('a row is a document, with dates as days and what is not there left out', async () => {
  const filename = join(folder, 'documents.parquet');
  parquetWriteFile({
    filename,
    columnData: [
      { name: 'id', data: [1n, 2n], type: 'INT64' },
      { name: 'text', data: ['Norway signed.', 'Oslo refused.'], type: 'STRING' },
      { name: 'published', data: [new Date('2013-10-23'), null], type: 'TIMESTAMP', nullable: true },
      { name: 'length', data: [3, 4], type: 'INT32' },
    ],
  });
  expect(await documentsIn(filename)).toEqual([
    { id: '1', text: 'Norway signed.', published: '2013-10-23' },
    { id: '2', text: 'Oslo refused.', published: null },
  ]);
});

test('all rows come in order, whatever the row groups', async () => {
  const filename = join(folder, 'many.parquet');
  const ids = Array.from({ length: 2500 }, (_, n) => `d${n}`);
  const columnData = [
    { name: 'id', data: ids, type: 'STRING' as const },
    { name: 'text', data: ids.map((id) => `Text of ${id}.`), type: 'STRING' as const },
  ];
  parquetWriteFile({ filename, columnData, rowGroupSize: 700 });
  expect(await documentsIn(filename)).toEqual(ids.map((id) => ({ id, text: `Text of ${id}.` })));
});

test('a file without the columns, and one that is none, are told by name', async () => {
  const filename = join(folder, 'other.parquet');
  parquetWriteFile({ filename, columnData: [{ name: 'body', data: ['x'], type: 'STRING' }] });
  await expect(documentsIn(filename)).rejects.toMatchObject({ code: 'columns-missing', values: { known: 'body' } });
  writeFileSync(join(folder, 'broken.parquet'), 'PAR1 this is no Parquet at all PAR1');
  await expect(documentsIn(join(folder, 'broken.parquet'))).rejects.toMatchObject({ code: 'file-broken' });
});

test('readings and errors become rows of a file that is there only when it is whole', async () => {
  const path = join(folder, 'readings.parquet');
  const reading = {
    format: 1,
    id: 'a',
    document: { publisher: 'Wire', published: { value: '2013-10', basis: 'given' } },
    sentences: [{ span: [0, 5] }],
    statements: [],
    events: [{}, {}],
  };
  const output = createReadingsFile(path);
  for (let n = 0; n < 1200; n += 1) await output.add(JSON.stringify({ ...reading, id: `a${n}` }));
  await output.add(JSON.stringify({ id: null, error: { code: 'line-not-json', message: 'no' } }));
  expect(readdirSync(folder)).not.toContain('readings.parquet');
  await output.finish();
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  expect(rows).toHaveLength(1201);
  expect(rows[1199]).toMatchObject({ id: 'a1199', published: '2013-10', publisher: 'Wire', sentences: 1, events: 2 });
  expect(JSON.parse(String(rows[7]?.reading))).toEqual({ ...reading, id: 'a7' });
  expect(rows[1200]).toMatchObject({ id: null, error: 'line-not-json', reading: null });
  const dropped = createReadingsFile(join(folder, 'dropped.parquet'));
  await dropped.add(JSON.stringify(reading));
  dropped.discard();
  expect(readdirSync(folder).filter((name) => name.startsWith('dropped'))).toEqual([]);
  expect(() => createReadingsFile(join(folder, 'none', 'x.parquet'))).toThrow('cannot write');
});
