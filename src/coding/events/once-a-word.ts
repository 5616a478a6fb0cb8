// Keeps what was worked out of a word while its sentence is being coded: the rules ask for the same many times.
import type { Tree } from './tree.ts';

/** The same function of a word of a tree, worked out once and kept with the tree. Its results must not be changed. */
export function onceAWord<Known extends object>(
  work: (tree: Tree, at: number) => Known,
): (tree: Tree, at: number) => Known {
  return (tree, at) => {
    let results = tree.workedOut.get(work) as Known[] | undefined;
    if (!results) {
      results = [];
      tree.workedOut.set(work, results);
    }
    const known = results[at];
    if (known !== undefined) return known;
    const found = work(tree, at);
    results[at] = found;
    return found;
  };
}
