// What the sentence model sees of the place after a word: forms, shapes, marks and capitals around it.
import type { Span } from '../../model/span.ts';
import {
  APOSTROPHE,
  CLOSE,
  COMMA,
  classOf,
  DASH,
  DIGIT,
  foldOf,
  isLetter,
  OPEN,
  QUOTE,
  TERMINAL,
  UPPER,
} from './characters.ts';
import { addFeature, type Features, mix, SEED } from './perceptron.ts';
import type { Spellings } from './spellings.ts';

/** How a word was met inside sentences: 0 never to 2 often in lower case, times 3, plus the same with a capital. */
export type CaseLookup = (foldedHash: number, start: number, lower: boolean) => number;

/** What is known of each word of a block, one entry a word. */
export interface WordTable {
  readonly length: number;
  readonly form: Int32Array;
  readonly folded: Int32Array;
  readonly shape: Int32Array;
  readonly casing: Uint8Array;
  readonly role: Uint8Array;
  /** Class of the first code unit. */
  readonly first: Uint8Array;
  /** 0 where the next word follows at once, 1 after one white-space sign, 2 after more. */
  readonly gap: Uint8Array;
  /** Length in code units, to 20. */
  readonly size: Uint8Array;
  /** 1 for a capitalised word that begins a sentence after an abbreviation: The, He. */
  readonly opener: Uint8Array;
}

/** The lists of spellings that word tables look words up in. */
export type RoleLists = Pick<Spellings, 'abbreviations' | 'openers'>;

/** What a word is to the end of a sentence. */
export const WORD = 0;
export const STOP = 1;
export const CLOSER = 2;
export const CLOSER_AFTER_STOP = 3;
export const ABBREVIATION = 4;
/** A comma, colon, semicolon, dash or opening bracket. */
export const MARK = 5;
/** An abbreviation that stands before a name. */
export const LEADING = 6;
/** A single full stop, as against question marks, exclamations and dots. */
export const FULL_STOP = 7;

const REACH = 24;

export function tableOf(
  text: string,
  words: readonly Span[],
  casing: CaseLookup,
  { abbreviations, openers }: RoleLists,
): WordTable {
  const { length } = words;
  const table = {
    length,
    form: new Int32Array(length),
    folded: new Int32Array(length),
    shape: new Int32Array(length),
    casing: new Uint8Array(length),
    role: new Uint8Array(length),
    first: new Uint8Array(length),
    gap: new Uint8Array(length),
    size: new Uint8Array(length),
    opener: new Uint8Array(length),
  };
  for (const [index, [start, end]] of words.entries()) {
    const to = Math.min(end, start + REACH);
    let form = SEED;
    let folded = SEED;
    let shape = SEED;
    let last = 0;
    let lower = true;
    let letters = false;
    for (let at = start; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = classOf(unit);
      const fold = foldOf(unit);
      form = mix(form, kind === DIGIT ? fold : unit);
      folded = mix(folded, fold);
      const sign = isLetter(kind) || kind === DIGIT ? kind : unit;
      if (sign !== last) shape = mix(shape, sign);
      last = sign;
      if (kind === UPPER) lower = false;
      if (isLetter(kind)) letters = true;
    }
    table.form[index] = form;
    table.folded[index] = folded;
    table.shape[index] = shape;
    table.casing[index] = letters ? 1 + casing(folded, start, lower) : 0;
    table.first[index] = classOf(text.charCodeAt(start));
    if (table.first[index] === UPPER && end - start < 9 && openers.has(text.slice(start, end))) table.opener[index] = 1;
    table.size[index] = Math.min(20, end - start);
    table.gap[index] = Math.min(2, (words[index + 1]?.[0] ?? end + 2) - end);
    table.role[index] = roleOf(text, start, to, letters, table.role[index - 1] ?? WORD, abbreviations.leading);
  }
  return table;
}

