// Names from label scores: the best label sequence of a linear-chain CRF (Lafferty et al. 2001), and how sure it is.
import type { AnalysedName, AnalysedNameType } from './types.ts';

/** Scores of one sentence: `scores[offset + word * labels + label]`. */
export interface NameScores {
  readonly scores: Float32Array;
  readonly offset: number;
  readonly size: number;
}

export interface NameDecoder {
  decode(sentence: NameScores): AnalysedName[];
}

/** @param labels `O`, `B-PER`, `I-PER` ... with or without `E-` and `S-`
 *  @param transitions score of each label after each other, very low where it may not follow */
export function createNameDecoder(labels: readonly string[], transitions: readonly (readonly number[])[]): NameDecoder {
  const count = labels.length;
  const step = Float64Array.from(transitions.flat());
  const weight = step.map(Math.exp);
  // Forbidden steps have the weight zero, add nothing, are never best, and are most.
  const allLabels = labels.map((_, label) => label);
  const mayPrecede = allLabels.map((label) =>
    Uint8Array.from(allLabels.filter((before) => weight[before * count + label] !== 0)),
  );
  const mayFollow = allLabels.map((label) =>
    Uint8Array.from(allLabels.filter((after) => weight[label * count + after] !== 0)),
  );
  const canStart = labels.map((label) => /^[OBS]/.test(label));
  const hasEnds = labels.some((label) => label.startsWith('E-'));
  const canEnd = labels.map((label) => (hasEnds ? /^[OES]/.test(label) : true));

  return {
    decode(sentence) {
      if (sentence.size === 0) return [];
      const path = bestPath(sentence);
      const found = spansOf(path.map((label) => labels[label] ?? 'O'));
      if (found.length === 0) return [];
      const sure = certainty(sentence, path);
      return found.map((name) => ({ ...name, score: meanOf(sure, name.start, name.end) }));
    },
  };

  function bestPath({ scores, offset, size }: NameScores): number[] {
    let state = new Float64Array(count);
    let next = new Float64Array(count);
    for (let label = 0; label < count; label += 1) {
      state[label] = canStart[label] ? (scores[offset + label] ?? 0) : Number.NEGATIVE_INFINITY;
    }
    const back = new Uint8Array(size * count);
    for (let word = 1; word < size; word += 1) {
      for (let label = 0; label < count; label += 1) {
        const befores = mayPrecede[label] as Uint8Array;
        let best = 0;
        let top = Number.NEGATIVE_INFINITY;
        for (let k = 0; k < befores.length; k += 1) {
          const before = befores[k] as number;
          const value = (state[before] as number) + (step[before * count + label] as number);
          if (value > top) {
            top = value;
            best = before;
          }
        }
        next[label] = top + (scores[offset + word * count + label] ?? 0);
        back[word * count + label] = best;
      }
      [state, next] = [next, state];
    }
    let label = 0;
    for (let other = 1; other < count; other += 1) {
      if (canEnd[other] && (state[other] ?? 0) > (state[label] ?? 0)) label = other;
    }
    const path = new Array<number>(size);
    for (let word = size - 1; word >= 0; word -= 1) {
      path[word] = label;
      label = back[word * count + label] ?? 0;
    }
    return path;
  }

  /** Probability of the path's label at each word (forward-backward, scaled at each word against underflow). */
  function certainty({ scores, offset, size }: NameScores, path: readonly number[]): Float64Array {
    const emit = new Float64Array(size * count);
    for (let word = 0; word < size; word += 1) {
      let top = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < count; k += 1) top = Math.max(top, scores[offset + word * count + k] ?? 0);
      for (let k = 0; k < count; k += 1) {
        emit[word * count + k] = Math.exp((scores[offset + word * count + k] ?? 0) - top);
      }
    }
    const forward = new Float64Array(size * count);
    const backward = new Float64Array(size * count);
    for (let word = 0; word < size; word += 1) {
      for (let label = 0; label < count; label += 1) {
        let sum = word === 0 ? Number(canStart[label]) : 0;
        const befores = mayPrecede[label] as Uint8Array;
        for (let k = 0; word > 0 && k < befores.length; k += 1) {
          const before = befores[k] as number;
          sum += (forward[(word - 1) * count + before] as number) * (weight[before * count + label] as number);
        }
        forward[word * count + label] = sum * (emit[word * count + label] ?? 0);
      }
      scale(forward, word * count);
    }
    for (let word = size - 1; word >= 0; word -= 1) {
      for (let label = 0; label < count; label += 1) {
        let sum = word === size - 1 ? Number(canEnd[label]) : 0;
        const afters = mayFollow[label] as Uint8Array;
        for (let k = 0; word < size - 1 && k < afters.length; k += 1) {
          const after = afters[k] as number;
          const next = (word + 1) * count + after;
          sum += (weight[label * count + after] as number) * (emit[next] as number) * (backward[next] as number);
        }
        backward[word * count + label] = sum;
      }
      scale(backward, word * count);
    }
    return Float64Array.from(path, (label, word) => {
      let total = 0;
      for (let k = word * count; k < (word + 1) * count; k += 1) total += (forward[k] ?? 0) * (backward[k] ?? 0);
      const own = (forward[word * count + label] ?? 0) * (backward[word * count + label] ?? 0);
      return total > 0 ? own / total : 0;
    });
  }

  function scale(values: Float64Array, start: number): void {
    let sum = 0;
    for (let k = start; k < start + count; k += 1) sum += values[k] ?? 0;
    if (sum > 0) for (let k = start; k < start + count; k += 1) values[k] = (values[k] ?? 0) / sum;
  }
}

function meanOf(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k += 1) sum += values[k] ?? 0;
  return Math.round((sum / (end - start)) * 100) / 100;
}

/** Names in a label sequence; `B` and `S` begin one, `I` and `E` go on with one of the same type. */
function spansOf(path: readonly string[]): { start: number; end: number; type: AnalysedNameType }[] {
  const found: { start: number; end: number; type: AnalysedNameType }[] = [];
  for (const [at, label] of path.entries()) {
    if (label === 'O') continue;
    const type = label.slice(2) as AnalysedNameType;
    const last = found.at(-1);
    if (/^[IE]/.test(label) && last && last.end === at && last.type === type) last.end = at + 1;
    else found.push({ start: at, end: at + 1, type });
  }
  return found;
}
