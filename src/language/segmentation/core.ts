// Segmentation with a given model: no files, so that it runs in a browser or a worker as it does in Node.
import type { Sentence } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import type { Passage } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { WordSpans } from '../words/word-spans.ts';
import { findBlocks, wrapWidth } from './blocks.ts';
import type { SegmentationModel } from './model.ts';
import { scoreOf } from './perceptron.ts';
import { findSentenceEnds } from './sentences.ts';
import { findWords } from './words.ts';

export interface Segmentation {
  readonly sentences: readonly Sentence[];
  /** The words of each sentence, in order, without overlap; all that is not white space is in exactly one. */
  readonly words: PerSentence<Span>;
}

/**
 * Divides the passages of a text into sentences and syntactic words, one word per word of Universal Dependencies.
 * No sentence crosses a passage or a paragraph. Offsets count in `text`. Never throws; linear in the text's length.
 */
export function segmentWith(model: SegmentationModel, text: string, passages: readonly Passage[]): Segmentation {
  const sentences: Sentence[] = [];
  const words = new WordSpans();
  const width = wrapWidth(text);
  for (const [passage, { span }] of passages.entries()) {
    for (const block of findBlocks(text, span, width)) {
      const found = findWords(
        text,
        block,
        model.spellings,
        model.isName,
        (features) => scoreOf(features, model.wordWeights) > 0,
      );
      const ends = findSentenceEnds(text, found, model.casing, model.spellings, (features) =>
        scoreOf(features, model.sentenceWeights),
      );
      let from = 0;
      for (const end of ends) {
        const inside = found.slice(from, end + 1);
        from = end + 1;
        sentences.push({ span: [inside[0]?.[0] ?? 0, inside.at(-1)?.[1] ?? 0], passage });
        words.add(inside);
      }
    }
  }
  return { sentences, words };
}
