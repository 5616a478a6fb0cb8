// Parquet: the tables of CSV with their types, for DuckDB, Arrow, Spark and pandas.
import type { Exporter } from './format.ts';
import type { Selection } from './selection/selection.ts';
import { explainedFiles } from './tables/explained.ts';
import type { ColumnType } from './tables/table.ts';
import { TABLES, tableNamed } from './tables/tables.ts';
import type { Cell } from './text/delimited.ts';

export const parquet: Exporter = {
  summary: 'the tables of csv with typed columns, for DuckDB, Arrow, Spark and pandas',
  mediaType: 'application/vnd.apache.parquet',
  ending: 'parquet',
  loses:
    'Texts of documents, mentions of entities, passages and the review journal. Dates are text, since they may be partial.',
  tables: TABLES.map(({ name }) => name),
  pieces,
  files: (selection) => explainedFiles(selection, parquet),
};

/** Rows that stand in memory at a time. */
const GROUP = 5000;

const TYPES = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const satisfies Record<
  ColumnType,
  string
>;

async function* pieces(selection: Selection, name: string): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const { columns, rows } = tableNamed(name);
  const columnData = (group: readonly (readonly Cell[])[]) =>
    columns.map(({ name: column, type }, at) => ({
      name: column,
      type: TYPES[type],
      nullable: true,
      data: group.map((row) => row[at] ?? null),
    }));
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnData([]) }),
    createdBy: 'rapporteur',
  });
  /** What is written so far; the writer counts offsets by itself and needs no earlier bytes. */
  const taken = (): Uint8Array => {
    const written = new Uint8Array(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0;
    return written;
  };
  let group: (readonly Cell[])[] = [];
  for await (const row of rows(selection)) {
    group.push(row);
    if (group.length < GROUP) continue;
    await writer.write({ columnData: columnData(group), rowGroupSize: GROUP });
    yield taken();
    group = [];
  }
  if (group.length > 0) await writer.write({ columnData: columnData(group), rowGroupSize: GROUP });
  await writer.finish();
  yield taken();
}
