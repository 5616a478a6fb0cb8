import { expect, test } from 'vitest';
import { openRecord } from '../../record/record.ts';
import { tell } from '../../record/testing/build.ts';
import { SAMPLES } from '../../record/testing/samples.ts';
import type { Answerer, Question } from './answerer.ts';
import { askFirst, FIRST_QUESTIONS } from './first-questions.ts';
import { answerHere } from './here.ts';

/** What is asked of an answerer that answers from a record of samples. */
async function askedAhead(act: (answerer: Answerer) => Promise<void>): Promise<readonly Question[]> {
  const record = await openRecord(':memory:');
  for (const told of SAMPLES) await tell(record, told);
  await record.settle();
  const here = answerHere(record, '1.2.3');
  const asked: Question[] = [];
  await act({
    async answer(question, givenUp) {
      givenUp?.throwIfAborted();
      asked.push(question);
      return here.answer(question, givenUp);
    },
    close: async () => undefined,
  });
  await record.close();
  return asked;
}

test('first questions are asked once to be kept, and of each thread with some threads that are opened, and some days', async () => {
  const asked = await askedAhead((answerer) => askFirst(answerer, answerer, 2, new AbortController().signal));
  const opened = asked.filter(({ path }) => path === '/api/threads/:id');
  const ids = new Set(opened.map(({ id }) => id));
  expect([...ids].every((id) => id.startsWith('e'))).toBe(true);
  expect(ids.size).toBeGreaterThan(0);
  // Three lists of each, on either thread; what stands in both lists of threads is opened once.
  expect(opened).toHaveLength(ids.size * 3 * 2);
  const dated = asked.filter(({ query }) => ['world', 'known'].some((date) => date in (query as object)));
  expect(new Set(dated.map(({ path }) => path))).toContain('/api/people');
  expect(new Set(dated.map(({ query }) => (query as { world?: string }).world ?? '')).size).toBe(4);
  // Each once, the lists of threads and the marks once more, and all with what is opened and as of a day once a thread.
  const beside = opened.length + 2 * ids.size + 2 * 3 + dated.length;
  expect(asked.length).toBe(3 * FIRST_QUESTIONS.length + 3 + beside);
});

test('nothing is asked ahead any more once the service stops', async () => {
  const stop = new AbortController();
  const asked = await askedAhead(async (answerer) => {
    const stopping: Answerer = {
      ...answerer,
      async answer(question) {
        stop.abort();
        return answerer.answer(question);
      },
    };
    await askFirst(stopping, stopping, 2, stop.signal);
  });
  expect(asked.length).toBe(1);
});
