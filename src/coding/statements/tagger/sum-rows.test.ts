import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRowSums } from './sum-rows.ts';

const CODE = new Uint8Array(readFileSync('models/statements/sum-rows.wasm'));
const SIZE = 64;
const ROWS = 16;
const FEATURES = 3;

/** The plain way: row after row into 32-bit numbers. */
function plainSum(packed: Int8Array, scales: Float32Array, rows: readonly number[]): Float32Array {
  const sum = new Float32Array(SIZE);
  for (const row of rows) {
    for (let k = 0; k < SIZE; k += 1)
      sum[k] = (sum[k] ?? 0) + Math.fround((packed[row * SIZE + k] ?? 0) * (scales[row] ?? 0));
  }
  return sum;
}

const bytes = fc.int8Array({ minLength: SIZE * ROWS, maxLength: SIZE * ROWS });
const factors = fc.float32Array({
  minLength: ROWS,
  maxLength: ROWS,
  noNaN: true,
  noDefaultInfinity: true,
  min: -9,
  max: 9,
});
const wordRows = fc.array(fc.nat(ROWS - 1), { minLength: FEATURES, maxLength: FEATURES });

test('gives to the bit what adding row after row gives, at its place and nowhere else', () => {
  fc.assert(
    fc.property(bytes, factors, fc.array(wordRows, { maxLength: 5 }), (packed, scales, words) => {
      const sums = openRowSums(CODE, { size: SIZE, packed, scales }, FEATURES);
      const stride = SIZE + 2;
      const into = new Float32Array(1 + stride * words.length).fill(7);
      sums.write(Int32Array.from(words.flat()), into, 1, stride);
      const wanted = new Float32Array(into.length).fill(7);
      for (const [at, rows] of words.entries()) wanted.set(plainSum(packed, scales, rows), 1 + at * stride);
      // As bits: a zero has a sign.
      expect(new Int32Array(into.buffer)).toEqual(new Int32Array(wanted.buffer));
    }),
  );
});

test('sums more words than it takes at once', () => {
  const packed = new Int8Array(SIZE * ROWS).map((_, at) => at % 100);
  const scales = new Float32Array(ROWS).fill(0.5);
  const words = Array.from({ length: 1000 }, (_, at) => [at % ROWS, (at * 7) % ROWS, 3]);
  const into = new Float32Array(SIZE * words.length);
  openRowSums(CODE, { size: SIZE, packed, scales }, FEATURES).write(Int32Array.from(words.flat()), into, 0, SIZE);
  for (const at of [0, 255, 256, 999])
    expect(into.slice(at * SIZE, (at + 1) * SIZE)).toEqual(plainSum(packed, scales, words[at] ?? []));
});

test('refuses a table whose rows do not divide into registers', () => {
  const table = { size: 8, packed: new Int8Array(8), scales: new Float32Array(1) };
  expect(() => openRowSums(CODE, table, 1)).toThrow('rows of 8 numbers do not divide by 32');
});
