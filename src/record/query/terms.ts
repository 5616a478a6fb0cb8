// Makes terms to search for of what a person typed: any text is a search, none is an error.

/** Words that follow one another; `open` where the last may have any ending. */
export interface Term {
  readonly words: readonly string[];
  readonly open: boolean;
}

/** A word of a text, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** More words than this narrow no search, but cost time. */
const MOST_TERMS = 32;

/** Longer words than this are cut: no engine keeps them whole. */
const LONGEST = 500;

/**
 * All must stand in a sentence, in any order. Words in double quotes are a phrase; a `*` at the end of a word stands for
 * any ending; operators of search engines are plain words here. Words joined by a hyphen are a phrase, too.
 *
 * Example: `"missile defence" russ*` -> missile defence; russ…
 */
export function termsOf(typed: string): readonly Term[] {
  const terms = [...typed.matchAll(/"([^"]*)"?|([^\s"]+)/gu)].flatMap(([, phrase, word]): Term[] => {
    const words = wordsOf(phrase ?? word ?? '').map(({ word }) => word);
    return words.length === 0 ? [] : [{ words, open: word?.endsWith('*') ?? false }];
  });
  return terms.slice(0, MOST_TERMS);
}

/** The words of a text: letters, figures and their marks, as they stand. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu)].map(({ 0: word, index }) => ({
    word: word.slice(0, LONGEST),
    start: index,
    end: index + word.length,
  }));
}

/** A word without case and accents, as words are compared. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Where a text has the words of any term, in its order; what overlaps stands once. */
export function placesOf(terms: readonly Term[], text: string): readonly (readonly [number, number])[] {
  const words = wordsOf(text).map(({ word, ...place }) => ({ word: foldWord(word), ...place }));
  const places: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const lengths = terms.filter((term) => standsAt(term, words, at)).map((term) => term.words.length);
    if (lengths.length === 0) continue;
    const [start, end] = [words[at]?.start ?? 0, words[at + Math.max(...lengths) - 1]?.end ?? 0];
    const last = places.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else places.push([start, end]);
  }
  return places;
}

function standsAt({ words: wanted, open }: Term, words: readonly Word[], at: number): boolean {
  return wanted.every((word, n) => {
    const found = words[at + n]?.word;
    const folded = foldWord(word);
    return open && n === wanted.length - 1 ? (found?.startsWith(folded) ?? false) : found === folded;
  });
}
