// What the statement tagger sees of each word: rows of two hashed embedding tables and a form for the frozen vectors.
// Training reads the same rows through this file (training/statements/prepare.mjs), so the two cannot drift apart.
import type { Name, Token } from '../../../model/analysis.ts';
import type { PassageKind } from '../../../model/document.ts';
import type { Quotation } from '../quotations.ts';

/** Rows of the table for words, and of the one for grammatical features that follows it. */
export const WORD_ROWS = 32768;
export const GRAMMAR_ROWS = 8192;
/** Rows looked up for each word: the first `WORD_FEATURES` in the word table, the rest in the grammar table. */
export const WORD_FEATURES = 6;
export const FEATURES = 26;

/** How likely a lemma is to head a cue: 0 seldom, 1 at times, 2 mostly. Learned with the model. */
export type CueLevels = ReadonlyMap<string, number>;

/** A stretch of consecutive sentences that is tagged in one go. */
export interface Window {
  readonly sentences: readonly (readonly Token[])[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly Name[];
  readonly kind: PassageKind;
  /** Whether its first sentence is the first of the paragraph. */
  readonly opens: boolean;
}

/** FNV-1a over UTF-16 code units, with the high bits folded in. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  value >>>= 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/** The rows of every word of the window, `FEATURES` to a word, in text order. */
export function featureRows(window: Window, text: string, cues: CueLevels): Int32Array {
  const words = window.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const rows = new Int32Array(words * FEATURES);
  const quoting = quoteStates(window);
  const naming = nameStates(window);
  let word = 0;
  window.sentences.forEach((sentence, index) => {
    const tree = treeOf(sentence, cues);
    const signs = signsOf(sentence, text, tree);
    const place = index === 0 && window.opens ? 'first' : index === window.sentences.length - 1 ? 'last' : 'mid';
    sentence.forEach((token, i) => {
      const own = ownRows(token, i, sentence, tree, text, quoting[word] ?? '-', quoting[word + 1] ?? '-');
      const around = [
        `q${quoting[word]}`,
        `n${naming[word]}`,
        `s${i === 0 ? 'B' : i === sentence.length - 1 ? 'E' : 'I'}${place}`,
        `g${signs}`,
        `k${window.kind === 'body' ? 'b' : 'o'}${window.sentences.length > 1 ? 'm' : 's'}`,
      ];
      own.words.forEach((key, f) => {
        rows[word * FEATURES + f] = hash(key) % WORD_ROWS;
      });
      [...own.grammar, ...around].forEach((key, f) => {
        rows[word * FEATURES + WORD_FEATURES + f] = WORD_ROWS + (hash(key) % GRAMMAR_ROWS);
      });
      word += 1;
    });
  });
  return rows;
}

interface Tree {
  /** Index of each word's nearest ancestor that may head a cue, -1 for none. */
  readonly cue: Int32Array;
  /** The child of that ancestor through which the word hangs; the word itself or one above it. */
  readonly branch: Int32Array;
  /** Steps up to that ancestor. */
  readonly depth: Int32Array;
  readonly level: Int32Array;
  /** First and last word under each word. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Relations of each word's dependents that tell a cue's frame, as bits. */
  readonly frame: Int32Array;
}

const FRAME: Readonly<Record<string, number>> = {
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
};

/** Walks the heads once, outermost first; a cycle, which only a broken analysis has, counts as a root. */
function treeOf(sentence: readonly Token[], cues: CueLevels): Tree {
  const n = sentence.length;
  const make = () => new Int32Array(n);
  const tree: Tree = {
    cue: make(),
    branch: make(),
    depth: make(),
    level: make(),
    left: make(),
    right: make(),
    frame: make(),
  };
  const state = new Uint8Array(n);
  const order: number[] = [];
  for (let start = 0; start < n; start += 1) {
    const path: number[] = [];
    for (let at = start; at >= 0 && at < n && !state[at]; at = (sentence[at]?.head ?? 0) - 1) {
      state[at] = 1;
      path.push(at);
    }
    order.push(...path.reverse());
  }
  order.forEach((i) => {
    const token = sentence[i];
    tree.level[i] = cues.get(token?.lemma.toLowerCase() ?? '') ?? 0;
    tree.left[i] = i;
    tree.right[i] = i;
    const head = (token?.head ?? 0) - 1;
    const known = head >= 0 && head < n && head !== i;
    const headIsCue = known && (tree.level[head] ?? 0) > 0;
    tree.cue[i] = headIsCue ? head : known ? (tree.cue[head] ?? -1) : -1;
    tree.branch[i] = headIsCue || !known ? i : (tree.branch[head] ?? i);
    tree.depth[i] = headIsCue || !known ? 1 : (tree.depth[head] ?? 0) + 1;
  });
  for (const i of order.reverse()) {
    const head = (sentence[i]?.head ?? 0) - 1;
    if (head < 0 || head >= n || head === i) continue;
    tree.left[head] = Math.min(tree.left[head] ?? head, tree.left[i] ?? i);
    tree.right[head] = Math.max(tree.right[head] ?? head, tree.right[i] ?? i);
    tree.frame[head] = (tree.frame[head] ?? 0) | (FRAME[sentence[i]?.deprel ?? ''] ?? 0);
  }
  return tree;
}

function ownRows(
  token: Token,
  i: number,
  sentence: readonly Token[],
  tree: Tree,
  text: string,
  quoted: string,
  quotedNext: string,
): { words: readonly string[]; grammar: readonly string[] } {
  const form = text.slice(token.span[0], token.span[1]);
  const lower = form.toLowerCase();
  const lemma = token.lemma.toLowerCase();
  const head = sentence[token.head - 1];
  const above = head ? sentence[head.head - 1] : undefined;
  const cue = sentence[tree.cue[i] ?? -1];
  const branch = sentence[tree.branch[i] ?? i];
  const cueLemma = cue?.lemma.toLowerCase() ?? '';
  const branchDeprel = branch?.deprel ?? '';
  const cueSide = cue ? (cue.span[0] > token.span[0] ? 'b' : 'a') : '';
  const level = tree.level[tree.cue[i] ?? -1] ?? 0;
  const edge = `${tree.left[tree.branch[i] ?? i] === i ? 'L' : ''}${tree.right[tree.branch[i] ?? i] === i ? 'R' : ''}`;
  const distance = token.head ? token.head - 1 - i : 0;
  const next = sentence[i + 1];
  return {
    words: [
      `l${lemma}`,
      `f${lower}`,
      `x${lower.slice(-3)}`,
      `h${head?.lemma.toLowerCase() ?? ''}|${token.deprel}`,
      `a${above?.lemma.toLowerCase() ?? ''}`,
      `c${cueLemma}|${branchDeprel}${cueSide}`,
    ],
    grammar: [
      `u${token.upos}`,
      `x${token.xpos}`,
      `d${token.deprel}`,
      `e${token.deprel}|${token.upos}|${head?.upos ?? ''}`,
      `h${head?.deprel ?? ''}|${head?.upos ?? ''}`,
      `t${bucket(distance)}`,
      `f${tree.frame[i]}`,
      `l${tree.level[i]}|${token.upos}`,
      `c${level}|${branchDeprel}|${cueSide}`,
      `o${Math.min(tree.depth[i] ?? 0, 4)}${level}`,
      `r${edge}|${branchDeprel}|${level}|${cueSide}`,
      `b${Math.min(i - (tree.left[i] ?? i), 6)}|${Math.min((tree.right[i] ?? i) - i, 6)}`,
      `s${shapeOf(form)}`,
      `w${next?.upos ?? ''}|${next?.deprel ?? ''}`,
      `v${quoted}|${quotedNext}|${level}`,
    ],
  };
}

function bucket(distance: number): string {
  const far = Math.abs(distance);
  const size = far <= 3 ? far : far <= 6 ? 4 : far <= 12 ? 5 : 6;
  return `${distance < 0 ? '-' : ''}${size}`;
}

function shapeOf(form: string): string {
  if (/^\p{L}/u.test(form)) {
    if (form === form.toLowerCase()) return 'a';
    return form.length > 1 && form === form.toUpperCase() ? 'AA' : 'Aa';
  }
  return /^\d/.test(form) ? '0' : form.slice(0, 3);
}

/** Features of the sentence as a whole: which marks it has, and the strongest cue word outside quotation marks. */
function signsOf(sentence: readonly Token[], text: string, tree: Tree): string {
  let quote = 0;
  let colon = 0;
  let level = 0;
  sentence.forEach((token, i) => {
    const form = text.slice(token.span[0], token.span[1]);
    if (/^["“”«»]$/.test(form)) quote = 1;
    else if (form === ':') colon = 1;
    level = Math.max(level, tree.level[i] ?? 0);
  });
  return `${quote}${colon}${level}`;
}

/** For each word: outside quotation marks, an opening or closing mark, inside, or inside one that has no end. */
function quoteStates({ sentences, quotations }: Window): readonly string[] {
  const states: string[] = [];
  let at = 0;
  for (const sentence of sentences) {
    for (const { span } of sentence) {
      while (at < quotations.length && (quotations[at]?.span[1] ?? 0) <= span[0]) at += 1;
      const quotation = quotations[at];
      if (!quotation || quotation.span[0] >= span[1]) states.push('-');
      else if (quotation.span[0] >= span[0]) states.push(quotation.continues ? 'C' : 'B');
      else if (quotation.closed && quotation.span[1] <= span[1]) states.push('E');
      else states.push(quotation.closed ? 'I' : 'U');
    }
  }
  return states;
}

function nameStates({ sentences, names }: Window): readonly string[] {
  const states: string[] = [];
  let at = 0;
  for (const sentence of sentences) {
    for (const { span } of sentence) {
      while (at < names.length && (names[at]?.span[1] ?? 0) <= span[0]) at += 1;
      const name = names[at];
      if (!name || name.span[0] >= span[1]) states.push('-');
      else states.push(`${name.span[0] >= span[0] ? 'B' : 'I'}${name.type}`);
    }
  }
  return states;
}
