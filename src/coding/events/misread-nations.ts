// Puts right trees in which the first of two joined nations modifies the second: "Thai-Cambodian talks" are talks of both.
import type { Token } from '../../model/analysis.ts';

/** The tokens with both nations on the noun that they modify; the same tokens where none are joined by a hyphen. */
export function withNations(tokens: readonly Token[]): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    const second = tokens[at + 2];
    if (token.head !== at + 3 || !second || tokens[at + 1]?.xpos !== 'HYPH') continue;
    if (!MODIFYING.test(token.deprel) || !MODIFYING.test(second.deprel) || second.head <= at + 3) continue;
    if (![token, second].every(({ lemma }) => /^\p{Lu}/u.test(lemma))) continue;
    mended ??= [...tokens];
    mended[at] = { ...token, head: second.head, deprel: second.deprel };
  }
  return mended ?? tokens;
}

const MODIFYING = /^(?:amod|compound)$/;
