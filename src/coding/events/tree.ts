// A sentence's dependency tree with what the event rules ask of it: children, phrases, surface words.
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import { repaired } from './repaired.ts';

/** A word that opens a clause of its own below its head; phrases end before it. */
const CLAUSAL: ReadonlySet<string> = new Set(['acl', 'advcl', 'ccomp', 'parataxis', 'csubj']);

/** Most words have no children, and most questions about them no answer. */
const NO_WORDS: readonly number[] = [];
const NO_VERBS: ReadonlyMap<string, string> = new Map();

/** Places are counted from 0; -1 is above the root. Heads out of range or in a circle count as roots. */
export class Tree {
  /** What rules worked out of single words of this sentence, by the rule; see once-a-word.ts. */
  readonly workedOut = new Map<unknown, unknown[]>();
  readonly tokens: readonly Token[];
  readonly text: string;
  private readonly children: readonly (readonly number[])[];
  private readonly heads: Int32Array;
  /** The relation of each word, with and without its subtype. */
  private readonly deprels: readonly string[];
  private readonly relations: readonly string[];
  private readonly verbs: ReadonlyMap<string, string>;
  /** Forms, lemmas and prepositions that were asked for: the rules ask for the same ones many times. */
  private readonly forms: string[] = [];
  private readonly lemmas: string[] = [];
  private readonly prepositions: string[] = [];

  /** @param verbs dictionary forms of verbs by their inflected forms, to put a guessed lemma right ("avoide") */
  constructor(given: readonly Token[], text: string, verbs: ReadonlyMap<string, string> = NO_VERBS) {
    const form = (at: number) => text.slice(...(given[at]?.span ?? [0, 0])).toLowerCase();
    const isVerb = (word: string) => verbs.get(word) === word;
    const tokens = repaired(given, { form, isVerb });
    this.tokens = tokens;
    this.verbs = verbs;
    this.text = text;
    this.heads = soundHeads(tokens);
    this.deprels = tokens.map(({ deprel }, at) => ((this.heads[at] ?? -1) < 0 ? 'root' : deprel));
    this.relations = this.deprels.map(withoutSubtype);
    this.children = childrenUnder(this.heads);
  }

  get size(): number {
    return this.tokens.length;
  }

  head(at: number): number {
    return this.heads[at] ?? -1;
  }

  token(at: number): Token {
    const token = this.tokens[at];
    if (!token) throw new RangeError(`no word at place ${at} of a sentence of ${this.size}`);
    return token;
  }

  span(at: number): Span {
    return this.token(at).span;
  }

  /** The word as it stands, in lower case. */
  form(at: number): string {
    const known = this.forms[at];
    if (known !== undefined) return known;
    const [start, end] = this.token(at).span;
    const lower = this.text.slice(start, end).toLowerCase();
    const form = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    this.forms[at] = form;
    return form;
  }

  lemma(at: number): string {
    const known = this.lemmas[at];
    if (known !== undefined) return known;
    const lemma = this.soundLemma(at);
    this.lemmas[at] = lemma;
    return lemma;
  }

  private soundLemma(at: number): string {
    const given = this.token(at).lemma.toLowerCase();
    if (this.upos(at) !== 'VERB' || this.verbs.get(given) === given) return given;
    return this.verbs.get(this.form(at)) ?? given;
  }

  upos(at: number): string {
    return this.tokens[at]?.upos ?? 'X';
  }

  /** The relation to the head with its subtype, `root` above all others. */
  deprel(at: number): string {
    return this.deprels[at] ?? 'root';
  }

  /** The relation without its subtype. */
  relation(at: number): string {
    return this.relations[at] ?? 'root';
  }

  childrenOf(at: number): readonly number[] {
    return this.children[at] ?? NO_WORDS;
  }

  /** Children in any of the relations, given without subtype (`obl`) or with it (`nmod:poss`). */
  childrenIn(at: number, ...relations: readonly string[]): readonly number[] {
    let found: number[] | null = null;
    for (const child of this.childrenOf(at)) {
      if (!this.hangsBy(child, relations)) continue;
      if (found) found.push(child);
      else found = [child];
    }
    return found ?? NO_WORDS;
  }

  childIn(at: number, ...relations: readonly string[]): number | null {
    for (const child of this.childrenOf(at)) if (this.hangsBy(child, relations)) return child;
    return null;
  }

