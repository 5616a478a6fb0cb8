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
  const part = text.slice(from, to);
  const atoms: Atom[] = [];
  for (let at = 0; at < part.length; ) {
    const plain = plainEnd(part, at);
    if (plain === at) {
      at += 1;
      continue;
    }
    if (plain > at) {
      const word = part.slice(at, plain);
      atoms.push({ start: from + at, end: from + plain, key: plainKeyOf(word), shape: shapeOf(word) });
      at = plain;
      continue;
    }
    ATOM.lastIndex = at;
    const match = ATOM.exec(part);
    if (!match) break;
    const start = from + match.index;
    atoms.push({ start, end: start + match[0].length, key: keyOf(match[0]), shape: shapeOf(match[0]) });
    at = match.index + match[0].length;
  }
  return atoms;
}

const SPACE = 1;
const SIGN = 2;
const DIGIT = 3;
const LETTER = 4;
/** What each of the first 128 characters is to the pattern above. */
const plainKinds = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /\p{L}/u.test(character) ? LETTER : /\p{N}/u.test(character) ? DIGIT : /\s/.test(character) ? SPACE : SIGN;
});
const FULL_STOP = 0x2e;

/** Where the atom at a place ends; the place itself for white space, -1 where plain characters alone do not settle it. */
function plainEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first >= 0x80) return -1;
  const kind = plainKinds[first] as number;
  if (kind === SPACE) return at;
  if (kind === SIGN) return at + 1;
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit >= 0x80) return -1;
    if ((plainKinds[unit] as number) < DIGIT) break;
  }
  // A letter with a full stop may open a dotted abbreviation.
  return end === at + 1 && kind === LETTER && text.charCodeAt(end) === FULL_STOP ? -1 : end;
}

/** The key of an atom of plain letters and digits, or of one plain sign. */
function plainKeyOf(atom: string): string {
  return atom === '`' ? "'" : atom.toLowerCase();
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
