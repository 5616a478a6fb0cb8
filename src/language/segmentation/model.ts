// The segmentation model in memory: weights of both decisions, how words are met inside sentences, spellings.
import type { Contractions } from './contractions.ts';
import type { CaseLookup } from './sentence-features.ts';

/** What `models/segmentation/spellings.json` holds. */
export interface Spellings {
  /** Lower-case spelling of several words in one, and where to cut it: `{ "cannot": [3] }`. */
  readonly contractions: Readonly<Record<string, readonly number[]>>;
  /** Abbreviations, without the full stop at the end, that stand before a name or number and so end no sentence. */
  readonly leading: readonly string[];
  /** Abbreviations, without the full stop at the end, that may stand at the end of a sentence. */
  readonly other: readonly string[];
}

export interface SegmentationModel {
  readonly wordWeights: Int8Array;
  readonly sentenceWeights: Int8Array;
  readonly casing: CaseLookup;
  readonly contractions: Contractions;
  /** Lower case, with the full stop. */
  readonly leading: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** Bits of the three table sizes, as the file's first bytes give them after the magic number. */
const MAGIC = 0x52534731;
const HEADER = 8;

/** Packs the trained tables into the bytes of `segmentation.bin`: magic, three exponents, a reserved byte, the tables. */
export function encodeModel(words: Int8Array, sentences: Int8Array, casing: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + words.length + sentences.length + casing.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  for (const [index, table] of [words, sentences, casing].entries()) view.setUint8(4 + index, Math.log2(table.length));
  bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.length), HEADER);
  bytes.set(new Uint8Array(sentences.buffer, sentences.byteOffset, sentences.length), HEADER + words.length);
  bytes.set(casing, HEADER + words.length + sentences.length);
  return bytes;
}

/** Reads the bytes of `segmentation.bin`. Throws a RangeError when they are not a whole file of this version. */
export function decodeModel(bytes: Uint8Array, spellings: Spellings): SegmentationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0) !== MAGIC) throw new RangeError('not a segmentation model');
  const sizes = [4, 5, 6].map((at) => 2 ** view.getUint8(at));
  const [words = 0, sentences = 0, casing = 0] = sizes;
  if (bytes.length !== HEADER + words + sentences + casing) throw new RangeError('the segmentation model is cut short');
  const table = (from: number, length: number): Int8Array => Int8Array.from(bytes.subarray(from, from + length));
  const counts = Uint8Array.from(bytes.subarray(HEADER + words + sentences));
  const withStop = (forms: readonly string[]): Set<string> => new Set(forms.map((form) => `${form.toLowerCase()}.`));
  return {
    wordWeights: table(HEADER, words),
    sentenceWeights: table(HEADER + words, sentences),
    casing: (hash) => counts[bucketOf(hash, counts.length)] ?? 0,
    contractions: new Map(Object.entries(spellings.contractions)),
    leading: withStop(spellings.leading),
    abbreviations: withStop([...spellings.leading, ...spellings.other]),
  };
}

/** The bucket of a folded word's hash in a table of how words are cased. */
export const bucketOf = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1);

/** How often words of one bucket were met with and without a capital inside sentences, as one number from 0 to 8. */
export const casingOf = (lower: number, capital: number): number => levelOf(lower) * 3 + levelOf(capital);

const levelOf = (count: number): number => (count > 5 ? 2 : count > 0 ? 1 : 0);
