// What the model sees of a word: normal form, and rows in tables of hashed affixes. Mirrors training/parser/features.py.

const TABLE_ROWS = 8192;
const SUFFIXES = [1, 2, 3, 4];
const PREFIXES = [1, 2, 3];
const SHAPE_LENGTH = 12;
const LONGEST_RUN = 3;

/** 32-bit FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, with the high half folded in; unsigned. */
export function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

/** `Obama-led` gives `Xxxx-xxx`: classes of characters, runs cut at three, twelve at most. */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of word) {
    const kind = kindOf(char);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= LONGEST_RUN) shape += kind;
    if (shape.length > SHAPE_LENGTH) break;
  }
  return shape.slice(0, SHAPE_LENGTH);
}

function kindOf(char: string): string {
  if (char >= '0' && char <= '9') return 'd';
  if (char !== char.toLowerCase()) return 'X';
  if (char !== char.toUpperCase()) return 'x';
  return char;
}

/** The form under which trained word vectors are kept: lower case, every digit a zero. */
export const normalForm = (lower: string): string => lower.replace(/[0-9]/g, '0');

/** Rows of the word's suffixes in the suffix table. */
export function suffixRows(lower: string): number[] {
  return SUFFIXES.map((length) => rowOf(`s${length}${lower.slice(-length)}`));
}

/** Rows of the word's prefixes and of its shape in the prefix table. */
export function prefixRows(word: string, lower: string): number[] {
  const rows = PREFIXES.map((length) => rowOf(`p${length}${lower.slice(0, length)}`));
  rows.push(rowOf(`sh${shapeOf(word)}`));
  return rows;
}

const rowOf = (key: string): number => fnv1a(key) % TABLE_ROWS;
