// Turns words and labels into numbers, and several numbers into one row of a hashed table.

/** Strings kept at hand; a text's frequent ones come back at once after the store is emptied. */
const STORE = 50_000;
/** Longer "words" (base64, URLs) are not worth a place in the store. */
const LONGEST_STORED = 40;

const store = new Map<string, number>();

/** FNV-1a over UTF-16 code units, to 32 bits. */
export function hash(text: string): number {
  const known = store.get(text);
  if (known !== undefined) return known;
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  value |= 0;
  if (text.length <= LONGEST_STORED) {
    if (store.size >= STORE) store.clear();
    store.set(text, value);
  }
  return value;
}

/** Mixes one more number into a hash. */
export function mix(value: number, more: number): number {
  const mixed = Math.imul(value ^ more, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The row of a feature, by its number and up to three values. */
export function rowOf(rows: number, feature: number, a: number, b = 0, c = 0): number {
  return (mix(mix(mix(mix(0x51ed270b, feature), a), b), c) >>> 0) % rows;
}
