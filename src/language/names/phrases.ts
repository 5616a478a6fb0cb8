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
  readonly ends: Ending<Value>[];
}

/** Stands in a phrase for one word of any kind, or none: "sharing of * waters". */
const WILD = '*';

/**
 * A list of phrases that is looked up by atoms, whatever white space and dashes stand between them.
 * A phrase's capitals must stand in the text too: "Turkey" does not match "turkey", nor "WHO" "who"; small letters match both.
 * A `*` in a phrase stands for one word or none.
 */
export class PhraseIndex<Value> {
  private readonly root: Node<Value> = { next: new Map(), ends: [] };

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
        next = { next: new Map(), ends: [] };
        node.next.set(key, next);
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
    let best: PhraseMatch<Value> | null = null;
    let open: readonly Node<Value>[] = [this.root];
    for (let at = place; at < atoms.length && open.length; at += 1) {
      const atom = atoms[at];
      const start = atoms[place]?.start ?? 0;
      if (!atom) break;
      const following: Node<Value>[] = [];
      for (const node of open) {
        const plain = node.next.get(atom.key);
        if (plain) following.push(plain);
        const wild = node.next.get(WILD);
        if (wild && atom.key !== WILD && /^[\p{L}\p{N}]/u.test(atom.key)) following.push(wild);
      }
      for (const node of following) {
        const values = node.ends
          .filter(({ shapes }) => shapes.every((shape, offset) => fits(shape, atoms[place + offset]?.shape)))
          .map(({ value }) => value);
        if (values.length) best = { start, end: atom.end, first: place, last: at, values };
      }
      open = following;
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

function fits(wanted: AtomShape, found: AtomShape | undefined): boolean {
  if (wanted === 'lower') return true;
  return wanted === 'upper' ? found === 'upper' : found !== 'lower';
}

/** A phrase with a wildcard twice: with a place for the word, and without. */
function withAndWithoutWild(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const without = atoms.filter(({ key }) => key !== WILD);
  return without.length === atoms.length ? [atoms] : [atoms, without];
}
