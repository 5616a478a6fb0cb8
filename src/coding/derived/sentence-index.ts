// Finds the sentence and the tree around a place of the document, for the rules that start from a mention.
import type { Annotations } from '../../model/annotations.ts';
import type { Recent } from '../../model/recent.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Tree } from '../events/tree.ts';
import { treesOf } from '../events/trees.ts';

/** A mention in its tree: the place of its head word. */
export interface Placed {
  readonly tree: Tree;
  readonly at: number;
  readonly sentence: number;
}

/** Sentences and trees of one document by offset; trees are built when they are first asked for. */
export class SentenceIndex {
  private readonly so: Pick<Annotations, 'document' | 'sentences' | 'tokens'>;
  private readonly trees: Recent<Tree>;

  /** @param verbs dictionary forms of verbs, as the tree takes them */
  constructor(so: Pick<Annotations, 'document' | 'sentences' | 'tokens'>, verbs: ReadonlyMap<string, string>) {
    this.so = so;
    this.trees = treesOf(so, verbs);
  }

  /** Index of the sentence that holds an offset, -1 where none does. */
  sentenceAt(offset: number): number {
    const { sentences } = this.so;
    let low = 0;
    let high = sentences.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = sentences[middle]?.span ?? [0, 0];
      if (offset < start) high = middle - 1;
      else if (offset >= end) low = middle + 1;
      else return middle;
    }
    return -1;
  }

  tree(sentence: number): Tree {
    return this.trees.at(sentence);
  }

  /** The head word of a mention: the one whose own head lies outside it. */
  place(span: Span): Placed | null {
    const sentence = this.sentenceAt(span[0]);
    if (sentence < 0) return null;
    const tree = this.tree(sentence);
    const inside = tree.tokens.flatMap((token, at) => (contains(span, token.span) ? [at] : []));
    const head = inside.find((at) => !inside.includes(tree.head(at))) ?? inside.at(-1);
    return head === undefined ? null : { tree, at: head, sentence };
  }
}

/**
 * The words that govern a mention, nearest first, up to the verb of its clause and that verb's own governors
 * ("the ratification of the treaty was delayed": ratification, delayed).
 * @param acrossClauses goes on above a complement clause: "agreed on what they called a charter"
 */
export function governorsOf({ tree, at }: Placed, limit = 6, acrossClauses = false): readonly number[] {
  const found: number[] = [];
  let isContent = false;
  for (const above of tree.ancestors(at, limit)) {
    found.push(above);
    // "Needs guarantees that the pact holds" is no need of the pact.
    if (isContent) break;
    isContent = isNounContent(tree, above);
    const relation = tree.relation(above);
    if (relation === 'advcl' || relation === 'parataxis' || relation === 'root') break;
    if (tree.deprel(above) === 'acl:relcl' || (relation === 'ccomp' && !acrossClauses)) break;
  }
  return found;
}

/** "The hope that the pact holds": a clause that says what its noun holds. */
const isNounContent = (tree: Tree, at: number): boolean =>
  tree.deprel(at) === 'acl' && tree.childrenIn(at, 'mark').some((mark) => tree.form(mark) === 'that');

/** The clause around a word: its phrases and complements, without clauses beside it. */
export function clauseSpan(tree: Tree, at: number): Span {
  const words = [at];
  for (let next = 0; next < words.length && words.length < 80; next += 1) {
    for (const child of tree.childrenOf(words[next] ?? at)) {
      const relation = tree.relation(child);
      if (relation === 'punct' || relation === 'parataxis' || (relation === 'conj' && tree.upos(child) === 'VERB'))
        continue;
      words.push(child);
    }
  }
  return tree.hullOf(words);
}
