// What the word model sees of one place in a chunk: the characters, shapes and pieces on both sides.
import { APOSTROPHE, classOf, DIGIT, foldOf, isLetter } from './characters.ts';
import { addFeature, type Features, mix, SEED } from './perceptron.ts';

/** How far the model looks from a place, in code units; keeps the work linear on chunks of any length. */
const REACH = 20;

/** A stretch of non-white text, where the word in hand began, and where the text around it ends. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** End of the block of lines the chunk stands in. */
  readonly limit: number;
}

function hashFolded(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = mix(hash, foldOf(text.charCodeAt(at)));
  return hash;
}

/** The classes of a stretch with repetitions left out: `Ab.c` for `Smith.com`. Punctuation stands for itself. */
function hashShape(text: string, from: number, to: number): number {
  let hash = SEED;
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    const sign = isLetter(kind) || kind === DIGIT ? kind : unit;
    if (sign !== last) hash = mix(hash, sign);
    last = sign;
  }
  return hash;
}

function hashClasses(chunk: Chunk, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) {
    const unit = at < chunk.start || at >= chunk.end ? 0 : chunk.text.charCodeAt(at);
    const kind = unit === 0 ? 0 : classOf(unit);
    hash = mix(hash, isLetter(kind) || kind === DIGIT || kind === APOSTROPHE ? kind : unit);
  }
  return hash;
}

function lettersAfter(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isLetter(classOf(text.charCodeAt(at)))) at += 1;
  return at;
}

function lettersBefore(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isLetter(classOf(text.charCodeAt(at - 1)))) at -= 1;
  return at;
}

/** Shape of the chunk that follows, within a short reach; 0 at the end of the block. */
function nextShape({ text, end, limit }: Chunk): number {
  let from = end;
  while (from < limit && from < end + 8 && /\s/u.test(text.charAt(from))) from += 1;
  let to = from;
  while (to < limit && to < from + 10 && !/\s/u.test(text.charAt(to))) to += 1;
  return to > from ? hashShape(text, from, to) : 0;
}

/** Fills in the features of a boundary at `at`, where the word in hand began at `begun`. */
export function wordFeatures(features: Features, chunk: Chunk, begun: number, at: number): void {
  const { text, start, end, limit } = chunk;
  const unit = (place: number): number => (place < start || place >= end ? 0 : foldOf(text.charCodeAt(place)));
  const before = unit(at - 1);
  const here = unit(at);
  const pair = mix(mix(SEED, before), here);
  const leftFrom = Math.max(begun, at - REACH);
  const rightTo = Math.min(end, at + REACH);
  const left = hashFolded(text, leftFrom, at);
  const right = hashFolded(text, at, rightTo);
  const leftShape = hashShape(text, leftFrom, at);
  const rightShape = hashShape(text, at, rightTo);
  const next = nextShape(chunk);
  const last = end - at === 1 ? 1 : 0;
  const closing = end >= limit ? 1 : 0;
  let kind = 0;
  const add = (value: number): void => addFeature(features, kind++, value);
  features.count = 0;
  add(1);
  add(before);
  add(here);
  add(pair);
  add(mix(mix(SEED, unit(at - 2)), pair));
  add(mix(pair, unit(at + 1)));
  add(mix(mix(mix(SEED, here), unit(at + 1)), unit(at + 2)));
  add(mix(mix(mix(SEED, unit(at - 3)), unit(at - 2)), before));
  add(hashClasses(chunk, at - 2, at + 2));
  add(hashClasses(chunk, at - 4, at + 4));
  add(left);
  add(right);
  add(mix(leftShape, rightShape));
  add(mix(leftShape, here));
  add(mix(rightShape, before));
  add(mix(mix(left, here), last));
  add(mix(mix(mix(left, here), closing), 7));
  add(mix(mix(mix(mix(pair, Math.min(end - at, 20)), next), closing), 3));
  add(end - start <= 32 ? mix(hashFolded(text, start, end), at - start) : 0);
  add(mix(hashFolded(text, at + 1, lettersAfter(text, at + 1, rightTo)), here));
  add(mix(hashFolded(text, at, lettersAfter(text, at, rightTo)), before));
  add(hashFolded(text, lettersBefore(text, at - 1, leftFrom), at));
  add(mix(hashFolded(text, lettersBefore(text, at, Math.max(start, at - REACH)), at), here));
  add(mix(mix(left, here), next));
}
