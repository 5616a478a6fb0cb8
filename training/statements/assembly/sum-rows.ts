// The innermost loop of the tagger's own work, in AssemblyScript: sums rows of eight-bit numbers, each times its factor, into
// 32-bit floats, thirty-two columns at a time. Becomes models/statements/sum-rows.wasm; see README.md above this folder.

/** So many columns stand in eight registers of four; rows divide by it. */
const COLUMNS: usize = 32;

// @ts-expect-error: decorators of functions are AssemblyScript's
@inline
function low(eight: v128, scale: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight)), scale);
}

// @ts-expect-error: decorators of functions are AssemblyScript's
@inline
function high(eight: v128, scale: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight)), scale);
}

/**
 * Sums the rows of each word. All addresses are in bytes of the memory, which is the caller's; the table's rows are at 0.
 * Each column adds its rows in their order, rounded to 32 bits at each step.
 * @param words how many there are, and `features` how many rows each has
 * @param size numbers in a row
 * @param scales where the float factors of the table's rows are
 * @param rows where the words' rows are, as 32-bit numbers, one word after another
 * @param sums where the sums go, `size` floats for each word
 */
export function sumRows(words: i32, features: i32, size: i32, scales: usize, rows: usize, sums: usize): void {
  const width = <usize>size;
  let given = rows;
  let out = sums;
  for (let word = 0; word < words; word += 1) {
    const end = given + (<usize>features << 2);
    for (let column: usize = 0; column < width; column += COLUMNS) {
      let a = f32x4.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let e = a;
      let f = a;
      let g = a;
      let h = a;
      for (let next = given; next < end; next += 4) {
        const row = <usize>load<i32>(next);
        const scale = v128.load32_splat(scales + (row << 2));
        const from = row * width + column;
        const first = v128.load8x8_s(from);
        const second = v128.load8x8_s(from, 8);
        const third = v128.load8x8_s(from, 16);
        const fourth = v128.load8x8_s(from, 24);
        a = f32x4.add(a, low(first, scale));
        b = f32x4.add(b, high(first, scale));
        c = f32x4.add(c, low(second, scale));
        d = f32x4.add(d, high(second, scale));
        e = f32x4.add(e, low(third, scale));
        f = f32x4.add(f, high(third, scale));
        g = f32x4.add(g, low(fourth, scale));
        h = f32x4.add(h, high(fourth, scale));
      }
      const at = out + (column << 2);
      v128.store(at, a);
      v128.store(at, b, 16);
      v128.store(at, c, 32);
      v128.store(at, d, 48);
      v128.store(at, e, 64);
      v128.store(at, f, 80);
      v128.store(at, g, 96);
      v128.store(at, h, 112);
    }
    given = end;
    out += width << 2;
  }
}
