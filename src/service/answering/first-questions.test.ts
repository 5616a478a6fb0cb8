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

test('first questions are asked once to be kept, and once of each thread, with one thread that is opened', async () => {
  const asked = await askedAhead((answerer) => askFirst(answerer, answerer, 2, new AbortController().signal));
  const opened = asked.find(({ path }) => path === '/api/threads/:id');
  expect(opened?.id).toMatch(/^e/);
  const dated = asked.filter(({ query }) => ['world', 'known'].some((date) => date in (query as object)));
  expect(new Set(dated.map(({ path }) => path))).toContain('/api/people');
  expect(dated.length % 4).toBe(0);
  // Each once, the list of threads and the marks once more, and all with the five of one thread and those as of a day once a thread.
  expect(asked.length).toBe(FIRST_QUESTIONS.length + 2 + 2 * (FIRST_QUESTIONS.length + 5) + dated.length);
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
