// Readings as a Parquet file: a row for each document, its reading as JSON beside what one selects and counts by.
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Reading, Unreadable } from '../model/reading.ts';
import { createPartFile, type ReadingsFile } from './readings-file.ts';

/** Rows that stand in memory at a time. */
const GROUP = 1000;

/** @throws Fault `file-unwritable`, also of `add` and `finish` */
export function createReadingsFile(path: string): ReadingsFile {
  const file = createPartFile(path);
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columnsOf([]) });
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'rapporteur' });
  let lines: string[] = [];

  const flush = () => {
    file.write(new Uint8Array(bytes.buffer, 0, bytes.index));
    // The writer counts offsets by itself and needs no earlier bytes.
    bytes.index = 0;
  };
  const writeGroup = async () => {
    if (lines.length) await writer.write({ columnData: columnsOf(lines), rowGroupSize: GROUP });
    lines = [];
    flush();
  };
  return {
    async add(line) {
      lines.push(line);
      if (lines.length >= GROUP) await writeGroup();
    },
    async finish() {
      await writeGroup();
      await writer.finish();
      flush();
      file.finish();
    },
    discard: () => file.discard(),
  };
}

function columnsOf(lines: readonly string[]): ColumnSource[] {
  const rows = lines.map((line) => ({ line, value: JSON.parse(line) as Reading | Unreadable }));
  const text = (name: string, of: (row: (typeof rows)[number]) => string | null): ColumnSource => ({
    name,
    type: 'STRING',
    nullable: true,
    data: rows.map(of),
  });
  const count = (name: 'sentences' | 'statements' | 'events'): ColumnSource => ({
    name,
    type: 'INT32',
    nullable: true,
    data: rows.map(({ value }) => ('error' in value ? null : value[name].length)),
  });
  return [
    text('id', ({ value }) => value.id),
    text('published', ({ value }) => ('error' in value ? null : value.document.published.value)),
    text('publisher', ({ value }) => ('error' in value ? null : value.document.publisher)),
    count('sentences'),
    count('statements'),
    count('events'),
    text('error', ({ value }) => ('error' in value ? value.error.code : null)),
    text('reading', ({ line, value }) => ('error' in value ? null : line)),
  ];
}
