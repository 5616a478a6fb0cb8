// What the parser says of a sentence: tags, lemma, tree and names, by word.

/** One word in Universal Dependencies. */
export interface AnalysedWord {
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** UD features (`Number=Sing|Person=3`), `_` for none. */
  readonly feats: string;
  /** Place of the head in the sentence, counted from 1; 0 is the root. */
  readonly head: number;
  /** Universal relation to the head with its subtype (`nsubj:pass`); `root` at the root. */
  readonly deprel: string;
}

export type AnalysedNameType = 'PER' | 'ORG' | 'LOC';

/** A proper name: words `start` to `end` (exclusive, counted from 0), without article and title. */
export interface AnalysedName {
  readonly start: number;
  readonly end: number;
  readonly type: AnalysedNameType;
  /** How sure the model is of these words and this type, 0 to 1, to two decimals. */
  readonly score: number;
}

/** Each sentence is one tree: exactly one word has head 0. */
export interface AnalysedSentence {
  readonly words: readonly AnalysedWord[];
  readonly names: readonly AnalysedName[];
}
