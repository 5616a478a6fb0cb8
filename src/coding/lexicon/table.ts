// Lexicon files are tables a spreadsheet can open: tab-separated, a header row, `#` for comments.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../../model/fault.ts';

/** A row by column name, with its place for messages and for `explain`. Empty cells are empty strings. */
export interface Row<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Reads one table of the lexicon from several folders: the project's own first, then a user's overlays.
 * A row of a later folder replaces all earlier rows with the same key; a key with a leading `-` only removes them.
 * @param key the columns that name an entry
 * @throws Fault `lexicon-row` with file and line where a row does not fit the header
 */
export function readTable<Column extends string>(
  folders: readonly string[],
  file: string,
  columns: readonly Column[],
  key: readonly Column[],
): readonly Row<Column>[] {
  let rows: Row<Column>[] = [];
  for (const folder of folders) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const own = parseTable(readFileSync(path, 'utf8'), path, columns);
    const keyOf = (row: Row<Column>) => key.map((column) => row.cells[column]).join('\t');
    const removed = new Set(own.map((row) => keyOf(row).replace(/^-/, '')));
    rows = [...rows.filter((row) => !removed.has(keyOf(row))), ...own.filter((row) => !keyOf(row).startsWith('-'))];
  }
  return rows;
}

/** The rows of one table's text. `path` is for messages only. */
export function parseTable<Column extends string>(
  text: string,
  path: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  const rows: Row<Column>[] = [];
  let header: readonly string[] | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (!raw.trim() || raw.startsWith('#')) continue;
    const values = raw.split('\t').map((value) => value.trim());
    if (!header) {
      header = values;
      const missing = columns.filter((column) => !values.includes(column));
      if (missing.length)
        throw new Fault('lexicon-row', { path, line, reason: `the header lacks "${missing.join('", "')}".` });
      continue;
    }
    if (values.length > header.length) {
      throw new Fault('lexicon-row', {
        path,
        line,
        reason: `${values.length} cells where the header has ${header.length}. Remove a tab.`,
      });
    }
    const at = header;
    const cells = Object.fromEntries(columns.map((column) => [column, values[at.indexOf(column)] ?? '']));
    rows.push({ cells: cells as Record<Column, string>, file: path, line });
  }
  return rows;
}

/**
 * What an item's rule says of the row that made it: `organizations.tsv European Union`. It goes by the words and not by the
 * line, so that what people decided about a rule's items still counts for it when the table is edited.
 * @param words those that were met, where the row lists several; the first of its first cell otherwise
 */
export function ruleOf(row: Row<string>, words = listOf(Object.values(row.cells)[0] ?? '')[0] ?? ''): string {
  return `${basename(row.file)} ${words}`;
}

/** The values of a cell that lists several, separated by `;`. */
export function listOf(cell: string): readonly string[] {
  return cell
    ? cell
        .split(';')
        .map((value) => value.trim())
        .filter(Boolean)
    : [];
}
