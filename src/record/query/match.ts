// Makes a full-text query of what a person typed: any text is a query, none is an error.

/** Matches nothing: no sentence holds an empty phrase. */
const NOTHING = '""';

/** More words than this narrow no search, but cost time. */
const MOST_TERMS = 32;

/** A word or phrase that is looked for. */
export interface Term {
  readonly words: string;
  /** Whether its last word may have any ending. */
  readonly open: boolean;
}

/** The terms of what a person typed: words in double quotes are one; a `*` at the end of a word stands for any ending. */
export function termsOf(typed: string): readonly Term[] {
  return [...typed.matchAll(/"([^"]*)"?|([^\s"]+)/gu)]
    .flatMap(([, phrase, word]): Term[] => {
      const words = (phrase ?? word ?? '').replaceAll('\0', ' ');
      if (!/[\p{L}\p{N}]/u.test(words)) return [];
      return [{ words, open: word?.endsWith('*') ?? false }];
    })
    .slice(0, MOST_TERMS);
}

/**
 * FTS5's expression for all the words, in any order. Words in double quotes are a phrase; a `*` at the end of a word
 * stands for any ending. Operators of FTS5 are plain words here.
 *
 * Example: `"missile defence" russ*` -> `"missile defence" "russ"*`
 */
export function matchExpression(typed: string): string {
  const terms = termsOf(typed).map(({ words, open }) => `"${words}"${open ? '*' : ''}`);
  return terms.join(' ') || NOTHING;
}
