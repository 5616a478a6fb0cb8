// Cuts paragraphs into the stretches that the tagger reads in one go.
import type { Name, Token } from '../../../model/analysis.ts';
import type { PerSentence } from '../../../model/annotations.ts';
import { overlapping } from '../overlapping.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Quotation } from '../quotations.ts';
import type { Window } from './features.ts';

/** Longest window in words; longer paragraphs are cut at a sentence end, longer sentences where they reach it. */
export const WINDOW_WORDS = 256;

/**
 * The windows of one paragraph, in text order. What a window holds depends on its own paragraph only.
 * @param names the names of the paragraph, in text order
 */
export function* windowsOf(
  paragraph: Paragraph,
  tokens: PerSentence<Token>,
  quotations: readonly Quotation[],
  names: readonly Name[],
): Generator<Window> {
  let sentences: (readonly Token[])[] = [];
  let size = 0;
  let opens = true;
  const closed = (): Window => {
    const from = sentences[0]?.[0]?.span[0] ?? 0;
    const to = sentences.at(-1)?.at(-1)?.span[1] ?? from;
    const window = {
      sentences,
      quotations: overlapping(quotations, [from, to]),
      names: overlapping(names, [from, to]),
      kind: paragraph.kind,
      opens,
    };
    sentences = [];
    size = 0;
    opens = false;
    return window;
  };
  for (let s = paragraph.first; s < paragraph.end; s += 1) {
    const sentence = tokens.at(s) ?? [];
    if (size && size + sentence.length > WINDOW_WORDS) yield closed();
    for (let at = 0; at < sentence.length; at += WINDOW_WORDS) {
      const piece = sentence.length > WINDOW_WORDS ? sentence.slice(at, at + WINDOW_WORDS) : sentence;
      sentences.push(piece);
      size += piece.length;
      if (size >= WINDOW_WORDS) yield closed();
    }
  }
  if (sentences.length) yield closed();
}
