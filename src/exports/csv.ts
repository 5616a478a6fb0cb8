// CSV: a table for each kind of item, for spreadsheets, R and pandas.
import type { Exporter } from './format.ts';
import type { Selection } from './selection/selection.ts';
import { explainedFiles } from './tables/explained.ts';
import { TABLES, tableNamed } from './tables/tables.ts';
import { csvLine } from './text/delimited.ts';

export const csv: Exporter = {
  summary: 'a table for each kind of item, for spreadsheets, R and pandas',
  mediaType: 'text/csv; charset=utf-8',
  ending: 'csv',
  loses: 'Texts of documents, mentions of entities, passages and the review journal.',
  tables: TABLES.map(({ name }) => name),
  pieces,
  files: (selection) => explainedFiles(selection, csv),
};

async function* pieces(selection: Selection, name: string): AsyncGenerator<string> {
  const { columns, rows } = tableNamed(name);
  yield csvLine(columns.map((column) => column.name));
  for await (const row of rows(selection)) yield csvLine(row);
}
