// The tokens of a document in columns. As objects they stand only for the sentences that are looked at.
import type { Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { Recent } from '../../model/recent.ts';
import { Column } from './column.ts';
import { Labels } from './labels.ts';

/** A word takes 36 bytes here, and 170 as an object with its span and lemma. */
export class TokenColumns implements PerSentence<Token> {
  private readonly starts = new Column();
  private readonly ends = new Column();
  private readonly heads = new Column();
  private readonly lemmas = new Labels();
  private readonly upos = new Labels();
  private readonly xpos = new Labels();
  private readonly feats = new Labels();
  private readonly deprels = new Labels();
  /** How many tokens there are up to the end of each sentence. */
  private readonly until = new Column();
  private readonly recent: Recent<readonly Token[]>;

  /** @param sentences how many the document has */
  constructor(sentences: number) {
    this.recent = new Recent(sentences, (sentence) => this.make(sentence));
  }

  /** Adds the tokens of the next sentence. */
  add(tokens: readonly Token[]): void {
    for (const { span, lemma, upos, xpos, feats, head, deprel } of tokens) {
      this.starts.push(span[0]);
      this.ends.push(span[1]);
      this.heads.push(head);
      this.lemmas.push(lemma);
      this.upos.push(upos);
      this.xpos.push(xpos);
      this.feats.push(feats);
      this.deprels.push(deprel);
    }
    this.until.push(this.starts.length);
  }

  get length(): number {
    return this.until.length;
  }

  /** The tokens of a sentence; of one that was looked at lately the same objects as then. */
  at(sentence: number): readonly Token[] | undefined {
    return sentence < 0 || sentence >= this.length ? undefined : this.recent.at(sentence);
  }

  *[Symbol.iterator](): Generator<readonly Token[]> {
    for (let sentence = 0; sentence < this.length; sentence += 1) yield this.at(sentence) ?? [];
  }

  private make(sentence: number): readonly Token[] {
    const tokens: Token[] = [];
    for (let word = this.until.at(sentence - 1); word < this.until.at(sentence); word += 1) {
      tokens.push({
        span: [this.starts.at(word), this.ends.at(word)],
        lemma: this.lemmas.at(word),
        upos: this.upos.at(word),
        xpos: this.xpos.at(word),
        feats: this.feats.at(word),
        head: this.heads.at(word),
        deprel: this.deprels.at(word),
      });
    }
    return tokens;
  }
}
