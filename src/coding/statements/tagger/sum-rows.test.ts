import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumRows } from './sum-rows.ts';

const SIZE = 8;
const ROWS = 16;

/** The plain way: row after row into 32-bit numbers. */
function plainSum(values: Float32Array, rows: readonly number[]): Float32Array {
  const sum = new Float32Array(SIZE);
  for (const row of rows) for (let k = 0; k < SIZE; k += 1) sum[k] = (sum[k] ?? 0) + (values[row * SIZE + k] ?? 0);
  return sum;
}

test('gives to the bit what adding row after row gives, at its place and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.float32Array({ minLength: SIZE * ROWS, maxLength: SIZE * ROWS, noNaN: true, noDefaultInfinity: true }),
      fc.array(fc.nat(ROWS - 1), { minLength: 1, maxLength: 30 }),
      (values, rows) => {
        const into = new Float32Array(SIZE * 3).fill(7);
        sumRows({ size: SIZE, values }, Int32Array.from([3, ...rows, 3]), 1, rows.length + 1, into, SIZE);
        expect(into.slice(SIZE, 2 * SIZE)).toEqual(plainSum(values, rows));
        expect([...into.slice(0, SIZE), ...into.slice(2 * SIZE)].every((value) => value === 7)).toBe(true);
      },
    ),
  );
});
