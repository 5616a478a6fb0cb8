// The tagged spans of a paragraph as the linker sees them: with their places in sentences and trees.
import type { Sentence } from '../../../model/analysis.ts';
import type { Span } from '../../../model/span.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Forest, Phrases } from '../phrases.ts';

export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** A span that the tagger found. */
export interface Tagged {
  readonly role: Role;
  readonly span: Span;
}

/** A tagged span at its place in the paragraph. */
export interface Element extends Tagged {
  /** First and last sentence it touches. */
  readonly sentence: number;
  readonly lastSentence: number;
  /** Its first and one past its last word, counted from the paragraph's first word. */
  readonly from: number;
  readonly to: number;
  readonly tree: Phrases;
  /** Its head word in `tree`. */
  readonly head: number;
  readonly quoted: boolean;
}

/** Places the tagged spans of a paragraph, in text order. */
export function elementsOf(
  tagged: readonly Tagged[],
  paragraph: Paragraph,
  sentences: readonly Sentence[],
  forest: Forest,
  text: string,
): readonly Element[] {
  const sorted = [...tagged].sort((a, b) => a.span[0] - b.span[0]);
  const elements: Element[] = [];
  let sentence = paragraph.first;
  let before = 0;
  for (const { role, span } of sorted) {
    while (sentence + 1 < paragraph.end && (sentences[sentence + 1]?.span[0] ?? 0) <= span[0]) {
      before += forest.tree(sentence).size;
      sentence += 1;
    }
    let lastSentence = sentence;
    while (lastSentence + 1 < paragraph.end && (sentences[lastSentence + 1]?.span[0] ?? 0) < span[1]) lastSentence += 1;
    const tree = forest.tree(sentence);
    const from = before + tree.countBefore(span[0]);
    let to = from;
    for (let s = sentence, base = before; s <= lastSentence; base += forest.tree(s).size, s += 1) {
      to = base + forest.tree(s).countBefore(span[1]);
    }
    const quoted = /^["“„«‘'`]/.test(text.charAt(span[0]));
    elements.push({ role, span, sentence, lastSentence, from, to, tree, head: tree.headOf(span), quoted });
  }
  return elements;
}
