// Heads from arc scores: the best head of each word where these make a tree, else the best tree with a single root
// (Chu and Liu 1965; Edmonds 1967).

/** Scores of heads: `scores[offset + word * stride + head]`, words from 0, heads from 0 (the root) to `size`. */
export interface ArcScores {
  readonly scores: ArrayLike<number>;
  readonly offset: number;
  readonly stride: number;
  readonly size: number;
}

const NONE = Number.NEGATIVE_INFINITY;

/** Sentences of up to so many words find room for their matrices kept from the last one, by how often it was contracted. */
const KEPT_NODES = 64;
const kept: Float64Array[] = [];

/** A matrix of `nodes` by `nodes`, all `NONE`; it is the caller's until another of the same depth is asked for. */
function matrixFor(nodes: number, depth: number): Float64Array {
  if (nodes > KEPT_NODES) return new Float64Array(nodes * nodes).fill(NONE);
  kept[depth] ??= new Float64Array(KEPT_NODES * KEPT_NODES);
  return (kept[depth] as Float64Array).fill(NONE, 0, nodes * nodes);
}

/** Whether heads (1-based, 0 the root, one a word) form one tree with a single root. */
export function isTree(heads: ArrayLike<number>): boolean {
  const size = heads.length;
  let roots = 0;
  // 0 not seen, otherwise the walk that came by; a walk that meets itself is a cycle.
  const seen = new Int32Array(size + 1);
  for (let word = 1; word <= size; word += 1) {
    if (heads[word - 1] === 0) roots += 1;
    let at = word;
    while (at > 0 && seen[at] === 0) {
      seen[at] = word;
      at = heads[at - 1] ?? 0;
    }
    if (at > 0 && seen[at] === word) return false;
  }
  return roots === 1;
}

/** The highest-scoring tree with exactly one root; heads 1-based, one a word. Scores that are no numbers count as very low. */
export function bestTree({ scores, offset, stride, size }: ArcScores): Int32Array {
  if (size === 0) return new Int32Array(0);
  const nodes = size + 1;
  const matrix = matrixFor(nodes, 0);
  let low = Number.POSITIVE_INFINITY;
  let high = NONE;
  for (let word = 1; word < nodes; word += 1) {
    for (let head = 0; head < nodes; head += 1) {
      if (head === word) continue;
      const raw = scores[offset + (word - 1) * stride + head] ?? Number.NaN;
      const score = Number.isFinite(raw) ? raw : -1e6;
      matrix[word * nodes + head] = score;
      low = Math.min(low, score);
      high = Math.max(high, score);
    }
  }
  // Every arc from the root costs more than any tree could win by having a second one; then one is left.
  const penalty = (high - low + 1) * nodes;
  for (let word = 1; word < nodes; word += 1) {
    matrix[word * nodes] = (matrix[word * nodes] ?? NONE) - penalty;
  }
  return maximumBranching(matrix, nodes, 0).subarray(1);
}

/** Best incoming arc of each node but 0, such that there is no cycle: contracts a cycle and recurs. */
function maximumBranching(matrix: Float64Array, nodes: number, depth: number): Int32Array {
  const at = (word: number, head: number): number => matrix[word * nodes + head] ?? NONE;
  const heads = bestHeads(matrix, nodes);
  const cycle = findCycle(heads);
  if (!cycle) return heads;

  const inCycle = new Uint8Array(nodes);
  for (const node of cycle) inCycle[node] = 1;
  const outside: number[] = [];
  for (let node = 0; node < nodes; node += 1) if (!inCycle[node]) outside.push(node);
  const merged = outside.length;
  const size = merged + 1;
  const smaller = matrixFor(size, depth + 1);
  // For each outside node: the cycle's node it would hang from, and the cycle's node that would hang from it.
  const from = new Int32Array(merged);
  const into = new Int32Array(merged);
  for (let small = 0; small < merged; small += 1) {
    const node = outside[small] ?? 0;
    for (let other = 0; node > 0 && other < merged; other += 1) {
      if (small !== other) smaller[small * size + other] = at(node, outside[other] ?? 0);
    }
    let lowest = cycle[0] ?? 0;
    let entry = lowest;
    for (const member of cycle) {
      if (at(node, member) > at(node, lowest)) lowest = member;
      const gain = at(member, node) - at(member, heads[member] ?? 0);
      if (gain > at(entry, node) - at(entry, heads[entry] ?? 0)) entry = member;
    }
    if (node > 0) smaller[small * size + merged] = at(node, lowest);
    smaller[merged * size + small] = at(entry, node) - at(entry, heads[entry] ?? 0);
    from[small] = lowest;
    into[small] = entry;
  }
  const solved = maximumBranching(smaller, size, depth + 1);
  for (let small = 1; small < merged; small += 1) {
    const head = solved[small] ?? 0;
    heads[outside[small] ?? 0] = head === merged ? (from[small] ?? 0) : (outside[head] ?? 0);
  }
  const entering = solved[merged] ?? 0;
  heads[into[entering] ?? 0] = outside[entering] ?? 0;
  return heads;
}

function bestHeads(matrix: Float64Array, nodes: number): Int32Array {
  const heads = new Int32Array(nodes);
  for (let word = 1; word < nodes; word += 1) {
    const row = word * nodes;
    let best = 0;
    let top = matrix[row] as number;
    for (let head = 1; head < nodes; head += 1) {
      const score = matrix[row + head] as number;
      if (score > top) {
        best = head;
        top = score;
      }
    }
    heads[word] = best;
  }
  return heads;
}

function findCycle(heads: Int32Array): number[] | null {
  const walk = new Int32Array(heads.length);
  for (let word = 1; word < heads.length; word += 1) {
    let at = word;
    while (at > 0 && walk[at] === 0) {
      walk[at] = word;
      at = heads[at] ?? 0;
    }
    if (at === 0 || walk[at] !== word) continue;
    const cycle = [at];
    for (let next = heads[at] ?? 0; next !== at; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return null;
}
