// How words are written inside sentences, counted by hashed form. A word's own occurrence must be left out while the
// sentence model learns: else a count of one tells the answer, since words that begin sentences are not counted.
import { bucketOf, CASING_BUCKETS, casingOf } from '../../dist/language/segmentation/model.js';
import { tableOf } from '../../dist/language/segmentation/sentence-features.js';

const NONE = { abbreviations: { leading: new Set() }, openers: new Set() };

export class Casing {
  constructor() {
    this.lower = new Int32Array(CASING_BUCKETS);
    this.capital = new Int32Array(CASING_BUCKETS);
  }

  /** Counts all words of a block but those whose start is in `starts`, the first words of sentences. */
  count(text, words, starts) {
    tableOf(
      text,
      words,
      (hash, start, lower) => {
        if (!starts.has(start)) (lower ? this.lower : this.capital)[bucketOf(hash)] += 1;
        return 0;
      },
      NONE,
    );
  }

  /** As the shipped table would say had this occurrence not been seen; `counted` says whether it was. */
  without(hash, lower, counted) {
    const bucket = bucketOf(hash);
    const own = counted ? 1 : 0;
    return casingOf(this.lower[bucket] - (lower ? own : 0), this.capital[bucket] - (lower ? 0 : own));
  }

  table() {
    return Uint8Array.from(this.lower, (count, bucket) => casingOf(count, this.capital[bucket]));
  }
}