  private hangsBy(child: number, relations: readonly string[]): boolean {
    const relation = this.relations[child];
    const deprel = this.deprels[child];
    for (const one of relations) if (one === relation || one === deprel) return true;
    return false;
  }

  /** The word and those coordinated with it: "Russia, China and Iran" gives three. */
  coordinated(at: number): readonly number[] {
    const others = this.childrenIn(at, 'conj');
    if (!others.length) return [at];
    // "Correa, Chavez and Uribe" with the last hung on the second.
    const further = others.flatMap((other) => (this.upos(other) === 'PROPN' ? this.childrenIn(other, 'conj') : []));
    return further.length ? [at, ...others, ...further] : [at, ...others];
  }

  /** The prepositions of a phrase as one string: "of", "in favour of"; empty where there is none. A title may hold it. */
  preposition(at: number): string {
    const known = this.prepositions[at];
    if (known !== undefined) return known;
    const found =
      this.ownPreposition(at) ||
      this.childrenIn(at, 'nmod:desc')
        .map((title) => this.ownPreposition(title))
        .join('');
    this.prepositions[at] = found;
    return found;
  }

  private ownPreposition(at: number): string {
    const cases = this.childrenIn(at, 'case');
    if (!cases.length) return '';
    return cases
      .filter((child) => this.token(child).xpos !== 'POS')
      .map((child) => [child, ...this.childrenIn(child, 'fixed')].map((part) => this.form(part)).join(' '))
      .join(' ');
  }

  /**
   * Words of the phrase headed at a place, without clauses that hang on it, nearest to the head first.
   * @param limit stops after so many words, which keeps hostile sentences linear
   */
  phrase(at: number, limit = 60): readonly number[] {
    const found: number[] = [at];
    for (let next = 0; next < found.length && found.length < limit; next += 1) {
      for (const child of this.childrenOf(found[next] ?? at)) {
        if (!CLAUSAL.has(this.relation(child)) && this.relation(child) !== 'punct') found.push(child);
      }
    }
    return found;
  }

  /** All words below a place and itself, clauses included. */
  subtree(at: number, limit = 400): readonly number[] {
    const found: number[] = [at];
    for (let next = 0; next < found.length && found.length < limit; next += 1)
      found.push(...this.childrenOf(found[next] ?? at));
    return found.slice(0, limit);
  }

  /** The span from the first to the last of some words. */
  hullOf(places: readonly number[]): Span {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const at of places) {
      const [from, to] = this.span(at);
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    return places.length ? [start, end] : [0, 0];
  }

  /** The words above a place, nearest first. */
  *ancestors(at: number, limit = 40): Generator<number> {
    let above = this.head(at);
    for (let step = 0; above >= 0 && step < limit; step += 1) {
      yield above;
      above = this.head(above);
    }
  }
}

const bare = new Map<string, string>();

/** A relation without its subtype; there are fifty of them, asked for at every word. */
function withoutSubtype(deprel: string): string {
  const known = bare.get(deprel);
  if (known !== undefined) return known;
  const relation = deprel.split(':', 1)[0] ?? deprel;
  if (bare.size < 1000) bare.set(deprel, relation);
  return relation;
}

/** The children of each word, in the order of the sentence. */
function childrenUnder(heads: Int32Array): readonly (readonly number[])[] {
  const children: (readonly number[])[] = new Array(heads.length).fill(NO_WORDS);
  for (let at = 0; at < heads.length; at += 1) {
    const head = heads[at] as number;
    if (head < 0) continue;
    const others = children[head] as number[];
    if (others.length) others.push(at);
    else children[head] = [at];
  }
  return children;
}

/** Heads from 0, with everything that does not reach a root made one. */
function soundHeads(tokens: readonly Token[]): Int32Array {
  const heads = new Int32Array(tokens.length);
  for (let at = 0; at < heads.length; at += 1) {
    const head = tokens[at]?.head ?? 0;
    heads[at] = head >= 1 && head <= heads.length && head - 1 !== at ? head - 1 : -1;
  }
  const state = new Uint8Array(tokens.length);
  const path: number[] = [];
  for (let start = 0; start < heads.length; start += 1) {
    path.length = 0;
    let at = start;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? -1;
    }
    if (at >= 0 && state[at] === 1) heads[at] = -1;
    for (const place of path) state[place] = 2;
  }
  return heads;
}
