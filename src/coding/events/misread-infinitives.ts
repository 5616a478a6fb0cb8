// Puts right trees in which an infinitive is a part of its object: "ready to host talks" read as talks of a host.
import type { Token } from '../../model/analysis.ts';

/**
 * The tokens with each infinitive hung on the word before its "to", and its object on it; the same tokens where none is so read.
 * @param form the word at a place in lower case
 */
export function withInfinitives(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, { xpos, deprel, head }] of tokens.entries()) {
    if (xpos !== 'VB' || deprel !== 'compound' || head <= at || at < 2) continue;
    const to = tokens[at - 1];
    const object = tokens[head - 1];
    if (form(at - 1) !== 'to' || to?.head !== at + 1 || to.deprel !== 'mark' || !object) continue;
    mended ??= [...tokens];
    mended[at] = { ...(tokens[at] as Token), upos: 'VERB', head: at - 1, deprel: 'xcomp' };
    mended[head - 1] = { ...object, head: at + 1, deprel: 'obj' };
  }
  return mended ?? tokens;
}
