// Puts right trees that join two names before their verb backwards, as parsers do with long titles: "Minister Berg and President Torres
// met" read as if Torres met and Berg were a part of his name.
import type { Token } from '../../model/analysis.ts';

/** The tokens with the first of the two as the verb's subject and the second joined to it; the same tokens where nothing is so read. */
export function withPair(tokens: readonly Token[]): readonly Token[] {
  for (const [at, { deprel, upos, head }] of tokens.entries()) {
    const verb = head - 1;
    // What is joined stands behind what it is joined to.
    if (deprel !== 'conj' || upos !== 'PROPN' || verb <= at || tokens[verb]?.upos !== 'VERB') continue;
    if (tokens.some((token) => token.head === head && /^(?:nsubj|csubj)/.test(token.deprel))) continue;
    return paired(tokens, at, verb);
  }
  return tokens;
}

function paired(tokens: readonly Token[], second: number, verb: number): readonly Token[] {
  const first = tokens.findIndex(({ head, deprel }, at) => head === second + 1 && deprel === 'flat' && at < second);
  return tokens.map((token, at) => {
    if (at === first) return { ...token, head: verb + 1, deprel: 'nsubj' };
    if (at !== second) return token;
    return first < 0 ? { ...token, deprel: 'nsubj' } : { ...token, head: first + 1 };
  });
}
