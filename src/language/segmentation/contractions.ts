// Contractions: where one written word holds two syntactic words, as the English Web Treebank divides them.
import type { Span } from '../../model/span.ts';

/** Spellings without an apostrophe that hold several words, with the length of each part. */
const FUSED: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['gotta', [3, 2]],
  ['wanna', [3, 2]],
]);

const NEGATION = /.n['’‘`]t$/iu;
const CLITIC = /[^\s]['’‘`](s|re|ve|ll|d|m)$/iu;
const PLURAL_POSSESSIVE = /\p{L}{2}[sSzZxX]['’]$/u;

/** Divides one written word into its syntactic words: `don't` into `do` and `n't`, `Russia's` into `Russia` and `'s`. */
export function splitContraction(text: string, [start, end]: Span): readonly Span[] {
  if (end - start < 3 || end - start > 40) return [[start, end]];
  const form = text.slice(start, end);
  const fused = FUSED.get(form.toLowerCase());
  if (fused !== undefined)
    return [
      [start, start + (fused[0] ?? 0)],
      [start + (fused[0] ?? 0), end],
    ];
  if (NEGATION.test(form))
    return [
      [start, end - 3],
      [end - 3, end],
    ];
  const clitic = CLITIC.exec(form)?.[1];
  if (clitic !== undefined)
    return [
      [start, end - clitic.length - 1],
      [end - clitic.length - 1, end],
    ];
  if (PLURAL_POSSESSIVE.test(form))
    return [
      [start, end - 1],
      [end - 1, end],
    ];
  return [[start, end]];
}
