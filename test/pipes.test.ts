// `code` in pipes of other programs: the worked examples of docs/scale.md, run as they stand there.
import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentLines } from './fleet/documents.ts';
import { MAIN, ROOT, rapporteur } from './program.ts';

const GUIDE = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');
const EXAMPLES = [...GUIDE.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines = '']) => lines);
const LINES = documentLines(12).trimEnd().split('\n');
const TIMEOUT = { timeout: 120_000 };

let folder: string;
let env: NodeJS.ProcessEnv;
let readings: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-pipes-'));
  // The program under the name that the examples call it by.
  writeFileSync(join(folder, 'rapporteur'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(join(folder, 'rapporteur'), 0o755);
  env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  writeFileSync(join(folder, 'articles.jsonl'), `${LINES.join('\n')}\n`);
  readings = (await rapporteur(['code', '--threads', '1', join(folder, 'articles.jsonl')])).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shell = (script: string) => promisify(execFile)('bash', ['-ec', script], { cwd: folder, env });
const parquetFiles = () => readdirSync(folder).filter((name) => name.endsWith('.parquet'));
const PARTS = ['part-aa.jsonl.readings.parquet', 'part-ab.jsonl.readings.parquet', 'part-ac.jsonl.readings.parquet'];

test('xargs reads parts side by side, and afterwards those that are missing', TIMEOUT, async () => {
  const [all = '', missing = ''] = EXAMPLES;
  await shell(all.replace('--lines 20000', '--lines 4'));
  expect(parquetFiles()).toEqual(PARTS);
  const before = readFileSync(join(folder, PARTS[1] ?? ''));
  rmSync(join(folder, PARTS[1] ?? ''));
  await shell(missing);
  expect(parquetFiles()).toEqual(PARTS);
  expect(readFileSync(join(folder, PARTS[1] ?? '')).equals(before)).toBe(true);
});

test('GNU parallel reads parts, and a stream whose order it keeps', TIMEOUT, async () => {
  await shell('command -v parallel').catch(() => {
    throw new Error('There is no GNU parallel on this machine. Install it (Debian: apt-get install parallel).');
  });
  for (const part of parquetFiles()) rmSync(join(folder, part));
  const [, , parts = '', stream = ''] = EXAMPLES;
  await shell(parts);
  expect(parquetFiles()).toEqual(PARTS);
  await shell(stream.replace('--block 10M', '--block 1k'));
  expect(readFileSync(join(folder, 'readings.jsonl'), 'utf8')).toBe(readings);
});

/** As Spark's `RDD.pipe`: a process for each partition, a line for each element, and any end but 0 fails the job. */
function piped(command: readonly string[], partition: readonly string[]): Promise<readonly string[]> {
  return new Promise((done, reject) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? done(out.split('\n').slice(0, -1)) : reject(new Error(`ended with ${code}`)),
    );
    child.stdin.end(partition.map((line) => `${line}\n`).join(''));
  });
}

test('partitions piped as Spark does give a reading for each element', TIMEOUT, async () => {
  const command = JSON.parse(`[${/\.pipe\(Seq\((.+)\)\)/.exec(GUIDE)?.[1]}]`) as string[];
  const partitions = [LINES.slice(0, 5), [], LINES.slice(5)];
  const parts = await Promise.all(partitions.map((partition) => piped(command, partition)));
  expect(parts.map((part) => part.length)).toEqual([5, 0, 7]);
  expect(`${parts.flat().join('\n')}\n`).toBe(readings);
  const [error, reading] = await piped(command, ['{"id": "broken"', LINES[0] ?? '']);
  expect(error).toContain('line-not-json');
  expect(`${reading}\n`).toBe(readings.slice(0, readings.indexOf('\n') + 1));
});
