// Puts right trees in which what went on for a time is a verb: "three days of fighting between Chad and Mali" are days of a thing.
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with such a gerund as a noun, and what hangs on it as on a noun; the same tokens where there is none.
 * @param form the word at a place in lower case
 */
export function withGerunds(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (token.xpos !== 'VBG' || token.deprel !== 'acl' || !DURATION.test(form(token.head - 1))) continue;
    const of = tokens.findIndex(({ head, deprel }) => head === at + 1 && deprel === 'mark');
    if (of < 0 || form(of) !== 'of') continue;
    mended ??= [...tokens];
    mended[at] = { ...token, upos: 'NOUN', xpos: 'NN', lemma: form(at), deprel: 'nmod' };
    mended[of] = { ...(tokens[of] as Token), upos: 'ADP', deprel: 'case' };
    for (const [place, { head, deprel }] of tokens.entries())
      if (head === at + 1 && deprel === 'obl') mended[place] = { ...(tokens[place] as Token), deprel: 'nmod' };
  }
  return mended ?? tokens;
}

const DURATION = /^(?:minute|hour|day|night|week|month|year|decade)s$/;
