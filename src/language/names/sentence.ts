// A sentence's words and atoms side by side, for rules that need both.
import type { Sentence, Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { Recent } from '../../model/recent.ts';
import type { Span } from '../../model/span.ts';
import { type Atom, atomsOf } from './atoms.ts';

/** One sentence as the rules for names see it. */
export interface SentenceView {
  readonly index: number;
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly atoms: readonly Atom[];
  /** Place of the token that holds each atom's first character; -1 where none does. */
  readonly tokenOf: readonly number[];
  /** Whether (nearly) all letters are capital: capitals say nothing there ("KABUL TALKS END IN DEADLOCK"). */
  readonly shouted: boolean;
  /** Whether (nearly) all longer words begin with a capital, as in many headlines ("Kabul Talks End in Deadlock"). */
  readonly titled: boolean;
}

/** The views of a document's sentences, in order; of a long document they are made when they are asked for. */
export class SentenceViews implements Iterable<SentenceView> {
  readonly text: string;
  readonly length: number;
  private readonly recent: Recent<SentenceView>;

  constructor(text: string, sentences: readonly Sentence[], tokens: PerSentence<Token>) {
    this.text = text;
    this.length = sentences.length;
    this.recent = new Recent(sentences.length, (index) => viewOf(text, sentences, tokens, index));
  }

  *[Symbol.iterator](): Generator<SentenceView> {
    for (let index = 0; index < this.length; index += 1) yield this.recent.at(index);
  }
}

/** Three stages look at the same sentences: the views of a document live until the last of them lets go. */
const made = new WeakMap<readonly Sentence[], { readonly tokens: unknown; readonly views: SentenceViews }>();

/** Views of all sentences. */
export function sentenceViews(text: string, sentences: readonly Sentence[], tokens: PerSentence<Token>): SentenceViews {
  const known = made.get(sentences);
  if (known && known.tokens === tokens && known.views.text === text) return known.views;
  const views = new SentenceViews(text, sentences, tokens);
  made.set(sentences, { tokens, views });
  return views;
}

/** Lets go of a document's views, which take as much memory as its words. */
export function forgetViews(sentences: readonly Sentence[]): void {
  made.delete(sentences);
}

function viewOf(text: string, sentences: readonly Sentence[], tokens: PerSentence<Token>, index: number): SentenceView {
  const span = sentences[index]?.span ?? [0, 0];
  const own = tokens.at(index) ?? [];
  const words = text.slice(...span);
  const atoms = atomsOf(text, ...span);
  return {
    index,
    span,
    text,
    tokens: own,
    atoms,
    tokenOf: tokensOf(atoms, own),
    shouted: isShouted(words),
    titled: isTitled(words),
  };
}

function tokensOf(atoms: readonly Atom[], tokens: readonly Token[]): readonly number[] {
  let at = 0;
  return atoms.map(({ start }) => {
    while (at < tokens.length && (tokens[at]?.span[1] ?? 0) <= start) at += 1;
    const token = tokens[at];
    return token && token.span[0] <= start ? at : -1;
  });
}

function isTitled(sentence: string): boolean {
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 4 && capital * 10 >= words.length * 8;
}

function isShouted(sentence: string): boolean {
  // Most sentences have enough plain small letters to be told at once.
  let plain = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    const unit = sentence.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) plain += 1;
  }
  if (plain * 10 >= sentence.length) return false;
  const letters = sentence.replace(/[^\p{L}]/gu, '');
  const words = sentence.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 3) return false;
  const small = letters.replace(/\p{Lu}/gu, '').length;
  return small * 10 < letters.length;
}

/** The token that an atom stands in. */
export function tokenAt(view: SentenceView, atom: number): Token | null {
  return view.tokens[view.tokenOf[atom] ?? -1] ?? null;
}

/** Places of the first and last token that begin inside a span, `[0, -1]` where none does; by bisection. */
export function tokensIn(view: SentenceView, span: Span): readonly [first: number, last: number] {
  const first = firstFrom(view.tokens, span[0]);
  const last = firstFrom(view.tokens, span[1]) - 1;
  return last < first ? [0, -1] : [first, last];
}

function firstFrom(tokens: readonly Token[], offset: number): number {
  return bisect(tokens.length, (at) => (tokens[at]?.span[0] ?? 0) < offset);
}

/** Place of the first atom that begins at an offset or behind it. */
export function atomFrom(view: SentenceView, offset: number): number {
  return bisect(view.atoms.length, (at) => (view.atoms[at]?.start ?? 0) < offset);
}

function bisect(length: number, before: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of a phrase's head: its word whose own head lies outside the span; -1 where no word begins inside. */
export function headIn(view: SentenceView, span: Span): number {
  const [first, last] = tokensIn(view, span);
  for (let place = first; place <= last; place += 1) {
    const above = (view.tokens[place]?.head ?? 0) - 1;
    if (above < first || above > last) return place;
  }
  return last;
}
