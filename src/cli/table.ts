// Tables for a terminal: columns share the width there is, long cells wrap at words, wide characters count as two.
import stringWidth from 'string-width';
import { type Room, widthsFor } from './column-widths.ts';

export interface Column {
  readonly title: string;
  /** What share of the free width the column may take beside the others; 0 takes just what its cells need. */
  readonly grow: number;
  /** Whether its cells stand on one line however little room there is: an id that is cut cannot be copied. */
  readonly whole?: boolean;
}

const GAP = '  ';
/** The narrowest terminal that tables are made for. */
const NARROWEST = 40;
/** The width where stdout is no terminal and COLUMNS tells none, so that output in a file does not depend on the window. */
const DEFAULT_WIDTH = 120;

export function terminalWidth(): number {
  if (process.stdout.isTTY) return Math.max(NARROWEST, process.stdout.columns ?? 80);
  const { COLUMNS = '' } = process.env;
  return /^\d{1,4}$/.test(COLUMNS) ? Math.max(NARROWEST, Number(COLUMNS)) : DEFAULT_WIDTH;
}

/** The lines of a table that is at most `width` columns wide; columns of which every cell is empty are left out. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const cells = rows.map((row) => columns.map((_, at) => printable(row[at] ?? '')));
  const filled = columns.map((_, at) => rows.length === 0 || cells.some((row) => row[at] !== ''));
  const shown = <T>(values: readonly T[]): readonly T[] => values.filter((_, at) => filled[at]);
  const body = cells.map(shown);
  const titles = shown(columns).map(({ title }) => title);
  const rooms = shown(columns).map((column, at) => roomOf(column, [column.title, ...body.map((row) => row[at] ?? '')]));
  const widths = widthsFor(rooms, width - GAP.length * (rooms.length - 1));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const block = (row: readonly string[]) => {
    const wrapped = row.map((cell, at) => wrap(cell, widths[at] ?? 1));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => line(wrapped.map((lines) => lines[at] ?? '')));
  };
  return [...block(titles), line(widths.map((size) => '─'.repeat(size))), ...body.flatMap(block)];
}

function roomOf({ grow, whole = false }: Column, cells: readonly string[]): Room {
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
  return { grow, whole, need: widest(cells), word: widest([...new Set(cells.flatMap((cell) => cell.split(BREAKS)))]) };
}

/** Where a line may end: at a space, which is then gone, and after a hyphen or slash. */
const BREAKS = / |(?<=[-/–])(?=\p{L})/u;

/** Words on lines of at most `width` columns; a word that is longer than a line is cut, after a hyphen where it has one. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (stringWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = cut(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line);
  return lines;
}

function cut(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(BREAKS)) {
    for (const bit of stringWidth(part) <= width ? [part] : part) {
      if (piece && stringWidth(piece + bit) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += bit;
    }
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
