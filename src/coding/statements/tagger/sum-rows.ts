// Sums rows of the feature table: the innermost loop of all the tagger's own work, in vector instructions of WebAssembly,
// which take a fraction of the time of the same loop in JavaScript. Its source is training/statements/assembly/sum-rows.ts.

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

/** Addresses are in bytes of the memory, in which the table's rows come first. */
interface Summing {
  sumRows(words: number, features: number, size: number, scales: number, rows: number, sums: number): void;
}

/** Columns that are summed at a time, in eight registers of four. */
const COLUMNS = 32;
/** Words summed in one call; more are summed part by part. */
const WORDS_AT_ONCE = 256;
const PAGE = 65_536;

/**
 * Lays a table ready to be summed.
 * @param code the compiled module, which takes its memory from us
 * @param features how many rows each word has
 */
export function openRowSums(code: Uint8Array<ArrayBuffer>, table: FeatureTable, features: number): RowSums {
  const { size, packed, scales } = table;
  if (size % COLUMNS) throw new RangeError(`rows of ${size} numbers do not divide by ${COLUMNS}`);
  const scalesAt = Math.ceil(packed.length / 4) * 4;
  const rowsAt = scalesAt + 4 * scales.length;
  const sumsAt = rowsAt + 4 * features * WORDS_AT_ONCE;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + 4 * size * WORDS_AT_ONCE) / PAGE) });
  new Int8Array(memory.buffer).set(packed);
  new Float32Array(memory.buffer, scalesAt).set(scales);
  const given = new Int32Array(memory.buffer, rowsAt, features * WORDS_AT_ONCE);
  const sums = new Float32Array(memory.buffer, sumsAt, size * WORDS_AT_ONCE);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const { sumRows } = exports as unknown as Summing;
  return {
    size,
    write(rows, into, offset, stride) {
      const words = rows.length / features;
      for (let from = 0; from < words; from += WORDS_AT_ONCE) {
        const count = Math.min(WORDS_AT_ONCE, words - from);
        given.set(rows.subarray(from * features, (from + count) * features));
        sumRows(count, features, size, scalesAt, rowsAt, sumsAt);
        for (let word = 0; word < count; word += 1)
          into.set(sums.subarray(word * size, (word + 1) * size), offset + (from + word) * stride);
      }
    },
  };
}
