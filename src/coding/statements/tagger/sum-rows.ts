// Sums rows of the feature table: the innermost loop of all the tagger's own work.
import type { FeatureTable } from './model-files.ts';

/**
 * Writes the sum of the rows `rows[from … to)` of the table into `into` from `offset`. Eight columns are summed at a time,
 * in registers, which takes a fraction of the time of a sum that is kept in memory; each column adds its rows in their
 * order, rounded to 32 bits at each step, so that the sums are the same to the bit. The table's size divides by eight.
 */
export function sumRows(
  { size, values }: FeatureTable,
  rows: Int32Array,
  from: number,
  to: number,
  into: Float32Array,
  offset: number,
): void {
  for (let column = 0; column < size; column += 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let at = from; at < to; at += 1) {
      const base = (rows[at] as number) * size + column;
      a = Math.fround(a + (values[base] as number));
      b = Math.fround(b + (values[base + 1] as number));
      c = Math.fround(c + (values[base + 2] as number));
      d = Math.fround(d + (values[base + 3] as number));
      e = Math.fround(e + (values[base + 4] as number));
      f = Math.fround(f + (values[base + 5] as number));
      g = Math.fround(g + (values[base + 6] as number));
      h = Math.fround(h + (values[base + 7] as number));
    }
    into[offset + column] = a;
    into[offset + column + 1] = b;
    into[offset + column + 2] = c;
    into[offset + column + 3] = d;
    into[offset + column + 4] = e;
    into[offset + column + 5] = f;
    into[offset + column + 6] = g;
    into[offset + column + 7] = h;
  }
}
