// Marks words that stand in lists of countries, cities and people's names. Mirrors training/parser/gazetteer.py.

/** Lists of lower-cased names by kind, words separated by one space. */
export type GazetteerLists = Readonly<Record<string, readonly string[]>>;

export interface Gazetteer {
  /** Flags a word has. */
  readonly size: number;
  /**
   * Writes the 0/1 flags that a word has by itself into `into` from `offset`, behind those of phrases: one for each list of
   * words, and last, whether it begins with a capital.
   */
  markWord(form: string, lower: string, into: Float32Array, offset: number): void;
  /**
   * Writes the flags that a sentence's words have together, the first word's at `offset`, each next one's `stride` later.
   * For each list of phrases two: first and further words of a listed name that begins with a capital.
   * @param capitals places of the words that begin with a capital
   */
  markPhrases(
    lower: readonly string[],
    capitals: readonly number[],
    into: Float32Array,
    offset: number,
    stride: number,
  ): void;
}

/** Whether a word begins with a capital, which its lower-cased form then does not. */
export const isCapital = (form: string, lower: string): boolean => form.codePointAt(0) !== lower.codePointAt(0);

const LONGEST = 5;

/** Phrases by first word, the longest first, so that a sentence is read once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createGazetteer(
  lists: GazetteerLists,
  phraseLists: readonly string[],
  wordLists: readonly string[],
): Gazetteer {
  const phrases = phraseLists.map((kind) => byFirstWord(lists[kind] ?? []));
  const words = listsOfWord(wordLists.map((kind) => lists[kind] ?? []));
  const firstWordColumn = 2 * phrases.length;
  const capitalColumn = firstWordColumn + wordLists.length;
  return {
    size: capitalColumn + 1,
    markWord(form, lower, into, offset) {
      for (const k of words.get(lower) ?? NO_LISTS) into[offset + firstWordColumn + k] = 1;
      if (isCapital(form, lower)) into[offset + capitalColumn] = 1;
    },
    markPhrases(lower, capitals, into, offset, stride) {
      for (const [k, index] of phrases.entries()) markListed(index, lower, capitals, into, offset + 2 * k, stride);
    },
  };
}

const NO_LISTS: readonly number[] = [];

/** The lists that each word stands in, by their number. */
function listsOfWord(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [k, words] of lists.entries()) {
    for (const word of words) {
      const known = found.get(word);
      if (!known) found.set(word, [k]);
      else if (known.at(-1) !== k) known.push(k);
    }
  }
  return found;
}

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

function markListed(
  index: Phrases,
  lower: readonly string[],
  capitals: readonly number[],
  into: Float32Array,
  offset: number,
  stride: number,
): void {
  let free = 0;
  for (const at of capitals) {
    if (at < free) continue;
    const length = longestAt(index, lower, at);
    for (let k = 0; k < length; k += 1) into[offset + (at + k) * stride + (k > 0 ? 1 : 0)] = 1;
    free = at + length;
  }
}

function longestAt(index: Phrases, lower: readonly string[], at: number): number {
  const starting = index.get(lower[at] ?? '');
  const found = starting?.find((words) => words.every((word, k) => lower[at + k] === word));
  return found?.length ?? 0;
}
