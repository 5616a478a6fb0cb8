// Segmentation: the sentences of a text's passages and the syntactic words of each sentence.
import type { Sentence } from '../../model/analysis.ts';
import type { Passage } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { findSentenceEnds } from './sentences.ts';
import { findWords } from './words.ts';

export interface Segmentation {
  readonly sentences: readonly Sentence[];
  /** The words of each sentence, in order, without overlap; all that is not white space is in exactly one. */
  readonly words: readonly (readonly Span[])[];
}

/** Divides the passages of a text into sentences and syntactic words. No sentence crosses a passage. Never throws. */
export function segment(text: string, passages: readonly Passage[]): Segmentation {
  const sentences: Sentence[] = [];
  const words: (readonly Span[])[] = [];
  for (const [passage, { span }] of passages.entries()) {
    const found = findWords(text, span);
    let from = 0;
    for (const end of findSentenceEnds(text, found)) {
      const inside = found.slice(from, end + 1);
      from = end + 1;
      sentences.push({ span: [inside[0]?.[0] ?? 0, inside.at(-1)?.[1] ?? 0], passage });
      words.push(inside);
    }
  }
  return { sentences, words };
}
