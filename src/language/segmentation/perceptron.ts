// A linear model over hashed features: the form in which word and sentence decisions are learnt and applied.

/** The hashed features of one decision; reused from decision to decision. */
export interface Features {
  readonly slots: Int32Array;
  count: number;
}

/** Weights in a table whose length is a power of two; the training run holds them as floats, the shipped model as bytes. */
export type Weights = Int8Array | Float64Array;

export const newFeatures = (): Features => ({ slots: new Int32Array(96), count: 0 });

/** Adds the feature `kind` with the given value; kinds are told apart by their number. */
export function addFeature(features: Features, kind: number, value: number): void {
  let hash = Math.imul(value ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  features.slots[features.count] = hash ^ (hash >>> 16);
  features.count += 1;
}

/** Above zero means yes. */
export function scoreOf({ slots, count }: Features, weights: Weights): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += weights[(slots[at] ?? 0) & mask] ?? 0;
  return sum;
}

/** One step of FNV-1a over 32-bit values. */
export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);

export const SEED = 0x811c9dc5 | 0;
