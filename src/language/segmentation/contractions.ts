// Contractions: where one written word holds two syntactic words, as the English Web Treebank divides them.
import { APOSTROPHE, classOf, DIGIT, isLetter } from './characters.ts';

/** Lower-case spellings that hold several words, with the lengths of all parts but the last: `cannot` 3, `gonna` 3. */
export type Contractions = ReadonlyMap<string, readonly number[]>;

/** Where to cut, and from where on the model decides again. */
export interface Cuts {
  readonly cuts: readonly number[];
  readonly resume: number;
}

const CLITICS: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm']);
const LONGEST = 12;

/**
 * The cuts that spelling alone decides for a word begun at `begun`, when the place `at` is reached; null for none.
 * `don't` gives do|n't, `Russia's` gives Russia|'s, `cannot` gives can|not.
 */
export function contractionAt(
  text: string,
  begun: number,
  at: number,
  end: number,
  contractions: Contractions,
): Cuts | null {
  if (isApostrophe(text, at)) return cliticAt(text, begun, at, end);
  if (at !== begun + 1) return null;
  if (isApostrophe(text, begun)) return cliticAt(text, begun, begun, end);
  let to = begun;
  while (to < end && to <= begun + LONGEST && isLetterAt(text, to)) to += 1;
  if (to - begun > LONGEST) return null;
  const negation = negationEnd(text, begun, to, end);
  if (negation !== null) return { cuts: to - 1 > begun ? [to - 1] : [], resume: negation };
  const parts = isApostrophe(text, to) ? undefined : contractions.get(text.slice(begun, to).toLowerCase());
  if (parts === undefined) return null;
  const cuts: number[] = [];
  for (const length of parts) cuts.push((cuts.at(-1) ?? begun) + length);
  return { cuts, resume: to };
}

/** Russia's, they've, the 1990's: the clitic with its apostrophe is one word. */
function cliticAt(text: string, begun: number, at: number, end: number): Cuts | null {
  let to = at + 1;
  while (to < end && to < at + 4 && isLetterAt(text, to)) to += 1;
  if (to === at + 1 || (to < end && isWordAt(text, to))) return null;
  if (!CLITICS.has(text.slice(at + 1, to).toLowerCase())) return null;
  return { cuts: at > begun ? [at] : [], resume: to };
}

/** The end of `n't` where the letters up to `to` end in n and an apostrophe with t follows; else null. */
function negationEnd(text: string, begun: number, to: number, end: number): number | null {
  if (to + 2 > end || to === begun || !isApostrophe(text, to)) return null;
  if (!/[nN]/.test(text.charAt(to - 1)) || !/[tT]/.test(text.charAt(to + 1))) return null;
  return to + 2 < end && isWordAt(text, to + 2) ? null : to + 2;
}

const isApostrophe = (text: string, at: number): boolean => classOf(text.charCodeAt(at)) === APOSTROPHE;
const isLetterAt = (text: string, at: number): boolean => isLetter(classOf(text.charCodeAt(at)));
const isWordAt = (text: string, at: number): boolean => isLetterAt(text, at) || classOf(text.charCodeAt(at)) === DIGIT;
