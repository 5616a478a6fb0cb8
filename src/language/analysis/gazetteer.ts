// Marks words that stand in lists of countries, cities and people's names. Mirrors training/parser/gazetteer.py.

/** Lists of lower-cased names by kind, words separated by one space. */
export type GazetteerLists = Readonly<Record<string, readonly string[]>>;

export interface Gazetteer {
  /** Flags a word has. */
  readonly size: number;
  /**
   * Writes 0/1 flags for each word of a sentence into `into`, the first word's at `offset`, each next one `stride` later.
   * For each list of phrases two: first and further words of a listed name that begins with a capital. For each list of
   * words one. Last, whether the word begins with a capital.
   */
  mark(forms: readonly string[], lower: readonly string[], into: Float32Array, offset: number, stride: number): void;
}

const LONGEST = 5;

/** Phrases by first word, the longest first, so that a sentence is read once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createGazetteer(
  lists: GazetteerLists,
  phraseLists: readonly string[],
  wordLists: readonly string[],
): Gazetteer {
  const phrases = phraseLists.map((kind) => byFirstWord(lists[kind] ?? []));
  const words = wordLists.map((kind) => new Set(lists[kind]));
  const firstWordColumn = 2 * phrases.length;
  const capitalColumn = firstWordColumn + words.length;
  return {
    size: capitalColumn + 1,
    mark(forms, lower, into, offset, stride) {
      for (const [at, word] of lower.entries()) {
        const base = offset + at * stride;
        for (const [k, names] of words.entries()) if (names.has(word)) into[base + firstWordColumn + k] = 1;
        if (initialOf(forms[at] ?? '') !== initialOf(word)) into[base + capitalColumn] = 1;
      }
      const hasCapital = (at: number): boolean => into[offset + at * stride + capitalColumn] === 1;
      for (const [k, index] of phrases.entries()) markPhrases(index, lower, hasCapital, into, offset + 2 * k, stride);
    },
  };
}

const initialOf = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0);

function byFirstWord(names: readonly string[]): Phrases {
  const index = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const words = name.split(' ');
    if (words.length > LONGEST) continue;
    const first = words[0] ?? '';
    const known = index.get(first);
    if (known) known.push(words);
    else index.set(first, [words]);
  }
  for (const known of index.values()) known.sort((a, b) => b.length - a.length);
  return index;
}

function markPhrases(
  index: Phrases,
  lower: readonly string[],
  hasCapital: (at: number) => boolean,
  into: Float32Array,
  offset: number,
  stride: number,
): void {
  let at = 0;
  while (at < lower.length) {
    const length = hasCapital(at) ? longestAt(index, lower, at) : 0;
    for (let k = 0; k < length; k += 1) into[offset + (at + k) * stride + (k > 0 ? 1 : 0)] = 1;
    at += Math.max(1, length);
  }
}

function longestAt(index: Phrases, lower: readonly string[], at: number): number {
  const starting = index.get(lower[at] ?? '');
  const found = starting?.find((words) => words.every((word, k) => lower[at + k] === word));
  return found?.length ?? 0;
}
