// Puts right trees that miss the main verb of a short sentence, as parsers do where a past tense may be a participle:
// "Chad resumed gas deliveries" read as deliveries that were resumed, "troops crossed into Chad" as troops that were.
import type { Token } from '../../model/analysis.ts';

/** What is asked of the words themselves. */
export interface Words {
  /** The word at a place as it stands, in lower case. */
  readonly form: (at: number) => string;
  /** Whether a word is the dictionary form of a verb that tells events. */
  readonly isVerb: (word: string) => boolean;
}

/** The tokens with their main verb at the root, themselves where none was lost. */
export function withVerb(tokens: readonly Token[], words: Words): readonly Token[] {
  const root = tokens.findIndex(({ head }) => head === 0);
  const top = tokens[root];
  if (!top) return tokens;
  if (top.xpos === 'VBN' && GOING.test(top.lemma)) return inPast(tokens, root);
  const past = [root, root + 1].find((at) => at < tokens.length && at > 0 && PAST.test(words.form(at)));
  if (past !== undefined && tokens[past]?.upos !== 'VERB') return asVerb(tokens, root, past);
  if (top.upos === 'VERB') {
    if (/^VB[DZ]$/.test(top.xpos)) return withSubject(tokens, root, words);
    return isActive(tokens, root) ? withSubject(retagged(tokens, root), root, words) : tokens;
  }
  if (!NOMINAL.test(top.upos)) return tokens;
  const paired = pairedVerb(tokens, root, words);
  if (paired >= 0) return ofPair(tokens, root, paired);
  const before = verbBefore(tokens, root, words);
  if (before >= 0) return turned(tokens, root, before);
  const behind = afterApposition(tokens, root, words);
  if (behind >= 0) return predicated(tokens, root, behind);
  if (hasPredicate(tokens, root)) return tokens;
  return found(tokens, root, words, { head: 0, deprel: 'root' });
}

/** "Chad struck camps" read as if it were struck: a participle at the root with an object and no auxiliary. */
function isActive(tokens: readonly Token[], root: number): boolean {
  const own = tokens.flatMap(({ head, deprel }, at) => (head === root + 1 ? [{ at, deprel }] : []));
  if (tokens[root]?.xpos !== 'VBN' || own.some(({ deprel }) => /^(?:aux|cop|nsubj)/.test(deprel))) return false;
  return root > 0 && own.some(({ at, deprel }) => deprel === 'obj' && at > root);
}

const retagged = (tokens: readonly Token[], verb: number): readonly Token[] =>
  tokens.map((token, at) => (at === verb ? { ...token, xpos: 'VBD' } : token));

/** The tokens with the verb that was lost under a noun hung where the noun was. */
function found(
  tokens: readonly Token[],
  noun: number,
  words: Words,
  place: Pick<Token, 'head' | 'deprel'>,
): readonly Token[] {
  const verb = tokens.findIndex((_, at) => isLost(tokens, at, noun, words));
  if (verb < 0) return tokens;
  // "Conscripts dug trenches" read as trenches of conscripts that were dug.
  if ((tokens[verb]?.head ?? 0) === verb && verb - 1 !== noun && noun > verb && tokens[verb - 1]?.head === noun + 1)
    return rehung(tokens, { verb, subject: verb - 1, object: noun, root: noun, place });
  const object = objectOf(tokens, verb, place.head - 1);
  const subject = subjectOf(tokens, verb, noun, object);
  return subject < 0 || subject === object ? tokens : rehung(tokens, { verb, subject, object, root: noun, place });
}

const NOMINAL = /^(?:NOUN|PROPN)$/;

