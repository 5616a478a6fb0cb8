// The tense that governs a time expression, which tells a coming Wednesday from a past one.
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import { sayingBefore } from './day-of-saying.ts';

/** `present` is told by a finite verb ("the exercise ends on Friday"); `open` where nothing tells. */
export type Tense = 'past' | 'present' | 'future' | 'open';

/** The words of one sentence with their annotation; `tokens` is empty where the text is not analysed. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
  readonly tokens: readonly Token[];
}

/** Words that look ahead by themselves: "due", "payable", "effective". */
const AHEAD = /^(?:due|payable|effective|scheduled)$/i;

/** Verbs and adjectives whose infinitive is still to come: "planned to meet on Wednesday". */
const INTENDING =
  /^(?:plan|schedule|expect|intend|slate|hope|aim|due|set|likely|propose|agree|promise|pay|payable|forecast|vow|want|prepare)$/i;

const FUTURE_WORDS =
  /^(?:will|shall|'ll|’ll|wo|going|due|scheduled|expected|plan|plans|planned|planning|set|slated|intend|intends|intended|expect|expects|hope|hopes|until|effective|payable|upcoming|tomorrow)$/i;

/** The word an offset lies in: its place in the sentence, or -1. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = tokens[middle]?.span ?? [0, 0];
    if (offset < span[0]) high = middle - 1;
    else if (offset >= span[1]) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** "postponed until Tuesday", "payable Dec. 1" look ahead whatever was done. */
const LOOKS_AHEAD = /\b(?:until|payable|due|effective|expiring|maturing)\s(?:on\s)?(?:the\s)?$/i;

/**
 * The tense of the verb that governs the expression at `offset`: "will meet on Wednesday" is future, "met on Wednesday" past,
 * "planned to meet on Wednesday" future. Where the sentence is not analysed, the nearest auxiliary before the expression tells.
 */
export function tenseAt(sentence: Sentence, offset: number): Tense {
  const { tokens, text, span } = sentence;
  if (LOOKS_AHEAD.test(text.slice(Math.max(span[0], offset - 16), offset))) return 'future';
  const place = tokenAt(tokens, offset);
  // A time is seldom a subject; one far from its verb is a slip of the parser.
  const token = tokens[place];
  if (token === undefined || (token.deprel.startsWith('nsubj') && token.head > place + 2))
    return tenseOfWords(sentence, offset);
  return tenseOfTree(tokens, place);
}

/** Verbs farther up say no more about the expression. */
const MOST_STEPS = 12;

/** Climbs from the expression to the first word that tells a tense. */
function tenseOfTree(tokens: readonly Token[], place: number): Tense {
  let at = place;
  let infinitive = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const token = tokens[at];
    if (token === undefined) return 'open';
    const verbal = token.upos === 'VERB' || token.upos === 'AUX' || (step > 0 && hasCopula(tokens, at));
    if (step > 0 && INTENDING.test(token.lemma) && (infinitive || token.lemma === 'schedule'))
      return hadBeen(tokens, at) ? 'open' : 'future';
    if (step > 0 && !verbal && AHEAD.test(token.lemma)) return 'future';
    if (step > 0 && !verbal && isSet(tokens, at)) return 'future';
    const tense = verbal ? tenseOfVerb(tokens, at) : null;
    if (tense === 'infinitive') infinitive = true;
    else if (tense === 'present' && !infinitive) return step > 1 || pastBefore(tokens, at, place) ? 'open' : 'present';
    else if (tense !== null) return infinitive ? TENSE_OF_INFINITIVE[tense] : tense;
    const saying = step === 0 ? sayingBefore(tokens, at) : -1;
    if (saying < 0 && token.head === 0) break;
    at = saying < 0 ? token.head - 1 : saying;
  }
  return infinitive ? 'future' : 'open';
}

