// The words of a document's sentences by their places in the text, in columns: objects for each would take ten times the memory.
import type { PerSentence } from '../../model/annotations.ts';
import type { Span } from '../../model/span.ts';
import { Column } from './column.ts';

export class WordSpans implements PerSentence<Span> {
  private readonly starts = new Column();
  private readonly ends = new Column();
  /** How many words there are up to the end of each sentence. */
  private readonly until = new Column();

  /** Adds the next sentence. */
  add(words: readonly Span[]): void {
    for (const [start, end] of words) {
      this.starts.push(start);
      this.ends.push(end);
    }
    this.until.push(this.starts.length);
  }

  get length(): number {
    return this.until.length;
  }

  /** How many words stand before a sentence. */
  before(sentence: number): number {
    return this.until.at(sentence - 1);
  }

  at(sentence: number): readonly Span[] | undefined {
    if (sentence < 0 || sentence >= this.length) return undefined;
    const words: Span[] = [];
    for (let word = this.before(sentence); word < this.until.at(sentence); word += 1) {
      words.push([this.starts.at(word), this.ends.at(word)]);
    }
    return words;
  }

  *[Symbol.iterator](): Generator<readonly Span[]> {
    for (let sentence = 0; sentence < this.length; sentence += 1) yield this.at(sentence) ?? [];
  }
}
