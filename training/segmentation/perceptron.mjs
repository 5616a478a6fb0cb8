// The averaged perceptron (Collins 2002; Freund and Schapire 1999) over the runtime's hashed features.
import { scoreOf } from '../../dist/language/segmentation/perceptron.js';

const SKETCH = 2 ** 22;

export class AveragedPerceptron {
  /** `rarest`: features met less often are never given weight, so that they cannot blur others of the same slot. */
  constructor(bits, margin, rarest) {
    this.rarest = rarest;
    this.seen = new Uint8Array(SKETCH);
    this.weights = new Float64Array(2 ** bits);
    this.sums = new Float64Array(2 ** bits);
    this.steps = 1;
    this.margin = margin;
    this.mistakes = 0;
  }

  /** Counts the features of one example, before any is learnt. */
  count(features) {
    for (let at = 0; at < features.count; at += 1) {
      const slot = features.slots[at] & (SKETCH - 1);
      this.seen[slot] = Math.min(255, this.seen[slot] + 1);
    }
  }

  /** One example; the answer is `yes` or not. */
  learn(features, yes) {
    const sign = yes ? 1 : -1;
    const score = scoreOf(features, this.weights) * sign;
    if (score <= 0) this.mistakes += 1;
    if (score <= this.margin) {
      const mask = this.weights.length - 1;
      for (let at = 0; at < features.count; at += 1) {
        if (this.seen[features.slots[at] & (SKETCH - 1)] < this.rarest) continue;
        const slot = features.slots[at] & mask;
        this.weights[slot] += sign;
        this.sums[slot] += sign * this.steps;
      }
    }
    this.steps += 1;
  }

  /** The averaged weights as bytes: scaled so that all but the largest few in ten thousand fit, those cut off. */
  quantised() {
    const mean = this.weights.map((weight, slot) => weight - this.sums[slot] / this.steps);
    const sizes = mean
      .filter((weight) => weight !== 0)
      .map(Math.abs)
      .sort();
    const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1);
    return Int8Array.from(mean, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
  }
}

/** A repeatable order of a list (Fisher-Yates with mulberry32). */
export function shuffled(list, seed) {
  const result = [...list];
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let hash = Math.imul(state ^ (state >>> 15), state | 1);
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
    return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
  };
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}
