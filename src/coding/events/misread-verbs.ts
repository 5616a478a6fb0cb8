// Puts right what parsers make of a verb and the words that go with it: auxiliaries read as verbs, infinitives read as if they told of
// a verb, and adjectives said of an object read as its own.
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with "had" as the auxiliary of a participle ("Chad had test-fired a missile", read as if it had to), with the infinitive
 * that completes a verb as its complement ("the union calls on Chad to leave") and with an adjective that stands behind the object
 * of a verb that judges as said of it ("called the talks useful"); the same tokens where nothing is so read.
 */
export function withVerbs(tokens: readonly Token[]): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    const above = tokens[token.head - 1];
    if (!above) continue;
    if (isBeforeNumber(tokens, at, above)) {
      mended = inPerfect(mended ?? tokens, at, above.head - 1);
      mended[token.head - 1] = { ...above, head: at + 1 };
      continue;
    }
    if (at < token.head) continue;
    if (token.deprel === 'xcomp' && isPerfect(tokens, at, above)) {
      mended = inPerfect(mended ?? tokens, at, token.head - 1);
    } else if (token.deprel === 'acl' && above.upos === 'VERB' && hasTo(tokens, at)) {
      mended ??= [...tokens];
      mended[at] = { ...token, deprel: 'xcomp' };
    } else if (token.deprel === 'amod' && token.head === at && isSaidOf(tokens, at, above)) {
      mended ??= [...tokens];
      mended[at] = { ...token, head: above.head, deprel: 'xcomp' };
    }
  }
  return mended ?? tokens;
}

/** "Had fired": a participle that "have" governs with no object of its own in between ("had its envoy recalled"). */
function isPerfect(tokens: readonly Token[], at: number, have: Token): boolean {
  if (have.lemma !== 'have' || have.upos !== 'VERB' || tokens[at]?.xpos !== 'VBN' || hasTo(tokens, at)) return false;
  return !tokens.some(({ head, deprel }) => head === tokens[at]?.head && /^(?:i?obj|obl)/.test(deprel));
}

/** "Had fired two rockets", read as if it had rockets that were fired: no modifier stands before a number or an article. */
function isBeforeNumber(tokens: readonly Token[], at: number, noun: Token): boolean {
  const { deprel, xpos, head } = tokens[at] as Token;
  const have = tokens[noun.head - 1];
  if (deprel !== 'amod' || xpos !== 'VBN' || noun.deprel !== 'obj' || have?.lemma !== 'have' || have.upos !== 'VERB')
    return false;
  return (
    noun.head <= at &&
    tokens.slice(at + 1, head).some((token) => token.head === head && /^(?:nummod|det)/.test(token.deprel))
  );
}

function inPerfect(tokens: readonly Token[], participle: number, have: number): Token[] {
  const { head, deprel } = tokens[have] as Token;
  return tokens.map((token, at) => {
    if (at === have) return { ...token, upos: 'AUX', head: participle + 1, deprel: 'aux' };
    if (at === participle) return { ...token, head, deprel };
    return token.head === have + 1 ? { ...token, head: participle + 1 } : token;
  });
}

const hasTo = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ head, deprel, upos }) => head === at + 1 && deprel === 'mark' && upos === 'PART');

/** "Called the talks useful": English puts an adjective behind its noun only where it is said of it. */
function isSaidOf(tokens: readonly Token[], at: number, noun: Token): boolean {
  const verb = tokens[noun.head - 1];
  if (tokens[at]?.upos !== 'ADJ' || noun.deprel !== 'obj' || !verb || noun.head >= at) return false;
  return JUDGING.test(verb.lemma) && verb.upos === 'VERB';
}

const JUDGING = /^(?:call|term|dub|deem|brand|label|consider|find|pronounce|declare|think|judge|make|keep|render)$/;
