// Who answers the service's questions: threads beside its own say what it says itself, see what was written, and may die.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../src/record/record.ts';
import { tell } from '../src/record/testing/build.ts';
import { MEETING, REFUSAL, SAMPLES } from '../src/record/testing/samples.ts';
import type { Answerer, Question } from '../src/service/answering/answerer.ts';
import type { openAnswerer as Open } from '../src/service/answering/open-answerer.ts';
import { ENDPOINTS } from '../src/service/endpoints.ts';
import { inFolder, ROOT } from './program.ts';

// Threads run what was built.
const { openAnswerer } = (await import(join(ROOT, 'dist/service/answering/open-answerer.js'))) as {
  openAnswerer: typeof Open;
};

/** Every question of the API with what its schema makes of no parameters, or of a word. */
const QUESTIONS: readonly Question[] = ENDPOINTS.flatMap(({ path, query }) =>
  ['meeting', 'nobody'].map((id) => ({
    path,
    id,
    query: query.parse(/search|find/.test(path) ? { q: 'norway' } : {}),
  })),
);

const DOCUMENTS: Question = { path: '/api/documents', id: '', query: { limit: 10, offset: 0 } };

/** Threads that the tests started, the latest last. */
const workers: Worker[] = [];
const seen = (worker: Worker) => void workers.push(worker);
beforeAll(() => void process.on('worker', seen));
afterAll(() => void process.off('worker', seen));

/** A record with some documents, and what answers from it when all its threads are there. */
async function answering(
  threads: number,
  work: (answerer: Answerer, place: string, failures: unknown[]) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const place = join(folder, 'r.db');
    const writer = await openRecord(place);
    for (const told of SAMPLES.filter((sample) => sample !== REFUSAL)) await tell(writer, told);
    await writer.close();
    const record = await openRecord(place, { readOnly: true });
    const failures: unknown[] = [];
    workers.length = 0;
    const failed = (error: unknown) => void failures.push(error);
    const answerer = openAnswerer({ record, version: '1.2.3', threads, failed, after: 0 });
    try {
      // The service's own thread answers, with a string, until all others are ready.
      while (threads > 0 && typeof (await answerer.answer(DOCUMENTS)) === 'string') await setTimeout(10);
      await work(answerer, place, failures);
    } finally {
      await answerer.close();
      await record.close();
    }
  });
}

const textOf = (answer: Awaited<ReturnType<Answerer['answer']>>): string | null =>
  answer === null || typeof answer === 'string' ? answer : Buffer.from(answer).toString('utf8');

async function ask(answerer: Answerer, questions: readonly Question[]): Promise<readonly (string | null)[]> {
  return (await Promise.all(questions.map((question) => answerer.answer(question)))).map(textOf);
}

const totalIn = (answer: string | null): number => (JSON.parse(answer ?? '') as { total: number }).total;

describe('threads that answer', () => {
  test('say to the byte what the service says itself, whatever their number', async () => {
    const all: (readonly (string | null)[])[] = [];
    for (const threads of [0, 1, 3]) {
      await answering(threads, async (answerer, _, failures) => {
        const answers = await ask(answerer, QUESTIONS);
        // Bytes come from threads alone.
        expect(typeof (await answerer.answer(DOCUMENTS))).toBe(threads === 0 ? 'string' : 'object');
        expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(5);
        expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(20);
        expect(failures).toEqual([]);
        all.push(answers);
      });
    }
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  test('all see what was written before they are asked', async () => {
    await answering(2, async (answerer, place) => {
      const asked = Array.from({ length: 12 }, () => DOCUMENTS);
      const before = totalIn(textOf(await answerer.answer(DOCUMENTS)));
      const writer = await openRecord(place);
      await tell(writer, REFUSAL);
      await writer.settle();
      expect((await ask(answerer, asked)).map(totalIn)).toEqual(asked.map(() => before + 1));
      await writer.close();
    });
  });

  test('that die say so to those who asked them, and others take their place', async () => {
    await answering(2, async (answerer) => {
      const asked = Array.from({ length: 40 }, () => answerer.answer(DOCUMENTS));
      for (const worker of workers.slice(0, 2)) void worker.terminate();
      const ended = await Promise.allSettled(asked);
      const lost = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(lost.length).toBeGreaterThan(0);
      for (const fault of lost) expect(fault).toMatchObject({ name: 'Fault', code: 'thread-lost' });
      const again = await ask(answerer, [DOCUMENTS, DOCUMENTS, DOCUMENTS]);
      expect(new Set(again).size).toBe(1);
      expect(totalIn(again[0] ?? null)).toBe(SAMPLES.length - 1);
      expect(workers.length).toBe(4);
    });
  });

  test('leave out what nobody waits for any more, and answer the rest in their turn', async () => {
    await answering(1, async (answerer) => {
      const givenUp = new AbortController();
      const first = answerer.answer(DOCUMENTS);
      const dropped = answerer.answer(DOCUMENTS, givenUp.signal);
      const last = answerer.answer({ path: '/api/documents/:id', id: 'meeting', query: {} });
      givenUp.abort();
      await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
      expect(textOf(await first)).not.toBeNull();
      expect(textOf(await last)).toContain(MEETING.text.slice(0, 20));
    });
  });

  test('are given up while they are started', async () => {
    await inFolder(async (folder) => {
      const record = await openRecord(join(folder, 'r.db'));
      await tell(record, MEETING);
      await record.settle();
      const failures: unknown[] = [];
      const failed = (error: unknown) => void failures.push(error);
      const answerer = openAnswerer({ record, version: '1.2.3', threads: 2, failed, after: 0 });
      expect(totalIn(textOf(await answerer.answer(DOCUMENTS)))).toBe(1);
      await setTimeout(30);
      await answerer.close();
      expect(failures).toEqual([]);
      await record.close();
    });
  });
});
