// Makes a full-text query of what a person typed: any text is a query, none is an error.

/** Matches nothing: no sentence holds an empty phrase. */
const NOTHING = '""';

/** More words than this narrow no search, but cost time. */
const MOST_TERMS = 32;

/**
 * FTS5's expression for all the words, in any order. Words in double quotes are a phrase; a `*` at the end of a word
 * stands for any ending. Operators of FTS5 are plain words here.
 *
 * Example: `"missile defence" russ*` -> `"missile defence" "russ"*`
 */
export function matchExpression(typed: string): string {
  const terms = [...typed.matchAll(/"([^"]*)"?|([^\s"]+)/gu)].flatMap(([, phrase, word]) => {
    const term = (phrase ?? word ?? '').replaceAll('\0', ' ');
    if (!/[\p{L}\p{N}]/u.test(term)) return [];
    const open = word?.endsWith('*') ? '*' : '';
    return [`"${term}"${open}`];
  });
  return terms.slice(0, MOST_TERMS).join(' ') || NOTHING;
}
