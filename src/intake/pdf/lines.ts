// Puts the pieces of text on a page of a PDF together into lines, in the order they are read.

/** A piece of text as the PDF places it: origin at the page's lower left corner, in points. */
export interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Where full lines of its column end. */
  readonly edge: number;
  readonly y: number;
  readonly size: number;
}

/** The lines of a page from top to bottom, those of a left column before those of a right one. */
export function pageLines(pieces: readonly Piece[]): readonly PdfLine[] {
  const seen = pieces.filter(({ str, fontSize }) => str.trim() !== '' && fontSize > 0);
  const split = columnGap(seen);
  if (split === null) return linesOf(seen);
  const above = seen.filter((piece) => piece.x < split.at && piece.x + piece.width > split.at);
  const top = Math.min(...above.filter(({ y }) => y > split.middle).map(({ y }) => y), Number.POSITIVE_INFINITY);
  const bands = [
    seen.filter(({ y }) => y >= top),
    seen.filter(({ y, x, width }) => y < top && x + width / 2 < split.at),
    seen.filter(({ y, x, width }) => y < top && x + width / 2 >= split.at),
  ];
  return bands.flatMap((band) => linesOf(band));
}

/** Pieces whose baselines are less than half a letter apart are one line. */
function linesOf(pieces: readonly Piece[]): PdfLine[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  for (const piece of sorted) {
    const first = line[0];
    if (first && Math.abs(first.y - piece.y) > 0.5 * Math.max(first.fontSize, piece.fontSize)) {
      lines.push(line);
      line = [];
    }
    line.push(piece);
  }
  if (line.length > 0) lines.push(line);
  const joined = lines.map(joinLine);
  const rights = joined.map(({ right }) => right).sort((a, b) => a - b);
  const edge = rights[Math.floor(0.9 * (rights.length - 1))] ?? 0;
  return joined.map((one) => ({ ...one, edge }));
}

function joinLine(pieces: readonly Piece[]): Omit<PdfLine, 'edge'> {
  const sorted = [...pieces].sort((a, b) => a.x - b.x);
  let text = '';
  let right = sorted[0]?.x ?? 0;
  for (const piece of sorted) {
    const gap = piece.x - right;
    if (text !== '' && gap > 0.15 * piece.fontSize && !/\s$/.test(text) && !/^\s/.test(piece.str)) text += ' ';
    text += piece.str;
    right = Math.max(right, piece.x + piece.width);
  }
  const sizes = sorted.map(({ fontSize }) => fontSize).sort((a, b) => a - b);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: sorted[0]?.x ?? 0,
    right,
    y: Math.max(...sorted.map(({ y }) => y)),
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  };
}

/** A strip in the page's middle third that hardly a piece crosses although many stand on both sides; null for one column. */
function columnGap(pieces: readonly Piece[]): { readonly at: number; readonly middle: number } | null {
  if (pieces.length < 40) return null;
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  const tops = pieces.map(({ y }) => y);
  const middle = (Math.min(...tops) + Math.max(...tops)) / 2;
  for (let share = 0.4; share <= 0.6; share += 0.02) {
    const at = left + share * (right - left);
    const crossing = pieces.filter(({ x, width }) => x < at && x + width > at).length;
    const before = pieces.filter(({ x, width }) => x + width <= at && width > 0.25 * (right - left)).length;
    const after = pieces.filter(({ x, width }) => x >= at && width > 0.25 * (right - left)).length;
    if (crossing <= 0.06 * pieces.length && before >= 10 && after >= 10) return { at, middle };
  }
  return null;
}
