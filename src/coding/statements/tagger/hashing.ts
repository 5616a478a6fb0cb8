// Turns words and labels into numbers, and several numbers into one row of a hashed table.

import { remembered } from './remembered.ts';

/** FNV-1a over UTF-16 code units, to 32 bits. */
export const hash = remembered((text: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value | 0;
});

/** Mixes one more number into a hash. */
export function mix(value: number, more: number): number {
  const mixed = Math.imul(value ^ more, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The row of a feature, by its number and up to three values. The number of rows is a power of two. */
export function rowOf(rows: number, feature: number, a: number, b = 0, c = 0): number {
  return mix(mix(mix(mix(0x51ed270b, feature), a), b), c) & (rows - 1);
}
