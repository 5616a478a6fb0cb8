// The trees of a document: made of each sentence once, for the events and for all that is derived from them.
import type { Annotations } from '../../model/annotations.ts';
import { Recent } from '../../model/recent.ts';
import { Tree } from './tree.ts';

type Sentences = Pick<Annotations, 'document' | 'tokens'>;

interface Made {
  readonly verbs: ReadonlyMap<string, string>;
  readonly trees: Recent<Tree>;
}

/** By the tokens, which stay the same from stage to stage and go when the document does. */
const known = new WeakMap<object, Made>();

/** @param verbs dictionary forms of verbs, as the tree takes them */
export function treesOf({ document, tokens }: Sentences, verbs: ReadonlyMap<string, string>): Recent<Tree> {
  const before = known.get(tokens);
  if (before?.verbs === verbs) return before.trees;
  const trees = new Recent(tokens.length, (sentence) => new Tree(tokens.at(sentence) ?? [], document.text, verbs));
  known.set(tokens, { verbs, trees });
  return trees;
}
