// Tables for a terminal: columns share the width there is, long cells wrap at words, wide characters count as two.
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  /** What share of the free width the column may take beside the others; 0 takes just what its cells need. */
  readonly grow: number;
}

const GAP = '  ';
const SMALLEST = 6;
/** The width where stdout is no terminal, so that output in a file does not depend on the window. */
const DEFAULT_WIDTH = 120;

export function terminalWidth(): number {
  return process.stdout.isTTY ? Math.max(40, process.stdout.columns ?? 80) : DEFAULT_WIDTH;
}

/** The lines of a table that is at most `width` columns wide. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const widths = widthsFor(columns, rows, width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const block = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, at) => wrap(printable(cell), widths[at] ?? SMALLEST));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => line(wrapped.map((lines) => lines[at] ?? '')));
  };
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((size) => '─'.repeat(size))),
    ...rows.flatMap(block),
  ];
}

function widthsFor(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): readonly number[] {
  const wanted = columns.map((column, at) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(printable(row[at] ?? '')))),
  );
  const free = width - GAP.length * (columns.length - 1);
  const fixed = columns.reduce((sum, column, at) => sum + (column.grow ? 0 : (wanted[at] ?? 0)), 0);
  const shares = columns.reduce((sum, column) => sum + column.grow, 0);
  return columns.map((column, at) => {
    const need = wanted[at] ?? 0;
    if (!column.grow) return need;
    return Math.max(SMALLEST, Math.min(need, Math.floor(((free - fixed) * column.grow) / shares)));
  });
}

/** Words on lines of at most `width` columns; a word that is longer than a line is cut. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => cut(part, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

function cut(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (stringWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}

/** A document's words may hold escape sequences or line breaks; neither may reach the terminal. */
function printable(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\s]+/gu, ' ').trim();
}
