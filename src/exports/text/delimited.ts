// Cells and lines of delimited text: CSV as spreadsheets take it, and the bare tab-separated tables of event data.

/** What a spreadsheet would take for a formula, and run: a document's words must not. */
const FORMULA = /^[=+\-@\t\r]/;

export type Cell = string | number | boolean | null;

/** A line of CSV by RFC 4180, with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${csvCells(cells)}\r\n`;

/** The same without its end. Text that looks like a formula gets an apostrophe, which spreadsheets do not show. */
export const csvCells = (cells: readonly Cell[]): string => cells.map(csvCell).join(',');

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a tab-separated table without quoting: what would end a cell or line is a space. */
export function tabLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : String(cell).replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))).join('\t')}\n`;
}
