// Puts right trees that join a finite verb to what is none: "urged it to leave and called on Chad to pay" read as if the leaving and
// the calling went together, "blamed Chad for the raid and vowed revenge" with "vowed" joined to the raid. What is joined to "urged"
// has its subject from there.
import type { Token } from '../../model/analysis.ts';

/** The tokens with each finite verb joined to the finite verb above infinitives, nouns and gerunds, themselves where all is well. */
export function withJoined(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ deprel, xpos }) => deprel === 'conj' && FINITE.test(xpos))) return tokens;
  const mended = [...tokens];
  for (const [at, token] of tokens.entries()) {
    if (token.deprel !== 'conj' || !FINITE.test(token.xpos) || has(mended, at, SUBJECT)) continue;
    const first = aboveInfinitives(mended, token.head - 1) ?? aboveNoun(mended, at);
    if (first !== null) rehang(mended, first, at);
  }
  return mended;
}

const FINITE = /^VB[DZ]$/;
const SUBJECT = /^nsubj/;

const has = (tokens: readonly Token[], at: number, relation: RegExp): boolean =>
  tokens.some(({ head, deprel }) => head === at + 1 && relation.test(deprel));

/** The finite verb that an infinitive completes; null where the word is none or completes no such verb. */
function aboveInfinitives(tokens: readonly Token[], from: number): number | null {
  let at = from;
  for (let step = 0; step < 4; step += 1) {
    const token = tokens[at];
    if (token?.xpos !== 'VB' || !/^(?:xcomp|advcl|acl)$/.test(token.deprel)) return null;
    at = token.head - 1;
    if (FINITE.test(tokens[at]?.xpos ?? '')) return at;
  }
  return null;
}

/** The finite verb of one tense before the noun, gerund or adjective to which a verb is joined by "and"; null for other words. */
function aboveNoun(tokens: readonly Token[], verb: number): number | null {
  const joined = (tokens[verb]?.head ?? 0) - 1;
  const to = tokens[joined];
  // "Calls the step unjustified and suspends imports": what is said of the step is no deed.
  const isSaid = to?.upos === 'ADJ' && to.deprel === 'xcomp';
  if (!to || joined > verb || !(to.upos === 'NOUN' || to.xpos === 'VBG' || isSaid) || !has(tokens, verb, /^cc$/))
    return null;
  if (has(tokens, verb, /^(?:mark|aux)/)) return null;
  let at = to.head - 1;
  for (let step = 0; step < 4; step += 1) {
    const token = tokens[at];
    if (!token) return null;
    if (FINITE.test(token.xpos)) return at < joined && token.xpos === tokens[verb]?.xpos ? at : null;
    at = token.head - 1;
  }
  return null;
}

/** Hangs the second verb on the first: what stands behind it is its own, what stood between is the first's. */
function rehang(tokens: Token[], first: number, second: number): void {
  const between = (tokens[second]?.head ?? 0) - 1;
  const noun = tokens[between];
  const outer = (noun?.head ?? 0) - 1;
  tokens[second] = { ...(tokens[second] as Token), head: first + 1 };
  // "Blames Chad for the raid and vows revenge", read as if "the raid and vows" were a kind of revenge.
  if (noun?.deprel === 'compound' && outer > second) {
    for (const [at, token] of tokens.entries())
      if (at < second && at !== between && token.head === outer + 1) tokens[at] = { ...token, head: between + 1 };
    tokens[between] = { ...noun, head: first + 1, deprel: 'obl' };
  }
  const object = tokens.findIndex(({ head, deprel }, at) => at > second && head === first + 1 && deprel === 'obj');
  if (object >= 0) tokens[object] = { ...(tokens[object] as Token), head: second + 1 };
}
