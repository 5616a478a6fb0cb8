// Sums rows of the feature table: the innermost loop of all the tagger's own work, in vector instructions of WebAssembly,
// which take a fraction of the time of the same loop in JavaScript.
import { functionModule, wasm } from './wasm.ts';

/** Rows of eight-bit numbers, `size` to a row, and the factor of each row. */
export interface FeatureTable {
  /** Divides by `COLUMNS`. */
  readonly size: number;
  readonly packed: Int8Array;
  readonly scales: Float32Array;
}

export interface RowSums {
  readonly size: number;
  /**
   * Writes the sum of each word's rows into `into`: the first word's from `offset`, each next one's `stride` later. Each
   * column adds its rows in their order, rounded to 32 bits at each step.
   * @param rows the rows of all words, one word after another; all are in the table
   */
  write(rows: Int32Array, into: Float32Array, offset: number, stride: number): void;
}

/** Columns that are summed at a time, in eight registers of four. */
const COLUMNS = 32;
/** Words summed in one call; more are summed part by part. */
const WORDS_AT_ONCE = 256;
const PAGE = 65_536;

/** Where things lie in the memory, in bytes; the table's rows come first. */
interface Layout {
  readonly size: number;
  /** Rows of each word. */
  readonly features: number;
  readonly scalesAt: number;
  readonly rowsAt: number;
  readonly sumsAt: number;
}

/**
 * Lays a table ready to be summed.
 * @param features how many rows each word has
 */
export function openRowSums({ size, packed, scales }: FeatureTable, features: number): RowSums {
  if (size % COLUMNS) throw new RangeError(`rows of ${size} numbers do not divide by ${COLUMNS}`);
  const scalesAt = Math.ceil(packed.length / 4) * 4;
  const rowsAt = scalesAt + 4 * scales.length;
  const sumsAt = rowsAt + 4 * features * WORDS_AT_ONCE;
  const pages = Math.ceil((sumsAt + 4 * size * WORDS_AT_ONCE) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  new Int8Array(memory.buffer).set(packed);
  new Float32Array(memory.buffer, scalesAt).set(scales);
  const given = new Int32Array(memory.buffer, rowsAt, features * WORDS_AT_ONCE);
  const sums = new Float32Array(memory.buffer, sumsAt, size * WORDS_AT_ONCE);
  const module = new WebAssembly.Module(
    functionModule(
      LOCALS.scale - 1,
      LOCALS.sums + COLUMNS / 4 - LOCALS.scale,
      codeFor({ size, features, scalesAt, rowsAt, sumsAt }),
    ),
  );
  const { run } = new WebAssembly.Instance(module, { env: { memory } }).exports as { run: (words: number) => void };
  return {
    size,
    write(rows, into, offset, stride) {
      const words = rows.length / features;
      for (let from = 0; from < words; from += WORDS_AT_ONCE) {
        const count = Math.min(WORDS_AT_ONCE, words - from);
        given.set(rows.subarray(from * features, (from + count) * features));
        run(count);
        for (let word = 0; word < count; word += 1)
          into.set(sums.subarray(word * size, (word + 1) * size), offset + (from + word) * stride);
      }
    },
  };
}

/** `words` is the argument; `sums` is the first of eight. */
const LOCALS = { words: 0, given: 1, end: 2, next: 3, out: 4, row: 5, scale: 6, bytes: 7, sums: 8 };

function codeFor({ size, features, scalesAt, rowsAt, sumsAt }: Layout): readonly number[] {
  const { get, set, tee, i32, add, multiply, isBelow } = wasm;
  const each = (count: number, code: (k: number) => readonly (readonly number[])[]) =>
    Array.from({ length: count }, (_, k) => code(k).flat()).flat();
  const addTo = (sum: number, four: readonly number[]) => [
    get(sum),
    get(LOCALS.bytes),
    four,
    wasm.toF32,
    get(LOCALS.scale),
    wasm.multiplyF32,
    wasm.addF32,
    set(sum),
  ];
  const columnsFrom = (column: number) => [
    each(COLUMNS / 4, (k) => [wasm.zeros, set(LOCALS.sums + k)]),
    [get(LOCALS.given), set(LOCALS.next)].flat(),
    wasm.repeat(
      [get(LOCALS.next), wasm.loadI32(0), tee(LOCALS.row), i32(4), multiply].flat(),
      [wasm.loadF32(scalesAt), wasm.splatF32, set(LOCALS.scale)].flat(),
      [get(LOCALS.row), i32(size), multiply, set(LOCALS.row)].flat(),
      each(COLUMNS / 8, (k) => [
        [get(LOCALS.row), wasm.load8x8(column + 8 * k), set(LOCALS.bytes)].flat(),
        ...addTo(LOCALS.sums + 2 * k, wasm.firstFour),
        ...addTo(LOCALS.sums + 2 * k + 1, wasm.lastFour),
      ]),
      [get(LOCALS.next), i32(4), add, tee(LOCALS.next), get(LOCALS.given), i32(4 * features), add, isBelow].flat(),
    ),
    each(COLUMNS / 4, (k) => [get(LOCALS.out), get(LOCALS.sums + k), wasm.store(4 * column + 16 * k)]),
  ];
  return [
    [i32(rowsAt), tee(LOCALS.given), get(LOCALS.words), i32(4 * features), multiply, add, set(LOCALS.end)].flat(),
    [i32(sumsAt), set(LOCALS.out)].flat(),
    wasm.repeat(
      each(size / COLUMNS, (part) => columnsFrom(part * COLUMNS)),
      [get(LOCALS.out), i32(4 * size), add, set(LOCALS.out)].flat(),
      [get(LOCALS.next), tee(LOCALS.given), get(LOCALS.end), isBelow].flat(),
    ),
  ].flat();
}
