import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

/** Work that writes each item large and counts its calls. */
function shouting(fails = false) {
  const calls: number[] = [];
  const ask = together(async (items: readonly string[]) => {
    calls.push(items.length);
    if (fails) throw new Error('no network');
    return items.map((item) => item.toUpperCase());
  });
  return { ask, calls };
}

describe('together', () => {
  test('answers each caller with its own results, in one call', async () => {
    const { ask, calls } = shouting();
    const answers = await Promise.all([ask(['Oslo', 'Bergen']), ask([]), ask(['Turku'])]);
    expect(answers).toEqual([['OSLO', 'BERGEN'], [], ['TURKU']]);
    expect(calls).toEqual([3]);
  });

  test('asks anew for what comes later', async () => {
    const { ask, calls } = shouting();
    await ask(['Oslo']);
    await ask(['Turku']);
    expect(calls).toEqual([1, 1]);
  });

  test('tells every caller of a failure', async () => {
    const { ask } = shouting(true);
    const answers = await Promise.allSettled([ask(['Oslo']), ask(['Turku'])]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
