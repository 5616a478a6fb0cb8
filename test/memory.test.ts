// What `code` takes of memory with two threads: one reader's, its networks twice, and little garbage.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, MAIN, ROOT } from './program.ts';

/** MiB. It takes 500; two whole readers with all the garbage that the collector leaves them take 674. */
const MOST = 580;

const STATES = ['Norway', 'Chad', 'Peru', 'Latvia', 'Kenya', 'Oman', 'Chile'];
const PEOPLE = ['Anna Berg', 'Marek Duda', 'Lucia Ferro', 'Tomas Lind', 'Petra Novak'];

function documentOf(n: number): string {
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const text = Array.from({ length: 14 }, (_, k) => {
    const [a, b, who] = [pick(STATES, n + k), pick(STATES, 3 * k + n + 1), pick(PEOPLE, n * k)];
    return (
      `Minister ${who} said on ${1 + (k % 28)} May that ${a} would sign the fisheries agreement with ${b}. ` +
      `Officials of ${a} and ${b} met in ${2000 + (k % 20)} to discuss ${n} border posts and the price of gas. ` +
      `"We will not accept a plan that leaves out one of the sides," ${who} said, and asked ${a} to answer ${b}.\n\n`
    );
  }).join('');
  return `${JSON.stringify({ id: `d${n}`, text })}\n`;
}

test('two threads take little more than one reader does', { timeout: 240_000 }, () =>
  inFolder(async (folder) => {
    const documents = join(folder, 'documents.jsonl');
    writeFileSync(documents, Array.from({ length: 140 }, (_, n) => documentOf(n)).join(''));
    const usage = join(folder, 'usage.json');
    const meter = join(ROOT, 'benchmarks/lib/usage.mjs');
    const program = spawn(process.execPath, ['--import', meter, MAIN, 'code', '--threads', '2', documents], {
      env: { ...process.env, BENCHMARK_USAGE: usage },
      stdio: 'ignore',
    });
    expect(await once(program, 'close')).toEqual([0, null]);
    const { memory } = JSON.parse(readFileSync(usage, 'utf8')) as { readonly memory: number };
    expect(memory).toBeLessThan(MOST);
    expect(memory).toBeGreaterThan(100);
  }),
);
