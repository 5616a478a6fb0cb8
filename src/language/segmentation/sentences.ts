// Sentence ends: after which words of a block a sentence is over.
import type { Span } from '../../model/span.ts';
import { isTimeAlone, openingEnd } from './openings.ts';
import { type Features, newFeatures } from './perceptron.ts';
import { type CaseLookup, type RoleLists, sentenceFeatures, tableOf } from './sentence-features.ts';
import { cautionAt, settledEnd } from './sentence-rules.ts';

/** How much speaks for a sentence end after word `at`: above zero, less what caution asks, ends it. */
export type ScoreSentence = (features: Features, at: number) => number;

const CERTAIN = 1e9;

/** A sentence is ended by force after so many words, at the likeliest place in the last half of them. */
export const LONGEST_SENTENCE = 400;

/**
 * The index of the last word of each sentence of one block, always ending with the last word.
 * `score` is the model, or in training the treebank.
 */
export function findSentenceEnds(
  text: string,
  words: readonly Span[],
  casing: CaseLookup,
  lists: RoleLists,
  score: ScoreSentence,
): number[] {
  const table = tableOf(text, words, casing, lists);
  const features = newFeatures();
  const scores = new Float64Array(words.length);
  const ends: number[] = [];
  const opening = openingEnd(text, words[0]?.[0] ?? 0, words.at(-1)?.[1] ?? 0);
  const isTime = (first: number, last: number) =>
    last === first + 1 && isTimeAlone(text.slice(words[first]?.[0] ?? 0, words[last]?.[1] ?? 0));
  let begun = 0;
  let at = 0;
  while (at < words.length - 1) {
    const end = words[at]?.[1] ?? 0;
    const settled = end <= opening ? end === opening : isTime(begun, at) ? false : settledEnd(table, begun, at);
    if (settled === null) sentenceFeatures(features, table, begun, at);
    const value = settled === null ? score(features, at) - cautionAt(table, at) : settled ? CERTAIN : -CERTAIN;
    scores[at] = value;
    const forced = value <= 0 && at - begun + 1 >= LONGEST_SENTENCE;
    if (value > 0 || forced) {
      const last = forced ? likeliest(scores, begun + LONGEST_SENTENCE / 2, at) : at;
      ends.push(last);
      begun = last + 1;
      at = last;
    }
    at += 1;
  }
  if (words.length > 0) ends.push(words.length - 1);
  return ends;
}

function likeliest(scores: Float64Array, from: number, to: number): number {
  let best = from;
  for (let at = from; at <= to; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
