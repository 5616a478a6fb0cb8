// Marks words that stand in lists of countries, cities and people's names. Mirrors training/parser/gazetteer.py.

/** Lists of lower-cased names, words separated by one space. */
export interface GazetteerLists {
  readonly country: readonly string[];
  readonly city: readonly string[];
  readonly bigCity: readonly string[];
  readonly first: readonly string[];
  readonly person: readonly string[];
}

export interface Gazetteer {
  /**
   * Writes eight 0/1 flags for each word of a sentence into `into`, the first word's at `offset`, each next one `stride`
   * later: first and further words of a country, of a city; large city; first name; part of a person's name; capital.
   */
  mark(forms: readonly string[], lower: readonly string[], into: Float32Array, offset: number, stride: number): void;
}

const LONGEST = 5;
const CITY = 2;
const BIG_CITY = 4;
const FIRST_NAME = 5;
const PERSON = 6;
const CAPITAL = 7;

/** Phrases by first word, the longest first, so that a sentence is read once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createGazetteer(lists: GazetteerLists): Gazetteer {
  const phrases: readonly (readonly [Phrases, number])[] = [
    [byFirstWord(lists.country), 0],
    [byFirstWord(lists.city), CITY],
  ];
  const single: readonly (readonly [ReadonlySet<string>, number])[] = [
    [new Set(lists.bigCity), BIG_CITY],
    [new Set(lists.first), FIRST_NAME],
    [new Set(lists.person), PERSON],
  ];
  return {
    mark(forms, lower, into, offset, stride) {
      for (const [index, column] of phrases) markPhrases(index, lower, into, offset + column, stride);
      for (let at = 0; at < forms.length; at += 1) {
        const word = lower[at] ?? '';
        const base = offset + at * stride;
        for (const [names, column] of single) if (names.has(word)) into[base + column] = 1;
        if (initialOf(forms[at] ?? '') !== initialOf(word)) into[base + CAPITAL] = 1;
      }
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
  into: Float32Array,
  offset: number,
  stride: number,
): void {
  let at = 0;
  while (at < lower.length) {
    const length = longestAt(index, lower, at);
    for (let k = 0; k < length; k += 1) into[offset + (at + k) * stride + (k > 0 ? 1 : 0)] = 1;
    at += Math.max(1, length);
  }
}

function longestAt(index: Phrases, lower: readonly string[], at: number): number {
  const starting = index.get(lower[at] ?? '');
  const found = starting?.find((words) => words.every((word, k) => lower[at + k] === word));
  return found?.length ?? 0;
}
