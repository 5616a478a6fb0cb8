// Puts right relations that parsers often get wrong within a clause that they read well otherwise.
import type { Token } from '../../model/analysis.ts';

/** Verbs that give something to somebody: of two objects the first is who gets it. */
const GIVING = /^(?:give|grant|award|offer|lend|deny|promise|sell|hand|accord|assure|guarantee|refuse|supply|owe)$/;
/** Verbs that say what somebody or something is: of two objects the second is said of the first. */
const NAMING = /^(?:call|brand|label|term|dub|deem|declare|name|proclaim|pronounce|consider)$/;
/** What one addresses somebody by. */
const ADDRESS =
  /^(?:minister|ambassador|president|premier|chancellor|secretary|general|commissioner|senator|sir|madam|excellency|professor|doctor|governor|admiral)$/;

/**
 * The tokens with what is joined by "and" but hung as a part of the name before it ("Minister Torres and President Diaz met"), the
 * second object of verbs that give or name ("grant Chad the status", "call Chad a threat") and the one who is addressed
 * ("Minister, Chad has ...") in their own relations; the same tokens where none was misread.
 * @param form the word at a place in lower case
 */
export function withParts(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  let mended: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (!MISREAD.has(token.deprel)) continue;
    const anew = isOfPaper(tokens, at, token)
      ? { head: at, deprel: 'acl' }
      : isOfPerson(tokens, at, token)
        ? { head: at, deprel: 'appos' }
        : readAnew(tokens, at, token, form);
    if (anew === null) continue;
    mended ??= [...tokens];
    mended[at] = { ...token, ...(typeof anew === 'string' ? { deprel: anew } : anew) };
  }
  return mended ?? tokens;
}

/** Relations that are looked into: asked for every word of every sentence. */
const MISREAD: ReadonlySet<string> = new Set(['xcomp', 'obj', 'iobj', 'flat', 'nsubj', 'appos', 'parataxis']);

/** "Support the pact signed in May": a participle right behind a paper tells of it. */
function isOfPaper(tokens: readonly Token[], at: number, { deprel, xpos, head, lemma }: Token): boolean {
  if (deprel !== 'xcomp' || xpos !== 'VBN' || !DONE_TO_PAPERS.test(lemma)) return false;
  const before = tokens[at - 1];
  return before?.deprel === 'obj' && before.head === head && !CAUSING.test(tokens[head - 1]?.lemma ?? '');
}

/** "Thanked my colleague Ana Torres": a name right behind the word for who it is. */
function isOfPerson(tokens: readonly Token[], at: number, { deprel, upos, head }: Token): boolean {
  const before = tokens[at - 1];
  return (
    deprel === 'obj' &&
    upos === 'PROPN' &&
    before?.deprel === 'obj' &&
    before.head === head &&
    BEARER.test(before.lemma)
  );
}

const BEARER = /^(?:colleague|counterpart|friend|envoy|partner|predecessor|successor|aide|deputy)$/;
const DONE_TO_PAPERS = /^(?:sign|adopt|reach|conclude|agree|ratify|negotiate|broker|initial|approve|propose|issue)$/;
const CAUSING = /^(?:get|have|want|need|see|hear|keep|leave|find|make|order|wish|like|prefer)$/;

function readAnew(
  tokens: readonly Token[],
  at: number,
  { deprel, head, upos }: Token,
  form: (at: number) => string,
): string | null {
  if (deprel === 'flat') return upos === 'PROPN' && isJoined(tokens, at, head - 1) ? 'conj' : null;
  if (deprel === 'appos') return upos === 'PROPN' && isListed(tokens, at, head) ? 'conj' : null;
  if (deprel === 'parataxis') return upos === 'NOUN' && isCutOff(tokens, at, head) ? 'obj' : null;
  if (deprel === 'nsubj') return isAddressed(tokens, at, head, form) ? 'discourse' : null;
  const verb = tokens[head - 1];
  if ((deprel !== 'obj' && deprel !== 'iobj') || !verb || at < head) return null;
  if (NAMING.test(verb.lemma)) {
    if (deprel === 'obj' && otherObject(tokens, at, head, -1) >= 0) return 'xcomp';
    return deprel === 'iobj' && otherObject(tokens, at, head, 1) >= 0 ? 'obj' : null;
  }
  if (deprel === 'iobj') return null;
  if (GIVING.test(verb.lemma) && upos === 'PROPN') return otherObject(tokens, at, head, 1) >= 0 ? 'iobj' : null;
  return null;
}

/** "Premier Sow of Chad, President Berg of Norway and President Torres met": a name with a title of its own, in a list that goes on. */
function isListed(tokens: readonly Token[], at: number, head: number): boolean {
  const isTitled = tokens.some((other) => other.head === at + 1 && other.deprel === 'nmod:desc');
  const goesOn = (other: Token, place: number) => place > at && other.head === head && other.deprel === 'conj';
  return isTitled && tokens.some(goesOn);
}

/** "Oman lodges once again a protest": an object that words in between cut off from its verb. */
function isCutOff(tokens: readonly Token[], at: number, head: number): boolean {
  const verb = tokens[head - 1];
  if (!verb || !/^VB[DZP]$/.test(verb.xpos) || head > at) return false;
  const own = tokens.some((other) => other.head === head && /^(?:obj|ccomp|xcomp)$/.test(other.deprel));
  const between = tokens.slice(head, at).filter((other) => other.head !== at + 1);
  return !own && between.every(({ upos }) => upos === 'ADV');
}

/** Words in which a list of persons with their titles may stand. */
const LONGEST_LIST = 16;

/** Whether an "and" below a part of a name stands between it and the name. */
function isJoined(tokens: readonly Token[], at: number, head: number): boolean {
  if (at - head > LONGEST_LIST) return false;
  for (let before = at - 1; before > head; before -= 1) {
    const token = tokens[before];
    if (token?.deprel === 'cc') return token.head - 1 > before && token.head - 1 <= at;
  }
  return false;
}

/** "Minister, Chad has restored relations": a title that opens the sentence before a comma and the subject. */
function isAddressed(tokens: readonly Token[], at: number, head: number, form: (at: number) => string): boolean {
  if (at > 1 || !ADDRESS.test(form(at)) || form(at + 1) !== ',') return false;
  return tokens.some((other, place) => place > at && other.head === head && /^nsubj/.test(other.deprel));
}

/** The other object of a verb in front (-1) or behind (1), -1 where there is none. */
function otherObject(tokens: readonly Token[], at: number, head: number, side: number): number {
  return tokens.findIndex(
    (other, place) => other.head === head && /^i?obj$/.test(other.deprel) && place >= head && (place - at) * side > 0,
  );
}
