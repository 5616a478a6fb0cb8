// Rows of quantised embeddings: eight or four bits a number, one scale a row.

/** Where a table stands in embeddings.bin. */
export interface TableInfo {
  readonly rows: number;
  /** Numbers in a row. */
  readonly size: number;
  readonly bits: number;
  /** Byte offsets of the rows and of their float32 scales. */
  readonly at: number;
  readonly scalesAt: number;
}

export interface Table {
  readonly rows: number;
  readonly size: number;
  /** Adds a row, times `factor`, to `into` from `offset`. */
  add(row: number, factor: number, into: Float32Array, offset: number): void;
}

const NIBBLE_ZERO = 8;

/** A view of one table; `bytes` must start at offset 0 of its buffer. Rows outside the table add nothing. */
export function openTable(buffer: ArrayBuffer, info: TableInfo): Table {
  const { rows, size } = info;
  const scales = new Float32Array(buffer, info.scalesAt, rows);
  if (info.bits === 8) {
    const values = new Int8Array(buffer, info.at, rows * size);
    return {
      rows,
      size,
      add(row, factor, into, offset) {
        const scale = (scales[row] ?? 0) * factor;
        const base = row * size;
        for (let k = 0; k < size; k += 1) into[offset + k] = (into[offset + k] ?? 0) + (values[base + k] ?? 0) * scale;
      },
    };
  }
  const half = size / 2;
  const pairs = new Uint8Array(buffer, info.at, rows * half);
  return {
    rows,
    size,
    add(row, factor, into, offset) {
      const scale = (scales[row] ?? 0) * factor;
      const base = row * half;
      for (let k = 0; k < half; k += 1) {
        const pair = pairs[base + k] ?? 0;
        const at = offset + 2 * k;
        into[at] = (into[at] ?? 0) + ((pair & 15) - NIBBLE_ZERO) * scale;
        into[at + 1] = (into[at + 1] ?? 0) + ((pair >> 4) - NIBBLE_ZERO) * scale;
      }
    },
  };
}
