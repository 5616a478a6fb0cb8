// Comma-separated values as RFC 4180 has them, for spreadsheets.

/** One line, without its end. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(/^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell)).join(',');
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