/** "Troops overran a camp", "Chad froze the funds" with the verb taken for a particle or preposition: it is the root. */
function asVerb(tokens: readonly Token[], root: number, verb: number): readonly Token[] {
  const subject = verb - 1;
  if (verb !== root && subject !== root) return tokens;
  if (!NOMINAL.test(tokens[subject]?.upos ?? '') && !/^NNS$|^VBZ$/.test(tokens[subject]?.xpos ?? '')) return tokens;
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, upos: 'VERB', xpos: 'VBD', head: 0, deprel: 'root' };
    if (at === subject)
      return { ...token, upos: token.upos === 'VERB' ? 'NOUN' : token.upos, head: verb + 1, deprel: 'nsubj' };
    if (token.head !== root + 1) return token;
    if (at < subject)
      return { ...token, head: subject + 1, deprel: token.deprel === 'nsubj' ? 'compound' : token.deprel };
    return { ...token, head: verb + 1 };
  });
}

/** "Chad shelled positions" read as positions of Chad: a noun in front of the verb belongs to no noun behind it. */
function withSubject(tokens: readonly Token[], root: number, words: Words): readonly Token[] {
  const subjects = tokens.flatMap(({ head, deprel }, at) => (head === root + 1 && deprel === 'nsubj' ? [at] : []));
  const [one = -1, other = -1] = subjects;
  // "Chad shelled positions, Mali said", read as if positions and Mali said it.
  if (other >= 0 && other < root) return found(tokens, one, words, { head: root + 1, deprel: 'ccomp' });
  // "Handed over to Chad two soldiers": nobody is subject on both sides of a verb.
  if (other > root && one < root && hasReceiver(tokens, root, other))
    return tokens.map((token, at) => (at === other ? { ...token, deprel: 'obj' } : token));
  const first = tokens.slice(0, root).findIndex(({ head, upos }) => NOMINAL.test(upos) && head - 1 > root);
  if (first < 0 || tokens.some(({ head, deprel }) => head === root + 1 && /^(?:nsubj|csubj|aux)/.test(deprel)))
    return tokens;
  if (!/^(?:compound|amod|nmod)/.test(tokens[first]?.deprel ?? '')) return tokens;
  return tokens.map((token, at) => (at === first ? { ...token, head: root + 1, deprel: 'nsubj' } : token));
}

/** "To Chad", between a verb and a noun behind it. */
function hasReceiver(tokens: readonly Token[], verb: number, noun: number): boolean {
  return tokens
    .slice(verb, noun)
    .some(({ lemma, deprel, head }) => lemma === 'to' && deprel === 'case' && tokens[head - 1]?.head === verb + 1);
}

/** "Troops crossed into Chad" read as if they were crossed: without an auxiliary it is what they did. */
function inPast(tokens: readonly Token[], root: number): readonly Token[] {
  if (tokens.some(({ deprel, head }) => head === root + 1 && deprel.startsWith('aux'))) return tokens;
  return tokens.map((token, at) => {
    if (at === root) return { ...token, xpos: 'VBD' };
    return token.head === root + 1 && token.deprel === 'nsubj:pass' ? { ...token, deprel: 'nsubj' } : token;
  });
}

/** "Chad, Mali reach deal" read as "Chad" with a sentence on Mali beside it: the place of that verb, -1 where there is none. */
function pairedVerb(tokens: readonly Token[], root: number, { form }: Words): number {
  const verb = root + 3;
  const token = tokens[verb];
  if (token?.xpos !== 'VBP' || token.head !== root + 1 || token.deprel !== 'parataxis' || form(root + 1) !== ',')
    return -1;
  const second = tokens[verb - 1];
  if (second?.upos !== 'PROPN') return -1;
  return second.head === verb + 1 || (second.head === root + 1 && second.deprel === 'appos') ? verb : -1;
}

function ofPair(tokens: readonly Token[], root: number, verb: number): readonly Token[] {
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, head: 0, deprel: 'root' };
    if (at === root) return { ...token, head: verb + 1, deprel: 'nsubj' };
    return at === verb - 1 ? { ...token, head: root + 1, deprel: 'conj' } : token;
  });
}

