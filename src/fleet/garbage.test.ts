import { expect, test } from 'vitest';
import { withLittleGarbage } from './garbage.ts';

const LONG = ['short', 'x'.repeat(600_000)];

/** The bound while the work goes on, told apart by its place in the list. */
function bounds() {
  const told: number[] = [];
  const read = async (lines: readonly string[], work: () => Promise<void> = async () => undefined) =>
    withLittleGarbage(lines, work, (percent) => void told.push(percent));
  return { told, read };
}

test('less garbage grows while a long document is read, beside whatever others, and no longer', async () => {
  const { told, read } = bounds();
  await read(['short']);
  const usual = told.at(-1) ?? 0;
  await read(LONG, async () => {
    const beside = told.at(-1) ?? usual;
    expect(beside).toBeLessThan(usual);
    await read(['short']);
    await read(LONG);
    expect(told.at(-1)).toBe(beside);
  });
  expect(told.at(-1)).toBe(usual);
});

test('a failure ends it, too', async () => {
  const { told, read } = bounds();
  await read(['short']);
  const usual = told.at(-1);
  await expect(read(LONG, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(told.at(-1)).toBe(usual);
});
