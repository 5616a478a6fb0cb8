// Some rows of a Parquet file as lines of JSON, a document a line.
import { open } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type AsyncBuffer, type Compressors, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { Fault, reasonOf } from '../model/fault.ts';

/** Fields of a document, each in the column of its name. */
const FIELDS = ['id', 'text', 'title', 'published', 'publisher', 'author', 'url', 'language'] as const;
const NEEDED = ['id', 'text'] as const;
/** Rows of a piece. */
const PIECE = 1000;

/** Beside Snappy, which the library brings; what else there is says so by its name. */
const COMPRESSORS: Compressors = {
  GZIP: (input) => new Uint8Array(gunzipSync(input)),
  BROTLI: (input) => new Uint8Array(brotliDecompressSync(input)),
};

/** Rows that are asked for: from which one on. */
export interface Asked {
  readonly path: string;
  readonly from: number;
}

/** Some rows from a place on. */
export interface Piece {
  readonly lines: readonly string[];
  /** Rows in the whole file, as it says. */
  readonly total: number;
}

/**
 * Reads some rows; columns beside those of a document are left alone. A damaged file can hold the thread up without end.
 * @throws Fault `file-broken`, `columns-missing`, `file-unreadable`
 */
export async function readPiece({ path, from }: Asked): Promise<Piece> {
  const handle = await open(path).catch((error: unknown) => {
    throw new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
  });
  try {
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(Math.max(0, end - start));
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    };
    const metadata = await parquetMetadataAsync(file);
    const known = parquetSchema(metadata).children.map(({ element }) => element.name);
    const missing = NEEDED.find((field) => !known.includes(field));
    if (missing) throw new Fault('columns-missing', { path, field: missing, known: known.join(', ') });
    const columns = FIELDS.filter((field) => known.includes(field));
    const total = Number(metadata.num_rows);
    const rowEnd = Math.min(total, from + PIECE);
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns,
      rowStart: from,
      rowEnd,
      compressors: COMPRESSORS,
    });
    return { lines: rows.map((row) => JSON.stringify(row, (_, value) => plain(value))), total };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('file-broken', { path, kind: 'Parquet', reason: reasonOf(error) }, error);
  } finally {
    await handle.close();
  }
}

/** Dates of Parquet come as text of a moment; a document's date is that of the day. Long integers are made texts. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/.test(value) ? value.slice(0, 10) : value;
}