/** "Her envoy, Ana Torres, mediated" read as an envoy who was mediated: the place of that verb, -1 where there is none. */
function afterApposition(tokens: readonly Token[], root: number, { form }: Words): number {
  const named = tokens.findIndex(({ head, deprel }, at) => at > root && head === root + 1 && deprel === 'appos');
  if (named < 0) return -1;
  return tokens.findIndex(
    ({ head, deprel, xpos, lemma }, at) =>
      at > named &&
      head === root + 1 &&
      deprel === 'acl' &&
      /^VB[DN]$/.test(xpos) &&
      form(at - 1) === ',' &&
      (GOING.test(lemma) || tokens.some((token) => token.head === at + 1 && token.deprel === 'obj')),
  );
}

/** The verb at the root with the noun that it was hung on as its subject. */
function predicated(tokens: readonly Token[], noun: number, verb: number): readonly Token[] {
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, xpos: 'VBD', head: 0, deprel: 'root' };
    if (at === noun) return { ...token, head: verb + 1, deprel: 'nsubj' };
    return at > verb && token.head === noun + 1 ? { ...token, head: verb + 1 } : token;
  });
}

/** "Chad welcomes reports" read as reports beside which Chad welcomes: the place of that verb, -1 where there is none. */
function verbBefore(tokens: readonly Token[], root: number, { form }: Words): number {
  const verb = tokens.findIndex(
    ({ upos, xpos, head, deprel }, at) =>
      at < root && upos === 'VERB' && /^VB[DZP]$/.test(xpos) && head === root + 1 && deprel === 'parataxis',
  );
  if (verb < 0) return -1;
  const own = tokens.flatMap(({ head, deprel }, at) => (head === verb + 1 ? [{ at, deprel }] : []));
  const subject = own.some(({ at, deprel }) => at < verb && deprel === 'nsubj');
  const complete = own.some(({ at, deprel }) => at > verb && /^(?:obj|ccomp|xcomp)$/.test(deprel));
  for (let at = verb + 1; at < root; at += 1) if (/^[,;:–—-]$/.test(form(at))) return -1;
  return subject && !complete ? verb : -1;
}

/** The verb above the noun that it was hung on. */
function turned(tokens: readonly Token[], root: number, verb: number): readonly Token[] {
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, head: 0, deprel: 'root' };
    return at === root ? { ...token, head: verb + 1, deprel: 'obj' } : token;
  });
}

/** "Chad is a member", "Chad, he said": a sentence that has its verb. */
function hasPredicate(tokens: readonly Token[], root: number): boolean {
  return tokens.some(({ deprel, head, upos }, at) => {
    if (head === root + 1 && /^(?:cop|aux)/.test(deprel)) return true;
    if (upos !== 'VERB' || /^(?:acl:relcl|advcl|amod)$/.test(deprel)) return false;
    const below = tokens.filter((child) => child.head === at + 1).map((child) => child.deprel);
    // "After bombers approached": a clause with a conjunction is not the main one, wherever it hangs.
    return below.some((relation) => /^(?:nsubj|csubj|expl)/.test(relation)) && !below.includes('mark');
  });
}

/** Whether a word is the verb that the parse made a modifier: right behind a noun, before what it is done to. */
function isLost(tokens: readonly Token[], at: number, root: number, words: Words): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || !before || !NOMINAL.test(before.upos)) return false;
  const head = token.head - 1;
  if (PAST.test(words.form(at))) return head > at || head === root || head === at - 1;
  if (token.xpos === 'NN') return head > at && isOfPair(tokens, at, words);
  if (token.upos === 'VERB' && token.xpos === 'VB') return UNCHANGING.test(token.lemma) && head > at;
  if (token.upos !== 'VERB' || !/^VB[DN]$/.test(token.xpos)) return false;
  if (token.deprel === 'amod' && head > at) return token.xpos === 'VBD' || !ATTRIBUTIVE.test(token.lemma);
  const follows = head === root && head === at - 1 && /^(?:acl|parataxis)$/.test(token.deprel);
  return follows && (token.xpos === 'VBD' || GOING.test(token.lemma));
}

