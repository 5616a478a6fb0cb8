// States and organisations that stand in the name of something else: both sides in "the ambassadors of NATO and Russia".
import type { Entity } from '../../model/items.ts';
import { foldName } from './fold.ts';

/** States and organisations of a document by each of their names: folded name -> id. */
export function partiesOf(entities: readonly Entity[], text: string): ReadonlyMap<string, string> {
  return new Map(
    entities
      .filter(({ kind }) => kind === 'state' || kind === 'organization')
      .flatMap(({ id, name, mentions }) => {
        const names = mentions.filter(({ form }) => form === 'name').map(({ span }) => text.slice(...span));
        return [name, ...names].map((one) => [foldName(one), id] as const);
      }),
  );
}

/** Longest name, in words, that is looked for. */
const LONGEST = 5;

/**
 * Finds the parties named in a name, each once, in its order. The longer of two names wins: "South Korea" names no Korea.
 * @param parties folded name -> id of the state or organisation
 */
export function namedParties(name: string, parties: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(piecesOf(name, parties).flatMap(({ party }) => party ?? []))];
}

/**
 * The folded name of something that two sides have together, with the sides in alphabetical order, so that
 * "Russia-NATO Council" and "NATO-Russia Council" are one name. Null where the name does not hold two parties side by
 * side: "the embassy of Norway in Sweden" is Norway's alone.
 */
export function jointName(name: string, parties: ReadonlyMap<string, string>): string | null {
  const pieces = piecesOf(name, parties);
  const sides = pieces.filter(({ party }) => party !== undefined);
  if (new Set(sides.map(({ party }) => party)).size < 2) return null;
  const first = pieces.findIndex(({ party }) => party !== undefined);
  const last = pieces.findLastIndex(({ party }) => party !== undefined);
  if (!pieces.slice(first, last).every(({ words, party }) => party !== undefined || words === 'and')) return null;
  const sorted = sides.map(({ words }) => words).sort();
  return pieces.map(({ words, party }) => (party === undefined ? words : sorted.shift())).join(' ');
}

interface Piece {
  readonly words: string;
  readonly party: string | undefined;
}

/** A folded name cut into the names of parties and single other words. */
function piecesOf(name: string, parties: ReadonlyMap<string, string>): readonly Piece[] {
  const words = foldName(name).split(' ');
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; at += pieces.at(-1)?.words.split(' ').length ?? 1) {
    pieces.push(pieceAt(words, at, parties));
  }
  return pieces;
}

function pieceAt(words: readonly string[], at: number, parties: ReadonlyMap<string, string>): Piece {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const name = words.slice(at, at + length).join(' ');
    const party = parties.get(name);
    if (party !== undefined) return { words: name, party };
  }
  return { words: words[at] ?? '', party: undefined };
}
