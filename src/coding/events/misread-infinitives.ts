// Puts right trees in which an infinitive is a part of its object: "ready to host talks" read as talks of a host, "to resume flights and
// reopen embassies" as embassies of a kind.
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with each such infinitive hung on the word before its "to", or on the infinitive that it is joined to, and its object on
 * it; the same tokens where none is so read.
 * @param form the word at a place in lower case
 */
export function withInfinitives(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, { xpos, deprel, head }] of tokens.entries()) {
    if (xpos !== 'VB' || !/^(?:compound|amod)$/.test(deprel) || head <= at || at < 2) continue;
    const place = behindTo(tokens, at, form) ?? joined(tokens, at, head - 1);
    if (place === null) continue;
    mended ??= [...tokens];
    mended[at] = { ...(tokens[at] as Token), upos: 'VERB', ...place };
    mended[head - 1] = { ...(tokens[head - 1] as Token), head: at + 1, deprel: 'obj' };
  }
  return mended ?? tokens;
}

type Place = Pick<Token, 'head' | 'deprel'>;

/** "Ready to host talks". */
function behindTo(tokens: readonly Token[], at: number, form: (at: number) => string): Place | null {
  const to = tokens[at - 1];
  return form(at - 1) === 'to' && to?.head === at + 1 && to.deprel === 'mark'
    ? { head: at - 1, deprel: 'xcomp' }
    : null;
}

/** "To resume flights and reopen embassies", with the embassies joined to the flights. */
function joined(tokens: readonly Token[], at: number, noun: number): Place | null {
  const other = tokens[(tokens[noun]?.head ?? 0) - 1];
  const verb = other ? tokens[other.head - 1] : undefined;
  if (tokens[at - 1]?.deprel !== 'cc' || tokens[noun]?.deprel !== 'conj') return null;
  return other?.deprel === 'obj' && verb?.xpos === 'VB' ? { head: other.head, deprel: 'conj' } : null;
}
