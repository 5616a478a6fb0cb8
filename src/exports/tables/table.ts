// The record as plain tables, one for each kind of item: what CSV and Parquet write.
import type { Selection } from '../selection/selection.ts';
import type { Cell } from '../text/delimited.ts';

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';

/** Name, type, what a row has in it, and what that means, for those who open the table: values in backquotes. */
export type Column<Row> = readonly [name: string, type: ColumnType, of: (row: Row) => Cell, means: string];

export interface Table {
  readonly name: string;
  /** A sentence or two on what its rows are. */
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly means: string }[];
  readonly rows: (selection: Selection) => AsyncIterable<readonly Cell[]>;
}

export function table<Row>(
  name: string,
  about: string,
  rows: (selection: Selection) => AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): Table {
  return {
    name,
    about,
    columns: columns.map(([column, type, , means]) => ({ name: column, type, means })),
    async *rows(selection) {
      for await (const row of rows(selection)) yield columns.map(([, , of]) => of(row));
    },
  };
}
