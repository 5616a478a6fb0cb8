// What is made of one sentence after another of a document, and made anew where it is asked for again much later.

/** Documents of at most so many sentences have all that was made of them kept. */
const KEPT_WHOLE = 1000;
/** Of longer ones what was asked for last is kept: at least so many sentences and at most twice as many. */
const KEPT_OF_LONGER = 16;

/**
 * Things that cost more memory than time, by the index of their sentence: tokens as objects, trees. Stages go from the first
 * sentence to the last and look back a little, so that a long document needs no more of them at once than a short one.
 * What is made must be the same each time.
 */
export class Recent<Made extends object> {
  private readonly make: (sentence: number) => Made;
  private readonly most: number;
  private latest = new Map<number, Made>();
  private before = new Map<number, Made>();

  /** @param sentences how many the document has */
  constructor(sentences: number, make: (sentence: number) => Made) {
    this.make = make;
    this.most = sentences <= KEPT_WHOLE ? KEPT_WHOLE : KEPT_OF_LONGER;
  }

  at(sentence: number): Made {
    const known = this.latest.get(sentence);
    if (known) return known;
    const made = this.before.get(sentence) ?? this.make(sentence);
    if (this.latest.size >= this.most) {
      this.before = this.latest;
      this.latest = new Map();
    }
    this.latest.set(sentence, made);
    return made;
  }
}
