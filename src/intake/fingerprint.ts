// Tells whether two files or texts are the same: a hash of bytes, a hash of words, and a sketch for near-duplicates.
import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes or a text, in hexadecimal: what is unchanged has an unchanged one. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a text's words: equal for copies that differ in case, spacing or punctuation only. */
export function hashText(text: string): string {
  return createHash('sha256').update(wordsOf(text).join(' ')).digest('hex');
}

/** Smallest hashes kept of a text's five-word sequences. */
const SKETCH_SIZE = 64;
const SHINGLE = 5;

/**
 * A sketch of a text for `resemblance`: the smallest hashes of its sequences of five words
 * (bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997). Linear in the text's length.
 */
export function sketch(text: string): readonly number[] {
  const words = wordsOf(text).map(hashWord);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1) {
    let hash = 0;
    for (let k = 0; k < SHINGLE; k += 1) hash = Math.imul(hash ^ (words[i + k] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    hashes.add(mix(hash));
  }
  if (hashes.size === 0) for (const word of words) hashes.add(mix(word));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

/** Estimate of the share of word sequences that two texts have in common, 0 to 1. Wire copies of one report are above 0.5. */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  let union = 0;
  let common = 0;
  // Both are sorted: walked side by side, they give the union in order.
  for (let i = 0, k = 0; union < SKETCH_SIZE && (i < a.length || k < b.length); union += 1) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[k] ?? Number.POSITIVE_INFINITY;
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) k += 1;
  }
  return union === 0 ? 0 : common / union;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** FNV-1a over code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
