// The segmentation model in memory: weights of both decisions, how words are met inside sentences, spellings.
import { foldOf } from './characters.ts';
import { mix, SEED } from './perceptron.ts';
import type { CaseLookup } from './sentence-features.ts';
import { readSpellings, type SpellingLists, type Spellings } from './spellings.ts';
import type { NameTest } from './word-rules.ts';

export interface SegmentationModel {
  readonly wordWeights: Int8Array;
  readonly sentenceWeights: Int8Array;
  readonly casing: CaseLookup;
  readonly isName: NameTest;
  readonly spellings: Spellings;
}

/** Bits of the three table sizes, as the file's first bytes give them after the magic number. */
const MAGIC = 0x52534731;
const HEADER = 8;

/** How words are cased, by bucket of their folded form: numbers from 0 to 8, two to a byte. */
export const CASING_BUCKETS = 2 ** 17;

/** Packs the trained tables into the bytes of `segmentation.bin`: magic, two exponents, two reserved bytes, the tables. */
export function encodeModel(words: Int8Array, sentences: Int8Array, casing: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + words.length + sentences.length + CASING_BUCKETS / 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  for (const [index, table] of [words, sentences].entries()) view.setUint8(4 + index, Math.log2(table.length));
  bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.length), HEADER);
  bytes.set(new Uint8Array(sentences.buffer, sentences.byteOffset, sentences.length), HEADER + words.length);
  const packed = bytes.subarray(HEADER + words.length + sentences.length);
  for (const [bucket, level] of casing.entries())
    packed[bucket >> 1] = (packed[bucket >> 1] ?? 0) | (level << ((bucket & 1) * 4));
  return bytes;
}

/** Reads the bytes of `segmentation.bin`. Throws a RangeError when they are not a whole file of this version. */
export function decodeModel(bytes: Uint8Array, lists: SpellingLists): SegmentationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0) !== MAGIC) throw new RangeError('not a segmentation model');
  const words = 2 ** view.getUint8(4);
  const sentences = 2 ** view.getUint8(5);
  const tables = HEADER + words + sentences;
  if (bytes.length !== tables + CASING_BUCKETS / 2) throw new RangeError('the segmentation model is cut short');
  const packed = Uint8Array.from(bytes.subarray(tables));
  const casing = (hash: number): number => {
    const bucket = bucketOf(hash);
    return ((packed[bucket >> 1] ?? 0) >> ((bucket & 1) * 4)) & 15;
  };
  return {
    wordWeights: Int8Array.from(bytes.subarray(HEADER, HEADER + words)),
    sentenceWeights: Int8Array.from(bytes.subarray(HEADER + words, tables)),
    casing,
    isName: nameTest(casing),
    spellings: readSpellings(lists),
  };
}

/** The bucket of a folded word's hash in the table of how words are cased. */
export const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (CASING_BUCKETS - 1);

/** How often words of one bucket were met with and without a capital inside sentences, as one number from 0 to 8. */
export const casingOf = (lower: number, capital: number): number => levelOf(lower) * 3 + levelOf(capital);

const levelOf = (count: number): number => (count > 5 ? 2 : count > 0 ? 1 : 0);

/** Takes a word for a name when it was never met in lower case. */
export const nameTest =
  (casing: CaseLookup): NameTest =>
  (text, start, end) => {
    let hash = SEED;
    for (let at = start; at < end; at += 1) hash = mix(hash, foldOf(text.charCodeAt(at)));
    return end > start && casing(hash, start, false) < 3;
  };