/** "Chad, Mali reach deal", "Chad and Mali swap envoys": in a headline what two do has the form of a noun. */
function isOfPair(tokens: readonly Token[], at: number, { form, isVerb }: Words): boolean {
  const word = form(at);
  const pair =
    /^(?:and|,|&)$/.test(form(at - 2)) && tokens[at - 1]?.upos === 'PROPN' && tokens[at - 3]?.upos === 'PROPN';
  if (!pair || !isVerb(word) || /^[.?!]$/.test(form(tokens.length - 1))) return false;
  return !DEALINGS.test(word) || TRADED.test(tokens[(tokens[at]?.head ?? 0) - 1]?.lemma ?? '');
}

/** What two may have between them as well as do: "Chad and Mali trade talks". */
const DEALINGS =
  /^(?:trade|border|transit|travel|visit|test|export|import|defence|defense|support|aid|summit|exchange|contact)$/;
const TRADED = /^(?:barb|blame|insult|accusation|fire|shot|charge|prisoner|threat|envoy|ambassador|blow|shell)$/;

/** Past tenses that are nothing else; taggers take the rarer ones for names. */
const PAST =
  /^(?:froze|unfroze|overran|overthrew|withdrew|withheld|dug|tore|swore|sank|sought|forbade|upheld|fled|struck|lent|swept|drove|rebuilt|foresaw|shrank|rode)$/;

/** Verbs with one form for all: "Chad cut gas supplies", read as supplies of a kind. */
const UNCHANGING = /^(?:cut|hit|put|quit|set|shut|split)$/;

/** "The UN backed government": participles that stand before nouns without a hyphen. */
const ATTRIBUTIVE = /^(?:back|lead|base|occupy|hold|control|own|run|rule|fund|sponsor|bear|make|build|administer)$/;

/** Verbs without an object: their participle after a noun is no passive. */
const GOING =
  /^(?:cross|advance|march|push|roll|move|retreat|enter|arrive|land|flee|sail|fly|clash|gather|rally|protest|agree|refuse|vow|threaten|mediate|travel)$/;

/** The noun behind a verb that the verb was hung on, up to the top of its phrase; -1 where it has none. */
function objectOf(tokens: readonly Token[], verb: number, top: number): number {
  let at = (tokens[verb]?.head ?? 0) - 1;
  if (at < verb) return -1;
  for (let step = 0; step < tokens.length; step += 1) {
    const above = (tokens[at]?.head ?? 0) - 1;
    if (above <= verb || above === top) break;
    at = above;
  }
  return at;
}

/** The noun in front that does it: the root of the tree, or the last one in front that has no preposition. */
function subjectOf(tokens: readonly Token[], verb: number, root: number, object: number): number {
  if (root < verb) return root;
  const owners = new Set([verb, object, (tokens[verb]?.head ?? 0) - 1]);
  for (let at = verb - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token || !NOMINAL.test(token.upos) || !owners.has(token.head - 1)) continue;
    if (!tokens.some((child) => child.head === at + 1 && child.deprel === 'case')) return at;
  }
  return -1;
}

interface Found {
  readonly verb: number;
  readonly subject: number;
  readonly object: number;
  readonly root: number;
  /** Where the verb is to hang. */
  readonly place: Pick<Token, 'head' | 'deprel'>;
}

function rehung(tokens: readonly Token[], { verb, subject, object, root, place }: Found): readonly Token[] {
  return tokens.map((token, at) => {
    const head = token.head - 1;
    if (at === verb) {
      const xpos = token.xpos === 'NN' ? 'VBP' : 'VBD';
      return { ...token, upos: 'VERB', xpos, ...place };
    }
    if (at === subject) return { ...token, head: verb + 1, deprel: 'nsubj' };
    if (at === object) return { ...token, head: verb + 1, deprel: 'obj' };
    // "Chad, Mali reach deal": the second of the two.
    if (at === verb - 1 && (head === object || head === root || head === verb) && NOMINAL.test(token.upos))
      return { ...token, head: subject + 1, deprel: 'conj' };
    const strays = (head === object && at < verb) || (head === root && root === subject && at > verb);
    if (!strays) return token;
    if (token.deprel === 'case') return { ...token, head: at + 2 };
    return { ...token, head: verb + 1, deprel: token.deprel === 'nmod' ? 'obl' : token.deprel };
  });
}
