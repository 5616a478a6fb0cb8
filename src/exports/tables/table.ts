// The record as plain tables, one for each kind of item: what CSV and Parquet write.
import type { Selection } from '../selection/selection.ts';
import type { Cell } from '../text/delimited.ts';

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';

/** Name, type, and what a row has in it. */
export type Column<Row> = readonly [name: string, type: ColumnType, of: (row: Row) => Cell];

export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: (selection: Selection) => AsyncIterable<readonly Cell[]>;
}

export function table<Row>(
  name: string,
  rows: (selection: Selection) => AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): Table {
  return {
    name,
    columns: columns.map(([column, type]) => ({ name: column, type })),
    async *rows(selection) {
      for await (const row of rows(selection)) yield columns.map(([, , of]) => of(row));
    },
  };
}
