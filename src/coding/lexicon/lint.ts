// The linter of lexicon tables: what does not fit, with file and line, all at once instead of the first only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../model/fault.ts';
import { listOf, parseTable, type Row } from './table.ts';

/** Says what is wrong with a cell, null where nothing is. Empty cells are only checked by `required`. */
export type CellCheck = (cell: string) => string | null;

/** How one table should look; every loader's table has one. */
export interface TableCheck {
  /** Path inside the lexicon folder. */
  readonly file: string;
  /** Its columns with the check of each; null for free text. */
  readonly columns: Readonly<Record<string, CellCheck | null>>;
  /** Columns that together name an entry and must not repeat. */
  readonly key: readonly string[];
  /** Columns that must not be empty. */
  readonly required: readonly string[];
  /** What a single cell cannot show: returns what is wrong with a row as a whole. */
  readonly row?: (cells: Readonly<Record<string, string>>) => string | null;
}

/** One thing that does not fit. */
export interface Finding {
  readonly file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

/** Findings of all tables of one lexicon folder, in the order of tables and lines. A table that the folder lacks is none. */
export function lintTables(folder: string, checks: readonly TableCheck[]): readonly Finding[] {
  return checks.flatMap((check) => {
    let text: string;
    try {
      text = readFileSync(join(folder, check.file), 'utf8');
    } catch {
      return [];
    }
    return lintTable(text, check);
  });
}

/** Findings of one table's text. */
export function lintTable(text: string, check: TableCheck): readonly Finding[] {
  const names = Object.keys(check.columns);
  let rows: readonly Row<string>[];
  try {
    rows = parseTable(text, check.file, names);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      { file: check.file, line: Number(error.values.line ?? 0), message: String(error.values.reason ?? error.message) },
    ];
  }
  const seen = new Map<string, number>();
  return [...unknownColumns(text, check, names), ...rows.flatMap((row) => lintRow(row, check, seen))];
}

function unknownColumns(text: string, { file }: TableCheck, known: readonly string[]): readonly Finding[] {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.trim() && !line.startsWith('#'));
  const header = at < 0 ? [] : (lines[at] ?? '').split('\t').map((cell) => cell.trim());
  return header
    .filter((column) => column && !known.includes(column))
    .map((column) => ({
      file,
      line: at + 1,
      message: `there is no column "${column}"; known are ${known.join(', ')}`,
    }));
}

function lintRow(row: Row<string>, check: TableCheck, seen: Map<string, number>): readonly Finding[] {
  const messages: string[] = [];
  const key = check.key.map((column) => row.cells[column] ?? '').join('\t');
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row.line);
  else messages.push(`the same ${check.key.join(' and ')} as in line ${before}: "${key.replaceAll('\t', '", "')}"`);
  for (const column of check.required) if (!row.cells[column]) messages.push(`"${column}" is empty`);
  for (const [column, test] of Object.entries(check.columns)) {
    const cell = row.cells[column] ?? '';
    const problem = cell && test ? test(cell) : null;
    if (problem) messages.push(`${column}: ${problem}`);
  }
  const whole = check.row?.(row.cells) ?? null;
  if (whole) messages.push(whole);
  return messages.map((message) => ({ file: check.file, line: row.line, message }));
}

/** The cell is one of some words. */
export function oneOf(words: readonly string[]): CellCheck {
  return (cell) => (words.includes(cell) ? null : `"${cell}" is none of ${words.join(', ')}`);
}

/** Every value of a `;` list passes a check, and none stands twice. */
export function eachOf(check: CellCheck | null = null): CellCheck {
  return (cell) => {
    const values = listOf(cell);
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined) return `"${twice}" stands twice`;
    return values.map((value) => check?.(value) ?? null).find((problem) => problem !== null) ?? null;
  };
}

/** An ISO 8601 date, possibly partial, that exists. */
export const isoDate: CellCheck = (cell) => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(cell);
  if (!match) return `"${cell}" is no date like 2013-10-23, 2013-10 or 2013`;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists ? null : `"${cell}" is not in the calendar`;
};
