// Cuts a text into atoms, the units in which names from lists are looked up: unbroken letters and digits, dotted abbreviations, single signs.
// Independent of the word splitter, so that lists match the same way whatever it does with "NATO-Russia" or "al-Qaeda".

/** A unit of look-up; offsets count UTF-16 code units. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  /** Lower case, with one kind of dash and apostrophe. */
  readonly key: string;
  readonly shape: AtomShape;
}

/** `upper`: two or more letters, all capital ("NATO", "U.S."); `capital`: the first letter is ("Turkey"); `lower`: anything else. */
export type AtomShape = 'upper' | 'capital' | 'lower';

const ATOM = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * The atoms of a part of a text. "U.S.-led talks" gives `u.s.`, `-`, `led`, `talks`.
 * @param from where to begin, in code units
 * @param to where to end, exclusive
 */
export function atomsOf(text: string, from = 0, to = text.length): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const match of text.slice(from, to).matchAll(ATOM)) {
    const start = from + match.index;
    atoms.push({ start, end: start + match[0].length, key: keyOf(match[0]), shape: shapeOf(match[0]) });
  }
  return atoms;
}

function keyOf(atom: string): string {
  if (atom.length > 1) return atom.toLowerCase().normalize('NFC');
  if (atom === '–' || atom === '—' || atom === '‑') return '-';
  if (atom === '’' || atom === '‘' || atom === '`') return "'";
  return atom.toLowerCase();
}

function shapeOf(atom: string): AtomShape {
  const first = atom.charAt(0);
  if (first === first.toLowerCase()) return 'lower';
  return atom.length > 1 && atom === atom.toUpperCase() && /\p{L}.*\p{L}/u.test(atom) ? 'upper' : 'capital';
}
