// Cuts long sentences into pieces and groups pieces of like length into batches.

/** Words `start` to `end` (exclusive) of sentence `sentence`. */
export interface Piece {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Trees cost the square of the length, so that a text without a full stop is cut to keep the whole linear. */
const LONGEST_PIECE = 200;
/** A cut is looked for after a punctuation mark in this last part of a piece. */
const SEARCH = 60;
const BATCH_WORDS = 2000;
/** A batch ends where padding its first piece to the next length would waste more than this part, once it is of some size. */
const WASTE = 1.25;
const SMALL_BATCH = 400;

const BREAK = /^[;:.!?,\u2013\u2014-]+$/;

/** The pieces of a sentence: itself, unless it is very long. */
export function cutSentence(forms: readonly string[], sentence: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (forms.length - start > LONGEST_PIECE) {
    let end = start + LONGEST_PIECE;
    for (let at = end; at > end - SEARCH; at -= 1) {
      if (BREAK.test(forms[at - 1] ?? '')) {
        end = at;
        break;
      }
    }
    pieces.push({ sentence, start, end });
    start = end;
  }
  if (forms.length > start) pieces.push({ sentence, start, end: forms.length });
  return pieces;
}

/** Batches of pieces from short to long; equal lengths keep the order of the text, so that the grouping is a function of it. */
export function groupPieces(pieces: readonly Piece[]): Piece[][] {
  const lengthOf = (piece: Piece): number => piece.end - piece.start;
  const sorted = [...pieces].sort((a, b) => lengthOf(a) - lengthOf(b) || a.sentence - b.sentence || a.start - b.start);
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  for (const piece of sorted) {
    const length = lengthOf(piece);
    const shortest = group[0] ? lengthOf(group[0]) : length;
    const full = (group.length + 1) * length > BATCH_WORDS;
    const wasteful = group.length * shortest > SMALL_BATCH && length > shortest * WASTE + 1;
    if (group.length > 0 && (full || wasteful)) {
      groups.push(group);
      group = [];
    }
    group.push(piece);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
