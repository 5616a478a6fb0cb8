// Finds the best label sequence of a window and reads the spans off it.
import type { Span } from '../../../model/span.ts';
import { ROLES, type Tagged } from '../linking/elements.ts';

/** O, then begin and inside of each role, in the order of `ROLES`. */
export const LABELS = 1 + 2 * ROLES.length;

/** Scores of the first label, and of each label after each other; very low where a sequence is forbidden. */
export interface Transitions {
  readonly start: readonly number[];
  readonly step: readonly (readonly number[])[];
}

/**
 * The labels with the highest sum of word and transition scores. Of equals the lower label wins.
 * @param scores [word, label], from `offset` on
 */
export type BestLabels = (scores: Float32Array, offset: number, words: number) => Uint8Array;

/** Viterbi's algorithm with given transitions. */
export function bestLabelsBy({ start, step }: Transitions): BestLabels {
  const first = Float64Array.from(start);
  const steps = Float64Array.from(step.flat());
  return (scores, offset, words) => bestLabels(scores, offset, words, first, steps);
}

function bestLabels(
  scores: Float32Array,
  offset: number,
  words: number,
  start: Float64Array,
  step: Float64Array,
): Uint8Array {
  const labels = new Uint8Array(words);
  if (!words) return labels;
  const back = new Uint8Array(words * LABELS);
  let best = new Float64Array(LABELS);
  let next = new Float64Array(LABELS);
  for (let label = 0; label < LABELS; label += 1)
    best[label] = (start[label] as number) + (scores[offset + label] as number);
  for (let word = 1; word < words; word += 1) {
    for (let label = 0; label < LABELS; label += 1) {
      let from = 0;
      let highest = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < LABELS; before += 1) {
        const score = (best[before] as number) + (step[before * LABELS + label] as number);
        if (score > highest) {
          highest = score;
          from = before;
        }
      }
      back[word * LABELS + label] = from;
      next[label] = highest + (scores[offset + word * LABELS + label] as number);
    }
    [best, next] = [next, best];
  }
  let label = best.indexOf(Math.max(...best));
  if (label < 0) return labels;
  for (let word = words - 1; word >= 0; word -= 1) {
    labels[word] = label;
    label = back[word * LABELS + label] ?? 0;
  }
  return labels;
}

/** The spans that labels mark, in text order. */
export function spansOf(labels: Uint8Array, words: readonly Span[]): readonly Tagged[] {
  const found: Tagged[] = [];
  for (let word = 0; word < labels.length; ) {
    const label = labels[word] ?? 0;
    const role = ROLES[(label - 1) >> 1];
    if (!label || !role) {
      word += 1;
      continue;
    }
    const inside = label % 2 ? label + 1 : label;
    let end = word + 1;
    while (end < labels.length && labels[end] === inside) end += 1;
    found.push({ role, span: [words[word]?.[0] ?? 0, words[end - 1]?.[1] ?? 0] });
    word = end;
  }
  return found;
}
