import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBatches, mapInOrder } from './ordered.ts';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('results come in the order of the input whatever each one takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 4 })),
      fc.integer({ min: 1, max: 5 }),
      async (waits, atOnce) => {
        const results = await all(
          mapInOrder(from([...waits.entries()]), atOnce, async ([index, wait]) => {
            for (let turn = 0; turn < wait; turn += 1) await Promise.resolve();
            return index;
          }),
        );
        expect(results).toEqual([...waits.keys()]);
      },
    ),
  );
});

test('no more than the given number are under way', async () => {
  let now = 0;
  let most = 0;
  await all(
    mapInOrder(from(Array.from({ length: 40 }, (_, index) => index)), 3, async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
    }),
  );
  expect(most).toBe(3);
});

test('a failure is thrown in its turn', async () => {
  const seen: number[] = [];
  const run = async () => {
    for await (const value of mapInOrder(from([1, 2, 3]), 3, async (item) => {
      if (item === 2) throw new Error('two');
      return item;
    })) {
      seen.push(value);
    }
  };
  await expect(run()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});

test('batches keep every line once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), async (lines, most) => {
      const batches = await all(inBatches(from(lines), most, 50));
      expect(batches.flat()).toEqual(lines);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= most)).toBe(true);
    }),
  );
});
