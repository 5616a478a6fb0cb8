// Puts right trees that join a finite verb to an infinitive: "urged it to leave and called on Chad to pay" read as if the
// leaving and the calling went together. What is joined to "urged" has its subject from there.
import type { Token } from '../../model/analysis.ts';

/** The tokens with each finite verb joined to the finite verb above the infinitives, themselves where all is well. */
export function withJoined(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ deprel, xpos }) => deprel === 'conj' && FINITE.test(xpos))) return tokens;
  return tokens.map((token, at) => {
    if (token.deprel !== 'conj' || !FINITE.test(token.xpos) || hasSubject(tokens, at)) return token;
    const first = finiteAbove(tokens, token.head - 1);
    return first === null ? token : { ...token, head: first + 1 };
  });
}

const FINITE = /^VB[DZ]$/;

const hasSubject = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ head, deprel }) => head === at + 1 && deprel.startsWith('nsubj'));

/** The finite verb that an infinitive completes; null where the word is none or completes no such verb. */
function finiteAbove(tokens: readonly Token[], from: number): number | null {
  let at = from;
  for (let step = 0; step < 4; step += 1) {
    const token = tokens[at];
    if (token?.xpos !== 'VB' || !/^(?:xcomp|advcl|acl)$/.test(token.deprel)) return null;
    at = token.head - 1;
    if (FINITE.test(tokens[at]?.xpos ?? '')) return at;
  }
  return null;
}
