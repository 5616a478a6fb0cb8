// Trees: always a single root and no cycle, and the best such tree for small sentences.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMilliseconds } from './testing/cpu.ts';
import { bestTree, isTree } from './tree.ts';

const scoresOf = (size: number) =>
  fc.array(fc.integer({ min: -40, max: 40 }), { minLength: size * (size + 1), maxLength: size * (size + 1) });
const sentence = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) => scoresOf(size).map((scores) => ({ size, scores })));

function weightOf(heads: ArrayLike<number>, scores: readonly number[], size: number): number {
  let sum = 0;
  for (let word = 0; word < size; word += 1) sum += scores[word * (size + 1) + (heads[word] ?? 0)] ?? 0;
  return sum;
}

/** The weight of the best tree among all head assignments. */
function bruteForce(scores: readonly number[], size: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(size).fill(0);
  for (;;) {
    if (isTree(heads)) best = Math.max(best, weightOf(heads, scores, size));
    let at = 0;
    while (at < size && heads[at] === size) {
      heads[at] = 0;
      at += 1;
    }
    if (at === size) return best;
    heads[at] = (heads[at] ?? 0) + 1;
  }
}

describe('isTree', () => {
  it.each<[number[], boolean]>([
    [[], false],
    [[0], true],
    [[1], false],
    [[2, 0], true],
    [[0, 0], false],
    [[2, 1], false],
    [[2, 3, 0, 3], true],
    [[2, 3, 1, 0], false],
  ])('%j is %s', (heads, expected) => {
    expect(isTree(heads)).toBe(expected);
  });
});

describe('bestTree', () => {
  it('gives a single-root tree for any scores', () => {
    fc.assert(
      fc.property(sentence(40), ({ size, scores }) => {
        expect(isTree(bestTree({ scores, offset: 0, stride: size + 1, size }))).toBe(true);
      }),
    );
  });

  it('gives the best tree of all for up to five words', () => {
    fc.assert(
      fc.property(sentence(5), ({ size, scores }) => {
        const heads = bestTree({ scores, offset: 0, stride: size + 1, size });
        expect(weightOf(heads, scores, size)).toBe(bruteForce(scores, size));
      }),
    );
  });

  it('reads a sentence inside a padded batch', () => {
    const stride = 6;
    const scores = new Float32Array(4 * stride).fill(-5);
    scores[stride + 2] = 9;
    scores[2 * stride + 0] = 9;
    expect([...bestTree({ scores, offset: stride, stride, size: 2 })]).toEqual([2, 0]);
  });

  it('makes a tree of scores that are no numbers', () => {
    const scores = new Float32Array(20).fill(Number.NaN);
    expect(isTree(bestTree({ scores, offset: 0, stride: 5, size: 4 }))).toBe(true);
  });

  it('takes 200 words of cycles in well under a second', () => {
    const size = 200;
    const scores = Float32Array.from({ length: size * (size + 1) }, (_, k) => {
      const word = Math.floor(k / (size + 1)) + 1;
      const head = k % (size + 1);
      return head === (word % 2 === 0 ? word - 1 : word + 1) ? 20 : ((word * 7919 + head * 104729) % 97) / 10;
    });
    const started = process.cpuUsage();
    expect(isTree(bestTree({ scores, offset: 0, stride: size + 1, size }))).toBe(true);
    expect(cpuMilliseconds(started)).toBeLessThan(1000);
  });
});