/** A date or deadline that somebody sets is to come: "Lima sets a June deadline". */
function isSet(tokens: readonly Token[], at: number): boolean {
  const { lemma = '', deprel = '', head = 0 } = tokens[at] ?? {};
  return (
    deprel === 'obj' && /^(?:date|deadline)$/.test(lemma) && /^(?:set|fix|name)$/.test(tokens[head - 1]?.lemma ?? '')
  );
}

/** "wants to meet on Friday" looks ahead; "came to meet on Friday" leaves it open. */
const TENSE_OF_INFINITIVE: Readonly<Record<Tense, Tense>> = {
  past: 'open',
  present: 'future',
  open: 'future',
  future: 'future',
};

/** Whether a past verb stands between a verb and the expression: "he belongs here, she said Friday", where parsers slip. */
const pastBefore = (tokens: readonly Token[], verb: number, place: number): boolean =>
  tokens.slice(Math.max(verb, place - NEARBY), place).some(({ xpos }) => xpos === 'VBD');

const NEARBY = 8;

const hasCopula = (tokens: readonly Token[], at: number): boolean =>
  dependants(tokens, at).some(({ deprel }) => deprel === 'cop');

/** "had been scheduled to expire on Friday": what was planned then may be over. */
const hadBeen = (tokens: readonly Token[], at: number): boolean =>
  dependants(tokens, at).some(({ lemma, xpos }) => lemma === 'have' && xpos === 'VBD');

/** Tokens that depend on one; looked for near it, since auxiliaries stand close. */
function dependants(tokens: readonly Token[], at: number): readonly Token[] {
  return tokens.slice(Math.max(0, at - 12), at + 12).filter(({ head }) => head === at + 1);
}

/** "the minister says on Friday": headlines and captions report what was in the present tense. */
const REPORTING = /^(?:say|tell|report|write|note|add|show|speak|arrive|shake|pose|look)$/i;

function tenseOfVerb(tokens: readonly Token[], at: number): Tense | 'infinitive' | null {
  const verb = tokens[at];
  if (verb === undefined) return null;
  const helpers = dependants(tokens, at).filter(({ deprel }) => /^(?:aux|cop)/.test(deprel));
  if (helpers.some(({ lemma }) => /^(?:will|shall|'ll|would)$/i.test(lemma))) return 'future';
  if (helpers.some(({ lemma }) => /^(?:could|may|might|should|can|must)$/i.test(lemma))) return 'open';
  if (helpers.some(({ xpos }) => xpos === 'VBD') || verb.xpos === 'VBD') return 'past';
  if (helpers.some(({ lemma, xpos }) => lemma === 'have' && xpos !== 'VB')) return 'past';
  if (dependants(tokens, at).some(({ lemma, deprel }) => lemma === 'to' && deprel === 'mark')) return 'infinitive';
  if (REPORTING.test(verb.lemma)) return 'open';
  if (verb.xpos === 'VBZ' || verb.xpos === 'VBP' || helpers.some(({ xpos }) => /^VB[ZP]$/.test(xpos))) return 'present';
  return null;
}

const PAST_WORDS =
  /^(?:was|were|had|did|said|has|have|met|told|came|went|took|made|held|began|left|sent|gave|rose|fell|grew|won|lost|led|put|spoke|saw|got|ran|broke|chose|drew|wrote|became)$|\p{Ll}{2,}ed$/u;

/** Words before or after an expression within which a tense is looked for. */
const NEAR = 90;

/** Without a tree: the last word before the expression that tells a tense, else the first after it. */
function tenseOfWords({ text, span: [from, to] }: Sentence, offset: number): Tense {
  const before = text
    .slice(Math.max(from, offset - NEAR), offset)
    .split(NO_WORD)
    .reverse();
  const after = text.slice(offset, Math.min(to, offset + NEAR)).split(NO_WORD);
  for (const word of [...before, ...after]) {
    if (FUTURE_WORDS.test(word) || /['’]ll$/i.test(word)) return 'future';
    if (PAST_WORDS.test(word)) return 'past';
  }
  return 'open';
}

const NO_WORD = /[^\p{L}'’]+/u;
