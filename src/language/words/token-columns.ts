// The tokens of a document in columns. As objects they stand only for the sentences that are looked at.
import type { Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { Recent } from '../../model/recent.ts';
import { Column } from './column.ts';
import { Labels } from './labels.ts';
import { WordSpans } from './word-spans.ts';

/** A word takes 36 bytes here, and 170 as an object with its span and lemma. */
export class TokenColumns implements PerSentence<Token> {
  private readonly words = new WordSpans();
  private readonly heads = new Column();
  private readonly lemmas = new Labels();
  private readonly upos = new Labels();
  private readonly xpos = new Labels();
  private readonly feats = new Labels();
  private readonly deprels = new Labels();
  private readonly recent: Recent<readonly Token[]>;

  /** @param sentences how many the document has */
  constructor(sentences: number) {
    this.recent = new Recent(sentences, (sentence) => this.make(sentence));
  }

  /** Adds the tokens of the next sentence. */
  add(tokens: readonly Token[]): void {
    this.words.add(tokens.map(({ span }) => span));
    for (const { lemma, upos, xpos, feats, head, deprel } of tokens) {
      this.heads.push(head);
      this.lemmas.push(lemma);
      this.upos.push(upos);
      this.xpos.push(xpos);
      this.feats.push(feats);
      this.deprels.push(deprel);
    }
  }

  get length(): number {
    return this.words.length;
  }

  /** The tokens of a sentence; of one that was looked at lately the same objects as then. */
  at(sentence: number): readonly Token[] | undefined {
    return sentence < 0 || sentence >= this.length ? undefined : this.recent.at(sentence);
  }

  *[Symbol.iterator](): Generator<readonly Token[]> {
    for (let sentence = 0; sentence < this.length; sentence += 1) yield this.at(sentence) ?? [];
  }

  private make(sentence: number): readonly Token[] {
    const first = this.words.before(sentence);
    return (this.words.at(sentence) ?? []).map((span, n) => {
      const word = first + n;
      return {
        span,
        lemma: this.lemmas.at(word),
        upos: this.upos.at(word),
        xpos: this.xpos.at(word),
        feats: this.feats.at(word),
        head: this.heads.at(word),
        deprel: this.deprels.at(word),
      };
    });
  }
}
