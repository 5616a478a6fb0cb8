// Puts right trees in which a word or clause between a verb and what belongs to it hides the one from the other.
import { CALENDAR } from '../../language/names/calendar.ts';
import type { Token } from '../../model/analysis.ts';

/** Verbs that an infinitive completes; behind others it says what something is done for. */
const COMPLETED =
  /^(?:agree|choose|decide|decline|elect|fail|intend|offer|plan|pledge|promise|propose|refuse|resolve|swear|threaten|undertake|vote|vow)$/;
/** Words that say when: they may stand between a verb and its infinitive. */
const WHEN = /^(?:today|yesterday|tonight|day|night|week|weekend|month|year|morning|evening|afternoon)$/;

/**
 * The tokens with who turns to others as a subject and not as the one addressed, an infinitive behind a time as its verb's complement ("decided on Monday to recall its envoy"), and with a
 * name that opens the second of two clauses as its subject ("a step that Chad supports and Niger opposes"); the same tokens
 * where nothing is so read.
 * @param form the word at a place in lower case
 */
export function withClauses(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (isActive(tokens, at)) {
      mended ??= [...tokens];
      mended[at] = { ...token, deprel: 'nsubj' };
      mended[token.head - 1] = { ...(tokens[token.head - 1] as Token), xpos: 'VBD' };
      continue;
    }
    const anew =
      token.deprel === 'advcl' && isComplement(tokens, at, form)
        ? { ...token, deprel: 'xcomp' }
        : /^(?:conj|nsubj)$/.test(token.deprel) && opensClause(tokens, at)
          ? { ...token, head: at + 2, deprel: 'nsubj' }
          : null;
    if (anew === null) continue;
    mended ??= [...tokens];
    mended[at] = anew;
  }
  return mended ?? tokens;
}

/** "Torres, for his part, called on Chad to leave", read as if Torres were called: a passive has an auxiliary. */
function isActive(tokens: readonly Token[], at: number): boolean {
  const { deprel, head, upos } = tokens[at] as Token;
  const verb = tokens[head - 1];
  if (deprel !== 'nsubj:pass' || upos !== 'PROPN' || verb?.xpos !== 'VBN' || !ADDRESSING.test(verb.lemma)) return false;
  return head - 1 > at && !tokens.some((other) => other.head === head && other.deprel.startsWith('aux'));
}

/** Verbs by which somebody turns to others. */
const ADDRESSING =
  /^(?:appeal|argue|ask|call|complain|demand|insist|pledge|press|promise|push|reiterate|request|stress|threaten|urge|vow|warn)$/;

/** Whether an infinitive is parted by nothing but a time from a verb that wants one. */
function isComplement(tokens: readonly Token[], at: number, form: (at: number) => string): boolean {
  const verb = (tokens[at]?.head ?? 0) - 1;
  const to = tokens.findIndex(({ deprel, head, upos }) => deprel === 'mark' && upos === 'PART' && head === at + 1);
  if (verb < 0 || to <= verb + 1 || to > at || !COMPLETED.test(tokens[verb]?.lemma ?? '')) return false;
  const between = tokens.slice(verb + 1, to);
  const tops = between.flatMap(({ head, deprel }, place) =>
    head === verb + 1 ? [{ at: verb + 1 + place, deprel }] : [],
  );
  return tops.length > 0 && tops.every((top) => /^obl|^advmod/.test(top.deprel) && isTime(tokens, top.at, form));
}

const isTime = (tokens: readonly Token[], at: number, form: (at: number) => string): boolean =>
  CALENDAR.test(form(at)) || WHEN.test(form(at)) || (tokens[at]?.upos === 'NUM' && CALENDAR.test(form(at + 1)));

/** Whether a name that hangs on a verb before it stands between "and" and a verb that has no subject. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const [name, next] = [tokens[at], tokens[at + 1]];
  if (name?.upos !== 'PROPN' || next?.upos !== 'VERB' || !/^VB[DPZ]$/.test(next.xpos)) return false;
  if (tokens[at - 1]?.upos !== 'CCONJ' || tokens[name.head - 1]?.upos !== 'VERB' || name.head > at) return false;
  return !tokens.some(({ head, deprel }) => head === at + 2 && /^[nc]subj/.test(deprel));
}
