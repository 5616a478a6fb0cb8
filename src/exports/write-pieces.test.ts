// Pieces arrive whole and in order; a closed pipe stops the writing and nothing else.
import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { writePieces } from './write-pieces.ts';

async function* numbers(count: number, seen: { last: number }) {
  for (let n = 0; n < count; n += 1) {
    seen.last = n;
    yield `${n} ${'.'.repeat(1000)}\n`;
  }
}

it('writes every piece in order to a slow taker, and leaves it open', async () => {
  const chunks: string[] = [];
  const slow = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      chunks.push(chunk);
      setTimeout(done, 1);
    },
  });
  await writePieces(numbers(500, { last: 0 }), slow);
  const lines = chunks.join('').split('\n');
  expect(lines.slice(0, -1).map((line) => Number.parseInt(line, 10))).toEqual([...Array(500).keys()]);
  expect(slow.writableEnded).toBe(false);
});

it('rejects when the taker goes away, and asks for no more', async () => {
  const seen = { last: 0 };
  const out = new PassThrough();
  out.once('data', () => out.destroy(new Error('gone')));
  await expect(writePieces(numbers(100_000, seen), out)).rejects.toThrow('gone');
  expect(seen.last).toBeLessThan(1000);
});
