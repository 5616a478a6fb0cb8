// Cuts long sentences into pieces and groups pieces of like length into batches.
import type { BatchWork } from '../runtime/batch-work.ts';

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
/** Measured: 2,000 read a fiftieth more slowly and in more memory, 500 no faster. */
const BATCH_WORDS = 1000;
const BATCH_SENTENCES = 200;
/** Measured on ONNX Runtime: a time step costs about as much as one more sentence in the batch, a call as ten. */
const STEP_COST = 1;
const CALL_COST = 10;

/**
 * Shorter pieces go only with others of their own length: up to here the rounding of states hangs on the longest piece of
 * the batch (training/parser/sentinels.py), and a sentence must come out the same in any company.
 */
const FREE_LENGTH = 10;

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

/**
 * Batches of pieces from short to long, cut where the time for padding and for time steps is least (dynamic programming over
 * the sorted lengths). Equal lengths keep the order of the text: the grouping is a function of the text alone.
 */
export function groupPieces(pieces: readonly Piece[]): Piece[][] {
  const lengthOf = (piece: Piece): number => piece.end - piece.start;
  const sorted = [...pieces].sort((a, b) => lengthOf(a) - lengthOf(b) || a.sentence - b.sentence || a.start - b.start);
  // Least cost of the first `end` pieces, and where the last batch among them begins.
  const cost = new Float64Array(sorted.length + 1);
  const begin = new Int32Array(sorted.length + 1);
  for (const [at, piece] of sorted.entries()) {
    const longest = lengthOf(piece);
    const end = at + 1;
    const most = Math.max(1, Math.min(BATCH_SENTENCES, Math.floor(BATCH_WORDS / longest)));
    cost[end] = Number.POSITIVE_INFINITY;
    for (let start = at; start >= 0 && end - start <= most; start -= 1) {
      const shortest = lengthOf(sorted[start] ?? piece);
      if (shortest < FREE_LENGTH && shortest !== longest) break;
      const total = (cost[start] ?? 0) + longest * (end - start + STEP_COST) + CALL_COST;
      if (total < (cost[end] ?? 0)) {
        cost[end] = total;
        begin[end] = start;
      }
    }
  }
  const groups: Piece[][] = [];
  for (let end = sorted.length; end > 0; end = begin[end] ?? 0) groups.push(sorted.slice(begin[end], end));
  return groups.reverse();
}

/**
 * Has work done on items in batches of like length, all of them asked for at once.
 * @returns the results in the order of the items; undefined for items of no length
 */
export async function workInBatches<Item, Result>(
  items: readonly Item[],
  lengthOf: (item: Item) => number,
  work: BatchWork<Item, Result>,
): Promise<readonly (Result | undefined)[]> {
  const found: (Result | undefined)[] = items.map(() => undefined);
  const pieces = items.map((item, sentence) => ({ sentence, start: 0, end: lengthOf(item) }));
  const groups = groupPieces(pieces.filter(({ end }) => end > 0));
  await Promise.all(
    groups.map(async (group) => {
      const results = await work(group.map(({ sentence }) => items[sentence] as Item));
      for (const [row, { sentence }] of group.entries()) found[sentence] = results[row];
    }),
  );
  return found;
}

/**
 * Room for the network's input of one batch after another, all zeros. One stretch of memory for all of them, since a new
 * one each time costs more than clearing this: use it up before the next.
 */
export function createRoom(): (numbers: number) => Float32Array {
  let room = new Float32Array(0);
  return (numbers) => {
    if (room.length < numbers) room = new Float32Array(numbers);
    return room.subarray(0, numbers).fill(0);
  };
}