function roleOf(
  text: string,
  start: number,
  end: number,
  letters: boolean,
  before: number,
  leading: ReadonlySet<string>,
): number {
  const stopped = text.charCodeAt(end - 1) === 0x2e;
  if (letters && !stopped) return WORD;
  if (letters) return leading.has(text.slice(start, end - 1)) ? LEADING : ABBREVIATION;
  const kind = classOf(text.charCodeAt(start));
  if (kind === TERMINAL) return stopped && end === start + 1 ? FULL_STOP : STOP;
  if (kind === QUOTE || kind === APOSTROPHE || kind === CLOSE)
    return isStop(before) || before === CLOSER_AFTER_STOP ? CLOSER_AFTER_STOP : CLOSER;
  return kind === COMMA || kind === DASH || kind === OPEN ? MARK : WORD;
}

const isStop = (role: number): boolean => role === STOP || role === FULL_STOP;
/** Whether a word of this role can be the last of a sentence in prose. */
export const isFinal = (role: number): boolean => isStop(role) || role === CLOSER_AFTER_STOP || role === ABBREVIATION;

/** Fills in the features of a sentence end after word `at`, in a sentence that began with word `begun`. */
export function sentenceFeatures(features: Features, table: WordTable, begun: number, at: number): void {
  const { length } = table;
  const get = (row: Int32Array | Uint8Array, place: number): number =>
    place >= 0 && place < length ? (row[place] ?? 0) : -1;
  const role = get(table.role, at);
  const gap = get(table.gap, at);
  const sign = isStop(role) || role === MARK ? get(table.form, at) : 0;
  const term = mix(mix(SEED, role), sign);
  const spaced = mix(term, gap);
  const here = get(table.folded, at);
  const next = get(table.form, at + 1);
  const nextFolded = get(table.folded, at + 1);
  const nextShape = get(table.shape, at + 1);
  const nextCase = get(table.casing, at + 1);
  const after = get(table.form, at + 2);
  const before = get(table.folded, at - 1);
  const since = at - begun;
  let marks = 0;
  for (let back = at; back >= begun && back > at - 40; back -= 1) if (table.first[back] === QUOTE) marks += 1;
  let capitals = 0;
  for (let back = at; back >= begun && back > at - 6; back -= 1) if (table.first[back] === UPPER) capitals += 1;
  let coming = 0;
  let stop = 0;
  for (let ahead = at + 1; ahead < length && ahead < at + 13; ahead += 1) {
    if (ahead < at + 6 && table.first[ahead] === UPPER) coming += 1;
    if (stop === 0 && isStop(table.role[ahead] ?? WORD)) stop = ahead - at;
  }
  let kind = 100;
  const add = (value: number): void => addFeature(features, kind++, value);
  features.count = 0;
  add(1);
  add(get(table.form, at));
  add(next);
  add(mix(term, nextShape));
  add(spaced);
  add(mix(mix(spaced, nextShape), nextCase));
  add(mix(term, nextFolded));
  add(mix(term, before));
  add(mix(mix(term, get(table.shape, at - 1)), nextShape));
  add(mix(here, nextShape));
  add(mix(mix(spaced, nextShape), get(table.shape, at + 2)));
  add(mix(mix(term, get(table.shape, at)), get(table.size, at)));
  add(mix(here, nextFolded));
  add(mix(term, nextCase));
  add(mix(term, after));
  add(mix(mix(term, before), get(table.folded, at - 2)));
  add(mix(spaced, next));
  add(mix(term, Math.min(since, 12)));
  add(mix(mix(term, nextShape), Math.min(since, 6)));
  add(mix(mix(term, get(table.first, at + 1)), marks & 1));
  add(mix(mix(get(table.shape, at), nextShape), nextCase));
  add(mix(mix(get(table.form, at), nextShape), gap));
  add(mix(mix(mix(spaced, nextShape), marks & 1), get(table.gap, at + 1)));
  add(mix(mix(mix(term, capitals), coming), 5));
  add(mix(mix(mix(term, Math.min(since, 6)), capitals), nextCase));
  add(mix(mix(term, stop), nextCase));
  add(mix(mix(mix(term, nextCase), get(table.casing, at + 2)), nextShape));
  add(mix(mix(term, next), after));
  add(mix(mix(mix(term, Math.min(length - at, 8)), nextShape), begun === 0 ? 1 : 0));
  add(mix(mix(nextFolded, nextCase), get(table.casing, at)));
}
