// Documents from a Parquet file as lines of JSON, a row a line, a piece of the file in memory at a time.
import { open } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type AsyncBuffer, type Compressors, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { Fault, reasonOf } from '../model/fault.ts';

/** Fields of a document, each in the column of its name. */
const FIELDS = ['id', 'text', 'title', 'published', 'publisher', 'author', 'url', 'language'] as const;
const NEEDED = ['id', 'text'] as const;
/** Rows read at a time. */
const PIECE = 1000;

/** Beside Snappy, which the library brings; what else there is says so by its name. */
const COMPRESSORS: Compressors = {
  GZIP: (input) => new Uint8Array(gunzipSync(input)),
  BROTLI: (input) => new Uint8Array(brotliDecompressSync(input)),
};

export const isParquet = (path: string): boolean => path.endsWith('.parquet');

/**
 * Yields a line for each row. Columns beside those of a document are left alone.
 * @throws Fault `file-broken`, `columns-missing`, `file-unreadable`
 */
export async function* linesOfParquet(path: string): AsyncGenerator<string> {
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
    const rows = Number(metadata.num_rows);
    for (let rowStart = 0; rowStart < rows; rowStart += PIECE) {
      const rowEnd = Math.min(rows, rowStart + PIECE);
      const piece = await parquetReadObjects({
        file,
        metadata,
        columns: [...columns],
        rowStart,
        rowEnd,
        compressors: COMPRESSORS,
      });
      for (const row of piece) yield JSON.stringify(row, (_, value) => plain(value));
    }
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
