// What a command lists: how it is asked for, its columns, the rows of each view; and how rows are written.
import { Option } from 'commander';
import { csvCells } from '../../exports/text/delimited.ts';
import type { RegisterFilter } from '../../record/queries.ts';
import type { EntityFilter } from '../../record/query/entities.ts';
import type { OpenRecord } from '../../record/record.ts';
import { writeLine } from '../stdout.ts';
import { type Column as TableColumn, tableLines, terminalWidth } from '../table.ts';

export interface Column extends TableColumn {
  /** In a table for people a cell that is equal to the one above it is left empty; every row of a CSV is whole. */
  readonly once?: boolean;
  /** Most characters that a table for people shows of a cell. */
  readonly most?: number;
}

export interface Listing<View> {
  readonly ask: (
    record: OpenRecord,
    filter: RegisterFilter,
  ) => Promise<{ readonly total: number; readonly items: readonly View[]; readonly leftOut?: number }>;
  readonly columns: readonly Column[];
  readonly rows: (view: View) => readonly (readonly string[])[];
  /** The id of what stands in each of the rows, by which other commands know it; not where it is a count of several. */
  readonly ids?: (view: View) => readonly string[];
}

export const when: Column = { title: 'when', grow: 0 };
export const words: Column = { title: 'words', grow: 5, most: 300 };
export const document: Column = { title: 'document', grow: 2, most: 50 };
export const id: Column = { title: 'id', grow: 0, whole: true };
export const column = (title: string, grow = 0): Column => ({ title, grow });
export const once = (title: string, grow = 0): Column => ({ title, grow, once: true });

/** How views are made rows. */
export type Rows<View> = Pick<Listing<View>, 'columns' | 'rows'> & { readonly ids?: Listing<View>['ids'] | undefined };

export interface OutputOptions {
  readonly json: boolean;
  readonly csv: boolean;
  /** Whether each row ends with the id of what stands in it. */
  readonly ids?: boolean;
}

export const idsOption = () => new Option('--ids', 'the id of each line, for explain, review show and show compare');

/** What a list of entities takes of a filter: the subject's name, the dates, how many. */
export const namedIn = ({ limit, text, name = text, asOf }: RegisterFilter): Omit<EntityFilter, 'kinds'> => ({
  ...(limit === undefined ? {} : { limit }),
  ...(name === undefined ? {} : { name }),
  ...(asOf === undefined ? {} : { asOf }),
});

/** Writes all that a listing finds: as JSON, as CSV, or as a table with a word on what is missing from it. */
export async function writeListing<View>(
  record: OpenRecord,
  { ask, columns, rows, ids }: Listing<View>,
  filter: RegisterFilter,
  options: OutputOptions,
): Promise<void> {
  const { total, items, leftOut } = await ask(record, filter);
  if (options.json) {
    await writeLine(JSON.stringify({ total, items, ...(leftOut ? { leftOut } : {}) }, null, 2));
    return;
  }
  if (options.csv || items.length > 0) await writeNamed({ columns, rows, ids }, items, options);
  if (total === 0) process.stderr.write('Nothing in the record fits.\n');
  if (total > items.length) process.stderr.write(`${total - items.length} more: raise --limit to see them.\n`);
  tellLeftOut(leftOut);
}

/** An as-of by knowledge cannot place documents without a date; it says so. */
export function tellLeftOut(leftOut: number | undefined): void {
  if (leftOut) process.stderr.write(`Left out: ${leftOut} document${leftOut === 1 ? '' : 's'} without a date.\n`);
}

/** Writes the rows of some views, each with its id at the end where ids are asked for. */
export async function writeNamed<View>(
  { columns, rows, ids }: Rows<View>,
  views: readonly View[],
  options: Pick<OutputOptions, 'csv' | 'ids'>,
): Promise<void> {
  if (!options.ids || !ids) return writeRows(columns, views.flatMap(rows), options.csv);
  const named = views.flatMap((view) => rows(view).map((cells, at) => [...cells, ids(view)[at] ?? '']));
  await writeRows([...columns, id], named, options.csv);
}

export async function writeRows(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  csv: boolean,
): Promise<void> {
  if (csv) {
    for (const cells of [columns.map(({ title }) => title), ...rows]) await writeLine(csvCells(cells));
    return;
  }
  for (const line of tableLines(columns, shortened(columns, withoutRepeats(columns, rows)), terminalWidth()))
    await writeLine(line);
}

/** A cell repeats what stands above it only where all the cells before it do, too. */
function withoutRepeats(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return rows.map((cells, at) => {
    const above = rows[at - 1];
    let same = above !== undefined;
    return cells.map((cell, place) => {
      same &&= cell === above?.[place] && columns[place]?.once === true;
      return same ? '' : cell;
    });
  });
}

/** Long cells end at a word; CSV and JSON have them whole. */
function shortened(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((cells) =>
    cells.map((cell, at) => {
      const most = columns[at]?.most ?? Number.POSITIVE_INFINITY;
      return cell.length <= most ? cell : `${cell.slice(0, most).replace(/\s+\S*$/u, '')} …`;
    }),
  );
}
