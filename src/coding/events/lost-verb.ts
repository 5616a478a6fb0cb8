// Puts right trees that miss the main verb of a short sentence, as parsers do where a past tense may be a participle:
// "Chad resumed gas deliveries" read as deliveries that were resumed, "troops crossed into Chad" as troops that were.
import type { Token } from '../../model/analysis.ts';

/** The tokens with their main verb at the root, themselves where none was lost. */
export function withVerb(tokens: readonly Token[], form: (at: number) => string): readonly Token[] {
  const root = tokens.findIndex(({ head }) => head === 0);
  const top = tokens[root];
  if (top?.xpos === 'VBN' && GOING.test(top.lemma)) return inPast(tokens, root);
  if (!top || !NOMINAL.test(top.upos) || hasPredicate(tokens, root)) return tokens;
  const verb = tokens.findIndex((_, at) => isLost(tokens, at, root, form));
  if (verb < 0) return tokens;
  const object = objectOf(tokens, verb);
  const subject = subjectOf(tokens, verb, root, object);
  return subject < 0 || subject === object ? tokens : rehung(tokens, { verb, subject, object, root });
}

const NOMINAL = /^(?:NOUN|PROPN)$/;

/** "Troops crossed into Chad" read as if they were crossed: without an auxiliary it is what they did. */
function inPast(tokens: readonly Token[], root: number): readonly Token[] {
  if (tokens.some(({ deprel, head }) => head === root + 1 && deprel.startsWith('aux'))) return tokens;
  return tokens.map((token, at) => {
    if (at === root) return { ...token, xpos: 'VBD' };
    return token.head === root + 1 && token.deprel === 'nsubj:pass' ? { ...token, deprel: 'nsubj' } : token;
  });
}

/** "Chad is a member", "Chad, he said": a sentence that has its verb. */
function hasPredicate(tokens: readonly Token[], root: number): boolean {
  return tokens.some(({ deprel, head, upos }, at) => {
    if (head === root + 1 && /^(?:cop|aux)/.test(deprel)) return true;
    if (upos !== 'VERB' || /^(?:acl:relcl|advcl|amod)$/.test(deprel)) return false;
    return tokens.some((child) => child.head === at + 1 && /^(?:nsubj|csubj|expl)/.test(child.deprel));
  });
}

/** Whether a word is the verb that the parse made a modifier: right behind a noun, before what it is done to. */
function isLost(tokens: readonly Token[], at: number, root: number, form: (at: number) => string): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || !before || !NOMINAL.test(before.upos)) return false;
  const head = token.head - 1;
  if (PAST.test(form(at))) return head > at || head === root;
  if (token.upos !== 'VERB' || !/^VB[DN]$/.test(token.xpos)) return false;
  if (token.deprel === 'amod' && head > at) return token.xpos === 'VBD' || !ATTRIBUTIVE.test(token.lemma);
  const follows = head === root && head === at - 1 && /^(?:acl|parataxis)$/.test(token.deprel);
  return follows && (token.xpos === 'VBD' || GOING.test(token.lemma));
}

/** Past tenses that are nothing else; taggers take the rarer ones for names. */
const PAST = /^(?:froze|unfroze|overran|overthrew|withdrew|withheld|dug|tore|swore|sank|sought|forbade|upheld|fled)$/;

/** "The UN backed government": participles that stand before nouns without a hyphen. */
const ATTRIBUTIVE = /^(?:back|lead|base|occupy|hold|control|own|run|rule|fund|sponsor|bear|make|build|administer)$/;

/** Verbs without an object: their participle after a noun is no passive. */
const GOING =
  /^(?:cross|advance|march|push|roll|move|retreat|enter|arrive|land|flee|sail|fly|clash|gather|rally|protest|agree|refuse|vow|threaten)$/;

/** The noun behind a verb that the verb was hung on, up to the top of its phrase; -1 where it has none. */
function objectOf(tokens: readonly Token[], verb: number): number {
  let at = (tokens[verb]?.head ?? 0) - 1;
  if (at < verb) return -1;
  for (let step = 0; step < tokens.length; step += 1) {
    const above = (tokens[at]?.head ?? 0) - 1;
    if (above <= verb) break;
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
}

function rehung(tokens: readonly Token[], { verb, subject, object, root }: Found): readonly Token[] {
  return tokens.map((token, at) => {
    if (at === verb) {
      const xpos = /^VB[ZP]$/.test(token.xpos) ? token.xpos : 'VBD';
      return { ...token, upos: 'VERB', xpos, head: 0, deprel: 'root' };
    }
    if (at === subject) return { ...token, head: verb + 1, deprel: 'nsubj' };
    if (at === object) return { ...token, head: verb + 1, deprel: 'obj' };
    const head = token.head - 1;
    const strays = (head === object && at < verb) || (head === root && root === subject && at > verb);
    if (!strays) return token;
    if (token.deprel === 'case') return { ...token, head: at + 2 };
    return { ...token, head: verb + 1, deprel: token.deprel === 'nmod' ? 'obl' : token.deprel };
  });
}
