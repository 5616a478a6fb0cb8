// Trees of a document's sentences, made once, with the stretch of text that each word's subtree covers.
import type { Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { Recent } from '../../model/recent.ts';
import type { Span } from '../../model/span.ts';
import { Tree } from '../events/tree.ts';

/** A tree with the first and last word under each word. */
export class Phrases extends Tree {
  private readonly left: Int32Array;
  private readonly right: Int32Array;

  constructor(tokens: readonly Token[], text: string) {
    super(tokens, text);
    this.left = Int32Array.from(tokens, (_, i) => i);
    this.right = Int32Array.from(tokens, (_, i) => i);
    const order: number[] = tokens.map((_, i) => i).filter((i) => this.head(i) < 0);
    for (let next = 0; next < order.length; next += 1) order.push(...this.childrenOf(order[next] ?? 0));
    for (const i of order.reverse()) {
      const head = this.head(i);
      if (head < 0) continue;
      this.left[head] = Math.min(this.left[head] ?? i, this.left[i] ?? i);
      this.right[head] = Math.max(this.right[head] ?? i, this.right[i] ?? i);
    }
  }

  /** First and last word under a word, itself included. */
  edges(at: number): readonly [first: number, last: number] {
    return [this.left[at] ?? at, this.right[at] ?? at];
  }

  /** The text from the first to the last word of a stretch, without punctuation at its ends. */
  stretch(first: number, last: number): Span | null {
    let from = first;
    let to = last;
    while (from <= to && this.isStop(from)) from += 1;
    while (to >= from && this.isStop(to)) to -= 1;
    if (from > to) return null;
    return [this.span(from)[0], this.span(to)[1]];
  }

  /** The text of a word's subtree; punctuation at its ends is left out, quotation marks and brackets stay. */
  yieldOf(at: number): Span | null {
    const [first, last] = this.edges(at);
    return this.stretch(first, last);
  }

  /** How many words begin before a place in the text. */
  countBefore(offset: number): number {
    let low = 0;
    for (let high = this.size; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.span(middle)[0] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether `above` is the word itself or above it. */
  isUnder(at: number, above: number): boolean {
    for (let place = at; place >= 0; place = this.head(place)) if (place === above) return true;
    return false;
  }

  /** The word of a stretch of text whose head lies outside the stretch; the first where several do, -1 where there is no word. */
  headOf([start, end]: Span): number {
    const first = this.countBefore(start);
    const last = this.countBefore(end) - 1;
    for (let at = first; at <= last; at += 1) {
      const head = this.head(at);
      const outside = head < first || head > last;
      if (outside && this.relation(at) !== 'punct') return at;
    }
    return first <= last ? first : -1;
  }

  private isStop(at: number): boolean {
    return /^[.,;:!?…—–-]+$/.test(this.form(at));
  }
}

/** The trees of a document, each made when it is asked for. */
export class Forest {
  private readonly trees: Recent<Phrases>;

  constructor(tokens: PerSentence<Token>, text: string) {
    this.trees = new Recent(tokens.length, (sentence) => new Phrases(tokens.at(sentence) ?? [], text));
  }

  tree(sentence: number): Phrases {
    return this.trees.at(sentence);
  }
}
