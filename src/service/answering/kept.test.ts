import { expect, test } from 'vitest';
import type { Answerer, Question } from './answerer.ts';
import { keepAnswers } from './kept.ts';

const question = (id: string): Question => ({ path: '/api/items/:id', id, query: {} });

/** Answers with the id and how many times it has answered, or with what `said` makes of the id. */
function counting(said: (id: string, times: number) => string | null = (id, times) => `${id} ${times}`) {
  let times = 0;
  const answerer: Answerer = {
    answer: async ({ id }) => {
      times += 1;
      return said(id, times);
    },
    close: async () => undefined,
  };
  return { answerer, asked: () => times };
}

test('what was answered is given again until the record changes', async () => {
  let state = 7;
  const { answerer, asked } = counting();
  const kept = keepAnswers(answerer, () => state);
  expect(await kept.answer(question('a'))).toBe('a 1');
  expect(await kept.answer(question('a'))).toBe('a 1');
  expect(await kept.answer({ ...question('a'), query: { limit: 1 } })).toBe('a 2');
  state = 8;
  expect(await kept.answer(question('a'))).toBe('a 3');
  expect(await kept.answer(question('a'))).toBe('a 3');
  expect(asked()).toBe(3);
});

test('what was answered while the record changed is not kept, nor what is not there, nor what cannot be told apart', async () => {
  let state: number | null = 1;
  const changing = counting((id, times) => {
    if (id === 'changing') state = (state ?? 0) + 1;
    return id === 'nothing' ? null : `${times}`;
  });
  const kept = keepAnswers(changing.answerer, () => state);
  expect(await kept.answer(question('changing'))).toBe('1');
  expect(await kept.answer(question('changing'))).toBe('2');
  expect(await kept.answer(question('nothing'))).toBeNull();
  expect(await kept.answer(question('nothing'))).toBeNull();
  expect(changing.asked()).toBe(4);
  state = null;
  await kept.answer(question('a'));
  await kept.answer(question('a'));
  expect(changing.asked()).toBe(6);
});

test('no more is kept than there is room for: what was not asked for longest goes first, what is very long at once', async () => {
  const long = 'x'.repeat(400_000);
  const { answerer, asked } = counting((id) => (id === 'endless' ? long.repeat(2) : long));
  const kept = keepAnswers(answerer, () => 1);
  const ids = Array.from({ length: 83 }, (_, at) => `${at}`);
  for (const id of ids) await kept.answer(question(id));
  expect(asked()).toBe(83);
  // Asked for again, so that others are older; one more than there is room for drives out the oldest.
  await kept.answer(question('0'));
  await kept.answer(question('more'));
  expect(asked()).toBe(84);
  await kept.answer(question('0'));
  expect(asked()).toBe(84);
  await kept.answer(question('1'));
  expect(asked()).toBe(85);
  await kept.answer(question('endless'));
  await kept.answer(question('endless'));
  expect(asked()).toBe(87);
});
