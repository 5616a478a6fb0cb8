// How words are written inside sentences, counted by hashed form. A word's own occurrence must be left out while the
// sentence model learns: else a count of one tells the answer, since words that begin sentences are not counted.
import { bucketOf, casingOf } from '../../dist/language/segmentation/model.js';
import { tableOf } from '../../dist/language/segmentation/sentence-features.js';

const BUCKETS = 2 ** 15;

export class Casing {
  constructor() {
    this.lower = new Int32Array(BUCKETS);
    this.capital = new Int32Array(BUCKETS);
  }

  /** Counts all words of a block but those whose start is in `starts`, the first words of sentences. */
  count(text, words, starts) {
    tableOf(text, words, (hash, start, lower) => {
      if (!starts.has(start)) (lower ? this.lower : this.capital)[bucketOf(hash, BUCKETS)] += 1;
      return 0;
    });
  }

  /** As the shipped table would say had this occurrence not been seen; `counted` says whether it was. */
  without(hash, lower, counted) {
    const bucket = bucketOf(hash, BUCKETS);
    const own = counted ? 1 : 0;
    return casingOf(this.lower[bucket] - (lower ? own : 0), this.capital[bucket] - (lower ? 0 : own));
  }

  table() {
    return Uint8Array.from(this.lower, (count, bucket) => casingOf(count, this.capital[bucket]));
  }
}
