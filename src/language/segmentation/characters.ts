// Characters: the class and the folded form of each UTF-16 code unit, from tables filled on first use.

/** Classes of code units. `EXTEND` never begins a word: combining marks, joiners, direction marks, variation selectors. */
export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const LETTER = 4;
export const DIGIT = 5;
export const TERMINAL = 6;
export const APOSTROPHE = 7;
export const DASH = 8;
export const QUOTE = 9;
export const OPEN = 10;
export const CLOSE = 11;
export const COMMA = 12;
export const CURRENCY = 13;
export const SYMBOL = 14;
/** Half of a surrogate pair, or a surrogate alone: emoji, rare scripts, broken text. */
export const ASTRAL = 15;
export const EXTEND = 16;

const TESTS: readonly (readonly [number, RegExp])[] = [
  [SPACE, /\s/u],
  [LOWER, /\p{Ll}/u],
  [UPPER, /[\p{Lu}\p{Lt}]/u],
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{Nd}/u],
  [TERMINAL, /[.!?…。！？]/u],
  [APOSTROPHE, /['’‘`´′]/u],
  [DASH, /\p{Pd}/u],
  [QUOTE, /["“”„‟«»‹›″]/u],
  [OPEN, /[\p{Ps}<]/u],
  [CLOSE, /[\p{Pe}>]/u],
  [COMMA, /[,;:]/u],
  [CURRENCY, /\p{Sc}/u],
  [ASTRAL, /[\ud800-\udfff]/],
  [EXTEND, /[\p{M}\p{Cf}]/u],
];

const classes = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);

/** The class of a code unit. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const found = TESTS.find(([, test]) => test.test(character))?.[0] ?? SYMBOL;
  classes[unit] = found;
  return found;
}

/** Lower case, with every digit as `0`, typographic quotation marks and dashes kept apart from plain ones. */
export function foldOf(unit: number): number {
  const known = folded[unit] ?? 0;
  if (known !== 0) return known;
  const lower = String.fromCharCode(unit).toLowerCase();
  const found = classOf(unit) === DIGIT ? 0x30 : lower.length === 1 ? lower.charCodeAt(0) : unit;
  folded[unit] = found;
  return found;
}

export const isLetter = (kind: number): boolean => kind >= LOWER && kind <= LETTER;
