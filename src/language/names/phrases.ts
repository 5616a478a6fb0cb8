// Finds the phrases of a list in a text, longest first, in time linear in the text.
import { type Atom, type AtomShape, atomsOf } from './atoms.ts';

/** A phrase of a list with what it stands for. */
export interface Phrase<Value> {
  readonly phrase: string;
  readonly value: Value;
}

/** A phrase found: `[start, end]` in code units, and the places of its first and last atom. */
export interface PhraseMatch<Value> {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** All that the phrase stands for in the list, in the list's order. */
  readonly values: readonly Value[];
}

interface Ending<Value> {
  readonly shapes: readonly AtomShape[];
  readonly value: Value;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  /** What follows a wildcard; it stands among the others too. */
  wild: Node<Value> | null;
  readonly ends: Ending<Value>[];
}

const newNode = <Value>(): Node<Value> => ({ next: new Map(), wild: null, ends: [] });

/** Stands in a phrase for one word of any kind, or none: "sharing of * waters". */
const WILD = '*';

/**
 * A list of phrases that is looked up by atoms, whatever white space and dashes stand between them.
 * A phrase's capitals must stand in the text too: "Turkey" does not match "turkey", nor "WHO" "who"; small letters match both.
 * A `*` in a phrase, but not at its beginning, stands for one word or none.
 */
export class PhraseIndex<Value> {
  private readonly root = newNode<Value>();

  constructor(phrases: Iterable<Phrase<Value>>) {
    for (const { phrase, value } of phrases) {
      const atoms = atomsOf(phrase);
      for (const path of withAndWithoutWild(atoms)) this.insert(path, value);
    }
  }

  private insert(path: readonly Atom[], value: Value): void {
    let node = this.root;
    for (const { key } of path) {
      let next = node.next.get(key);
      if (!next) {
        next = newNode();
        node.next.set(key, next);
        if (key === WILD) node.wild = next;
      }
      node = next;
    }
    if (node !== this.root) node.ends.push({ shapes: path.map(({ shape }) => shape), value });
  }

  /** Whether some phrase stands for a value that passes a test. */
  has(test: (value: Value) => boolean): boolean {
    const open: Node<Value>[] = [this.root];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.ends.some(({ value }) => test(value))) return true;
      open.push(...node.next.values());
    }
    return false;
  }

  /** The longest match that begins at an atom; null where none does. */
  at(atoms: readonly Atom[], place: number): PhraseMatch<Value> | null {
    const first = atoms[place];
    const node = first && this.root.next.get(first.key);
    return node ? this.longest(atoms, place, node) : null;
  }

  /** Follows all open paths, of which there are several only where a wildcard stands beside a word. */
  private longest(atoms: readonly Atom[], place: number, from: Node<Value>): PhraseMatch<Value> | null {
    const start = atoms[place]?.start ?? 0;
    let best: PhraseMatch<Value> | null = null;
    let node: Node<Value> | undefined = from;
    let others: readonly Node<Value>[] = NO_NODES;
    for (let at = place; node; at += 1) {
      let values = valuesAt(node, atoms, place);
      if (others.length) values = [...values, ...others.flatMap((other) => valuesAt(other, atoms, place))];
      if (values.length) best = { start, end: atoms[at]?.end ?? start, first: place, last: at, values };
      const next = atoms[at + 1];
      if (!next) break;
      if (others.length === 0 && node.wild === null) {
        node = node.next.get(next.key);
        continue;
      }
      [node, ...others] = [node, ...others].flatMap((one) => following(one, next.key));
    }
    return best;
  }

  /** All matches of a text's atoms from left to right, none inside or across another. */
  all(atoms: readonly Atom[]): readonly PhraseMatch<Value>[] {
    const found: PhraseMatch<Value>[] = [];
    for (let place = 0; place < atoms.length; ) {
      const match = this.at(atoms, place);
      if (match) found.push(match);
      place = match ? match.last + 1 : place + 1;
    }
    return found;
  }
}

function valuesAt<Value>({ ends }: Node<Value>, atoms: readonly Atom[], place: number): readonly Value[] {
  if (ends.length === 0) return NO_VALUES;
  return ends
    .filter(({ shapes }) => shapes.every((shape, offset) => fits(shape, atoms[place + offset]?.shape)))
    .map(({ value }) => value);
}

const NO_VALUES: readonly never[] = [];
const NO_NODES: readonly never[] = [];

function following<Value>({ next, wild }: Node<Value>, key: string): readonly Node<Value>[] {
  const plain = next.get(key);
  if (!wild || !/^[\p{L}\p{N}]/u.test(key)) return plain ? [plain] : [];
  return plain ? [plain, wild] : [wild];
}

function fits(wanted: AtomShape, found: AtomShape | undefined): boolean {
  if (wanted === 'lower') return true;
  return wanted === 'upper' ? found === 'upper' : found !== 'lower';
}

/** A phrase with a wildcard twice: with a place for the word, and without. */
function withAndWithoutWild(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const without = atoms.filter(({ key }) => key !== WILD);
  return without.length === atoms.length ? [atoms] : [atoms, without];
}
