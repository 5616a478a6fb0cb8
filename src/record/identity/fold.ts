// Brings names to the form in which two spellings of one name are equal.

/** British spellings of words that names of bodies, plans and issues are made of, and the American ones. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(?=s?\b)/gu, 'ization'],
  [/\bdefence\b/gu, 'defense'],
  [/\bcentre(?=s?\b)/gu, 'center'],
  [/\bprogramme(?=s?\b)/gu, 'program'],
  [/\blabour\b/gu, 'labor'],
];

/**
 * A name without case, accents, article, possessive, punctuation and the differences of British and American spelling:
 * "The NATO-Russia Council’s" -> "nato russia council", "missile defence" -> "missile defense". A name of other
 * scripts keeps its letters.
 */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(/\.(?=\p{L}|\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = folded.replace(/^(?:the|an?) (?=.)/u, '');
  return SPELLINGS.reduce((spelt, [british, american]) => spelt.replace(british, american), bare) || name.trim();
}

/**
 * A person's name with transliterations of one Cyrillic name made equal: "Sergey" and "Sergei", "Dmitriy" and "Dmitry".
 */
export function foldPerson(name: string): string {
  return foldName(name)
    .replace(/y/gu, 'i')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Whether a name is written in capitals only, as abbreviations are: "NATO", "U.S.", "START-2". */
export function isAbbreviation(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&/-]*\p{Lu}[\p{Lu}\p{N}.&/-]*$/u.test(name.trim());
}
