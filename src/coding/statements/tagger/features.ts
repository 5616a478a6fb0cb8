// What the statement tagger sees of each word, beside its frozen vector: rows of a hashed embedding table, which are summed.
// Training reads the same rows through this file (training/statements/prepare.mjs), so the two cannot drift apart.
import type { Name, Token } from '../../../model/analysis.ts';
import type { PassageKind } from '../../../model/document.ts';
import type { Span } from '../../../model/span.ts';
import type { Quotation } from '../quotations.ts';
import { type CueLevels, type CueTree, cueTreeOf } from './cue-tree.ts';
import { hash, rowOf } from './hashing.ts';
import { remembered } from './remembered.ts';

/** Rows for words come first in the table, rows for grammar after them. */
export const WORD_ROWS = 32768;
export const GRAMMAR_ROWS = 8192;
/** Rows of each word: the first `WORD_FEATURES` for words, the rest for grammar. */
export const WORD_FEATURES = 6;
export const FEATURES = 26;

/** A stretch of consecutive sentences that is tagged in one go. */
export interface Window {
  readonly sentences: readonly (readonly Token[])[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly Name[];
  readonly kind: PassageKind;
  /** Whether its first sentence is the first of the paragraph. */
  readonly opens: boolean;
}

/**
 * The rows of every word of the window, `FEATURES` to a word, in text order.
 * @param forms the words as they stand in the text
 */
export function featureRows(window: Window, forms: readonly string[], cues: CueLevels): Int32Array {
  const all = window.sentences.flat();
  const rows = new Int32Array(all.length * FEATURES);
  const quoting = quoteStates(all, window.quotations);
  const naming = nameStates(all, window.names);
  const last = window.sentences.length - 1;
  const passage = (window.kind === 'body' ? 0 : 2) + (last ? 1 : 0);
  let first = 0;
  for (const [index, sentence] of window.sentences.entries()) {
    const words = wordsOf(sentence, forms, first);
    const tree = cueTreeOf(sentence, cues);
    const signs = signsOf(words.forms, tree);
    const place = index === 0 && window.opens ? 0 : index === last ? 1 : 2;
    for (let i = 0; i < sentence.length; i += 1) {
      const edge = i === 0 ? 0 : i === sentence.length - 1 ? 1 : 2;
      const word = first + i;
      const quoted = quoting[word] ?? 0;
      const around = [quoted, quoting[word + 1] ?? 0, naming[word] ?? 0, 3 * place + edge, signs, passage];
      write(rows, word * FEATURES, words, i, tree, around);
    }
    first += sentence.length;
  }
  return rows;
}

/** What is asked of a word's form. */
interface Form {
  readonly lower: number;
  readonly suffix: number;
  readonly shape: number;
  /** Whether it is a quotation mark: 1, a colon: 2, neither: 0. */
  readonly sign: number;
}

const formOf = remembered((form): Form => {
  const lower = form.toLowerCase();
  return {
    lower: hash(lower),
    suffix: hash(lower.slice(-3)),
    shape: hash(shapeOf(form)),
    sign: /^(?:["“”«»]|''|``)$/.test(form) ? 1 : form === ':' ? 2 : 0,
  };
});

const lemmaOf = remembered((lemma) => hash(lemma.toLowerCase()));

/** A sentence's words as numbers: each is asked for several times, as itself, as a head and as a neighbour. */
interface Words {
  readonly forms: readonly Form[];
  readonly lemma: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly deprel: Int32Array;
}

function wordsOf(sentence: readonly Token[], forms: readonly string[], first: number): Words {
  const make = () => new Int32Array(sentence.length);
  const words = { forms: [] as Form[], lemma: make(), upos: make(), xpos: make(), deprel: make() };
  for (const [i, token] of sentence.entries()) {
    words.forms.push(formOf(forms[first + i] ?? ''));
    words.lemma[i] = lemmaOf(token.lemma);
    words.upos[i] = hash(token.upos);
    words.xpos[i] = hash(token.xpos);
    words.deprel[i] = hash(token.deprel);
  }
  return words;
}

/** Writes the rows of one word. Missing words (above the root, after the end) count as 0. */
function write(
  rows: Int32Array,
  at: number,
  words: Words,
  i: number,
  tree: CueTree,
  [quoted = 0, quotedNext = 0, naming = 0, place = 0, signs = 0, passage = 0]: readonly number[],
): void {
  const headAt = tree.head[i] ?? -1;
  const cueAt = tree.cue[i] ?? -1;
  const branchAt = tree.branch[i] ?? i;
  const branch = words.deprel[branchAt] ?? 0;
  const side = cueAt < 0 ? 0 : cueAt > i ? 1 : 2;
  const level = tree.level[cueAt] ?? 0;
  const isLeft = tree.left[branchAt] === i ? 1 : 0;
  const isRight = tree.right[branchAt] === i ? 2 : 0;
  const form = words.forms[i];
  const deprel = words.deprel[i] ?? 0;
  const upos = words.upos[i] ?? 0;
  const headUpos = words.upos[headAt] ?? 0;
  let feature = 0;
  const word = (a: number, b = 0, c = 0) => {
    rows[at + feature] = rowOf(WORD_ROWS, feature, a, b, c);
    feature += 1;
  };
  const grammar = (a: number, b = 0, c = 0) => {
    rows[at + feature] = WORD_ROWS + rowOf(GRAMMAR_ROWS, feature, a, b, c);
    feature += 1;
  };
  word(words.lemma[i] ?? 0);
  word(form?.lower ?? 0);
  word(form?.suffix ?? 0);
  word(words.lemma[headAt] ?? 0, deprel);
  word(words.lemma[tree.head[headAt] ?? -1] ?? 0);
  word(words.lemma[cueAt] ?? 0, branch, side);
  grammar(upos);
  grammar(words.xpos[i] ?? 0);
  grammar(deprel);
  grammar(deprel, upos, headUpos);
  grammar(words.deprel[headAt] ?? 0, headUpos);
  grammar(bucketOf(headAt < 0 ? 0 : headAt - i));
  grammar(tree.frame[i] ?? 0);
  grammar(tree.level[i] ?? 0, upos);
  grammar(level, branch, side);
  grammar(Math.min(tree.depth[i] ?? 0, 4), level);
  grammar(isLeft + isRight + 4 * side, branch, level);
  grammar(Math.min(i - (tree.left[i] ?? i), 6), Math.min((tree.right[i] ?? i) - i, 6));
  grammar(form?.shape ?? 0);
  grammar(words.upos[i + 1] ?? 0, words.deprel[i + 1] ?? 0);
  grammar(quoted, quotedNext, level);
  grammar(quoted);
  grammar(naming);
  grammar(place);
  grammar(signs);
  grammar(passage);
}

function bucketOf(distance: number): number {
  const far = Math.abs(distance);
  const size = far <= 3 ? far : far <= 6 ? 4 : far <= 12 ? 5 : 6;
  return distance < 0 ? 8 + size : size;
}

function shapeOf(form: string): string {
  if (/^\p{L}/u.test(form)) {
    if (form === form.toLowerCase()) return 'a';
    return form.length > 1 && form === form.toUpperCase() ? 'AA' : 'Aa';
  }
  return /^\d/.test(form) ? '0' : form.slice(0, 3);
}

/** A sentence as a whole: whether it has quotation marks or a colon, and its strongest cue word. */
function signsOf(forms: readonly Form[], tree: CueTree): number {
  let signs = 0;
  for (const { sign } of forms) signs |= sign;
  let highest = 0;
  for (const level of tree.level) if (level > highest) highest = level;
  return signs + 4 * highest;
}

/** For each word: 0 outside quotation marks, 1 opening, 2 opening again in a new paragraph, 3 closing, 4 inside, 5 without end. */
function quoteStates(words: readonly Token[], quotations: readonly Quotation[]): Int32Array {
  return statesOf(words, quotations, ({ span, continues, closed }, [start, end]) => {
    if (span[0] >= start) return continues ? 2 : 1;
    if (!closed) return 5;
    return span[1] <= end ? 3 : 4;
  });
}

/** For each word: 0 outside names, else the name's type and whether the word begins it. */
function nameStates(words: readonly Token[], names: readonly Name[]): Int32Array {
  return statesOf(words, names, ({ span, type }, [start]) => hash(type) * 2 + (span[0] >= start ? 1 : 0));
}

/** The state of each word by the stretch that it lies in; words and stretches are in text order. */
function statesOf<T extends { readonly span: Span }>(
  words: readonly Token[],
  stretches: readonly T[],
  stateOf: (stretch: T, word: Span) => number,
): Int32Array {
  const states = new Int32Array(words.length);
  let at = 0;
  for (const [i, { span }] of words.entries()) {
    while (at < stretches.length && (stretches[at]?.span[1] ?? 0) <= span[0]) at += 1;
    const stretch = stretches[at];
    if (stretch && stretch.span[0] < span[1]) states[i] = stateOf(stretch, span);
  }
  return states;
}
