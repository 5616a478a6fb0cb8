import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openThread, type Thread } from './thread.ts';

type Task = 'answer' | 'fault' | 'loop' | 'swell' | 'throw';

const WORKER = `
module.exports = (task) => {
  while (task === 'loop');
  for (const held = []; task === 'swell'; ) held.push(new Array(1e5).fill(held.length));
  if (task === 'throw') throw new Error('no such page');
  if (task === 'fault') return { fault: { code: 'archive-limit', values: { path: 'a.pdf', reason: 'a bomb' } } };
  return { task };
};`;

let folder: string;
let thread: Thread<Task, { readonly task: Task }>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'));
  writeFileSync(join(folder, 'worker.cjs'), WORKER);
  thread = openThread(join(folder, 'worker.cjs'), { milliseconds: 5000, megabytes: 64 });
});
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true });
});

it('gives up what takes too long or too much, and goes on', { timeout: 60_000 }, async () => {
  const subject = { path: 'a.pdf', kind: 'PDF' };
  const tasks: readonly Task[] = ['answer', 'loop', 'answer', 'swell', 'answer', 'throw', 'fault', 'answer'];
  const told = await Promise.all(
    tasks.map((task) =>
      thread.run(task, subject).then(
        (value) => value.task,
        (error: Error) => error.message,
      ),
    ),
  );
  expect(told).toEqual([
    'answer',
    expect.stringMatching(/^cannot read a\.pdf as PDF: it took more than 5 s/),
    'answer',
    expect.stringMatching(/^cannot read a\.pdf as PDF: it took more than 64 MB of memory/),
    'answer',
    expect.stringMatching(/^cannot read a\.pdf as PDF: it failed with "no such page"/),
    expect.stringMatching(/^will not unpack a\.pdf: a bomb/),
    'answer',
  ]);
});
