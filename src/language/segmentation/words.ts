// Words: divides each stretch between white space into words as the English Web Treebank does.
import type { Span } from '../../model/span.ts';
import { findAddresses } from './addresses.ts';
import { ASTRAL, COMMA, classOf, DIGIT, EXTEND, isLetter, QUOTE, SPACE, TERMINAL } from './characters.ts';
import { contractionAt } from './contractions.ts';
import { type Features, newFeatures } from './perceptron.ts';
import type { Spellings } from './spellings.ts';
import { type Chunk, wordFeatures } from './word-features.ts';
import { type NameTest, settled } from './word-rules.ts';

/** Past so many code units without white space a chunk is no prose, and is divided at its punctuation alone. */
const LONGEST_PROSE = 1000;

/** Says whether a word ends at the place whose features are given. */
export type DecideWord = (features: Features, at: number) => boolean;

/** A run of one sign longer than this is one word: rules of dashes, of dots, of brackets. */
const LONGEST_RUN = 8;

/**
 * The words of one block of lines, in order; every code unit that is not white space is in exactly one.
 * `decide` is the model, or in training the treebank.
 */
export function findWords(
  text: string,
  [from, to]: Span,
  spellings: Spellings,
  isName: NameTest,
  decide: DecideWord,
): Span[] {
  const words: Span[] = [];
  const features = newFeatures();
  let at = from;
  while (at < to) {
    if (classOf(text.charCodeAt(at)) === SPACE) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && classOf(text.charCodeAt(end)) !== SPACE) end += 1;
    divideChunk({ text, start: at, end, limit: to }, spellings, isName, features, decide, words);
    at = end;
  }
  return words;
}

function divideChunk(
  chunk: Chunk,
  spellings: Spellings,
  isName: NameTest,
  features: Features,
  decide: DecideWord,
  words: Span[],
): void {
  const { text, start, end } = chunk;
  const addresses = findAddresses(text, start, end);
  let address = 0;
  let begun = start;
  let at = start + 1;
  const cut = (place: number): void => {
    if (place <= begun) return;
    words.push([begun, place]);
    begun = place;
  };
  while (begun < end) {
    const held = addresses[address];
    if (held !== undefined && at >= held[0]) {
      cut(held[0]);
      cut(held[1]);
      address += 1;
      at = held[1] + 1;
      continue;
    }
    if (at >= end) {
      cut(end);
      break;
    }
    const spelt = contractionAt(text, begun, at, end, spellings.contractions);
    if (spelt !== null && spelt.resume > at) {
      for (const place of spelt.cuts) cut(place);
      at = spelt.resume;
      continue;
    }
    if (mayEnd(text, start, at)) {
      let ends = at - start > LONGEST_PROSE ? changesSign(text, at) : settled(chunk, begun, at, spellings, isName);
      if (ends === null) {
        wordFeatures(features, chunk, begun, at);
        ends = decide(features, at);
      }
      if (ends) cut(at);
    }
    at += 1;
  }
}

/** Whether a word can end between the two code units around `at` at all. */
function mayEnd(text: string, start: number, at: number): boolean {
  const here = text.charCodeAt(at);
  const next = classOf(here);
  if (next === EXTEND) return false;
  let place = at - 1;
  while (place > start && place > at - 8 && classOf(text.charCodeAt(place)) === EXTEND) place -= 1;
  const before = text.charCodeAt(place);
  const kind = classOf(before);
  if (isLetter(kind) && isLetter(next)) return false;
  if (kind === next && (kind === DIGIT || kind === ASTRAL)) return false;
  if (before === here && at - start >= LONGEST_RUN) return !sameRun(text, at);
  return true;
}

function changesSign(text: string, at: number): boolean {
  const before = classOf(text.charCodeAt(at - 1));
  const here = classOf(text.charCodeAt(at));
  return before !== here && (isPunctuation(before) || isPunctuation(here));
}

const isPunctuation = (kind: number): boolean => kind === TERMINAL || (kind >= QUOTE && kind <= COMMA);

function sameRun(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  for (let back = 1; back <= LONGEST_RUN; back += 1) if (text.charCodeAt(at - back) !== sign) return false;
  return true;
}
