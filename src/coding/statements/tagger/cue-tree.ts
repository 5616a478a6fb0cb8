// A sentence's tree as the tagger sees it: for each word the cue word above it, and how it hangs there.
import type { Token } from '../../../model/analysis.ts';

/** How likely a lemma is to head a cue: 0 seldom, 1 at times, 2 mostly. Learned with the model. */
export type CueLevels = ReadonlyMap<string, number>;

export interface CueTree {
  /** Head of each word, -1 for none. */
  readonly head: Int32Array;
  /** Nearest ancestor that may head a cue, -1 for none. */
  readonly cue: Int32Array;
  /** The child of that ancestor through which the word hangs: the word itself or one above it. */
  readonly branch: Int32Array;
  /** Steps up to that ancestor. */
  readonly depth: Int32Array;
  /** Cue level of each word's own lemma. */
  readonly level: Int32Array;
  /** First and last word under each word. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Relations of each word's dependents that tell a cue's frame, as bits. */
  readonly frame: Int32Array;
}

const FRAME: ReadonlyMap<string, number> = new Map(
  Object.entries({
    nsubj: 1,
    'nsubj:pass': 2,
    ccomp: 4,
    xcomp: 8,
    obj: 16,
    iobj: 32,
    obl: 64,
    parataxis: 128,
    acl: 256,
    case: 512,
    mark: 1024,
  }),
);

/** Linear in the words. A circle of heads, which only a broken analysis has, counts as a root. */
export function cueTreeOf(sentence: readonly Token[], cues: CueLevels): CueTree {
  const n = sentence.length;
  const make = () => new Int32Array(n);
  const tree = {
    head: make(),
    cue: make(),
    branch: make(),
    depth: make(),
    level: make(),
    left: make(),
    right: make(),
    frame: make(),
  };
  for (const [i, { head, lemma }] of sentence.entries()) {
    tree.head[i] = head >= 1 && head <= n && head - 1 !== i ? head - 1 : -1;
    tree.level[i] = cues.get(lemma.toLowerCase()) ?? 0;
    tree.left[i] = i;
    tree.right[i] = i;
  }
  const order = outermostFirst(tree.head);
  for (const i of order) {
    const head = tree.head[i] ?? -1;
    const isUnderCue = head >= 0 && (tree.level[head] ?? 0) > 0;
    tree.cue[i] = isUnderCue ? head : head >= 0 ? (tree.cue[head] ?? -1) : -1;
    tree.branch[i] = isUnderCue || head < 0 ? i : (tree.branch[head] ?? i);
    tree.depth[i] = isUnderCue || head < 0 ? 1 : (tree.depth[head] ?? 0) + 1;
  }
  for (const i of order.reverse()) {
    const head = tree.head[i] ?? -1;
    if (head < 0) continue;
    tree.left[head] = Math.min(tree.left[head] ?? head, tree.left[i] ?? i);
    tree.right[head] = Math.max(tree.right[head] ?? head, tree.right[i] ?? i);
    tree.frame[head] = (tree.frame[head] ?? 0) | (FRAME.get(sentence[i]?.deprel ?? '') ?? 0);
  }
  return tree;
}

/** All words, each after its head; cuts circles. */
function outermostFirst(heads: Int32Array): number[] {
  const state = new Uint8Array(heads.length);
  const order: number[] = [];
  for (let start = 0; start < heads.length; start += 1) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && !state[at]) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? -1;
    }
    if (at >= 0 && state[at] === 1) heads[path.at(-1) ?? at] = -1;
    for (const place of path) state[place] = 2;
    order.push(...path.reverse());
  }
  return order;
}
