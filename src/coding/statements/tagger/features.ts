// What the statement tagger sees of each word, beside its frozen vector: rows of a hashed embedding table, which are summed.
// Training reads the same rows through this file (training/statements/prepare.mjs), so the two cannot drift apart.
import type { Name, Token } from '../../../model/analysis.ts';
import type { PassageKind } from '../../../model/document.ts';
import type { Span } from '../../../model/span.ts';
import type { Quotation } from '../quotations.ts';
import { type CueLevels, type CueTree, cueTreeOf } from './cue-tree.ts';
import { hash, rowOf } from './hashing.ts';

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

/** The rows of every word of the window, `FEATURES` to a word, in text order. */
export function featureRows(window: Window, text: string, cues: CueLevels): Int32Array {
  const all = window.sentences.flat();
  const rows = new Int32Array(all.length * FEATURES);
  const quoting = quoteStates(all, window.quotations);
  const naming = nameStates(all, window.names);
  const last = window.sentences.length - 1;
  const passage = (window.kind === 'body' ? 0 : 2) + (last ? 1 : 0);
  let first = 0;
  for (const [index, sentence] of window.sentences.entries()) {
    const words = wordsOf(sentence, text);
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

/** A sentence's words as numbers: each is asked for several times, as itself, as a head and as a neighbour. */
interface Words {
  readonly forms: readonly string[];
  readonly lemma: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly deprel: Int32Array;
}

function wordsOf(sentence: readonly Token[], text: string): Words {
  return {
    forms: sentence.map(({ span }) => text.slice(span[0], span[1])),
    lemma: Int32Array.from(sentence, ({ lemma }) => hash(lemma.toLowerCase())),
    upos: Int32Array.from(sentence, ({ upos }) => hash(upos)),
    xpos: Int32Array.from(sentence, ({ xpos }) => hash(xpos)),
    deprel: Int32Array.from(sentence, ({ deprel }) => hash(deprel)),
  };
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
  const form = words.forms[i] ?? '';
  const lower = form.toLowerCase();
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
  word(hash(lower));
  word(hash(lower.slice(-3)));
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
  grammar(hash(shapeOf(form)));
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
function signsOf(forms: readonly string[], tree: CueTree): number {
  const quote = forms.some((form) => /^(?:["“”«»]|''|``)$/.test(form)) ? 1 : 0;
  const colon = forms.includes(':') ? 2 : 0;
  return quote + colon + 4 * tree.level.reduce((highest, level) => Math.max(highest, level), 0);
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
  let at = 0;
  return Int32Array.from(words, ({ span }) => {
    while (at < stretches.length && (stretches[at]?.span[1] ?? 0) <= span[0]) at += 1;
    const stretch = stretches[at];
    return stretch && stretch.span[0] < span[1] ? stateOf(stretch, span) : 0;
  });
}
