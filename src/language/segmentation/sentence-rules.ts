// Where the words around settle whether a sentence ends, so that the model is not asked: titles, initials, quotations.
import { APOSTROPHE, DIGIT, LOWER, OPEN, QUOTE, UPPER } from './characters.ts';
import {
  ABBREVIATION,
  CLOSER,
  CLOSER_AFTER_STOP,
  FULL_STOP,
  isFinal,
  LEADING,
  MARK,
  WORD,
  type WordTable,
} from './sentence-features.ts';

/**
 * True where a sentence must end after word `at`, false where it must not, null where the model decides. A full stop
 * that is a word of its own before a capital is an end (3,135 of 3,137 in the open parts of the treebanks), but not
 * after a number or letter that opens the sentence: `IV. Transit through Russia`.
 */
export function settledEnd(table: WordTable, begun: number, at: number): boolean | null {
  const role = table.role[at];
  const next = table.role[at + 1];
  const first = table.first[at + 1];
  const spaced = (table.gap[at] ?? 0) > 0;
  const nextSpaced = (table.gap[at + 1] ?? 0) > 0;
  if (role === LEADING) return false;
  if (isOpening(table, at) || isLabel(table, at)) return false;
  if (!spaced && role === FULL_STOP && first === UPPER && table.first[at - 1] === LOWER && at - begun > 1) return true;
  if (!spaced) return next === CLOSER_AFTER_STOP && nextSpaced ? false : null;
  if (role === ABBREVIATION && table.opener[at + 1] === 1 && isProse(table)) return true;
  if (role === FULL_STOP && first === UPPER && at - begun > 1) return true;
  if (role === FULL_STOP && (first === QUOTE || first === APOSTROPHE) && !nextSpaced)
    return table.first[at + 2] === UPPER ? true : null;
  if (role === CLOSER_AFTER_STOP && first === UPPER && afterFullStop(table, at)) return true;
  return null;
}

/**
 * What a score must exceed for an end after a word that is no end by itself, in units of the shipped weights. The
 * treebanks lay out greetings, signatures and headings on one line with what follows, so that the model ends sentences
 * after commas and plain words more freely than a text with its own lines needs.
 */
export function cautionAt(table: WordTable, at: number): number {
  const role = table.role[at];
  if (role === MARK) return 100;
  return role === CLOSER ? 20 : role === WORD ? 30 : 0;
}

/** A letter or number with a stop that opens a block: `Q. Has the date been set?`, `2. Transit`. */
function isLabel(table: WordTable, at: number): boolean {
  if (at !== 1 || table.role[1] !== FULL_STOP || table.gap[0] !== 0) return false;
  return table.first[0] === DIGIT ? (table.size[0] ?? 0) < 4 : table.first[0] === UPPER && table.size[0] === 1;
}

/** Headlines end without a stop, and write words that open sentences with a capital anywhere: `Aid From the U.S. And Norway`. */
const isProse = (table: WordTable): boolean => isFinal(table.role[table.length - 1] ?? WORD);

/** A bracket or quotation mark with space before and none after opens what follows. */
function isOpening(table: WordTable, at: number): boolean {
  const first = table.first[at];
  if ((table.gap[at] ?? 0) > 0) return false;
  if (first === OPEN) return true;
  return (
    (first === QUOTE || (first === APOSTROPHE && table.role[at] === CLOSER)) &&
    (at === 0 || (table.gap[at - 1] ?? 0) > 0)
  );
}

/** ‘He left.’ Smith: the quotation closed after a full stop, not after a question that the sentence goes on to ascribe. */
function afterFullStop(table: WordTable, at: number): boolean {
  let back = at;
  while (back >= 0 && table.role[back] === CLOSER_AFTER_STOP) {
    if (table.first[back] !== QUOTE && table.first[back] !== APOSTROPHE) return false;
    back -= 1;
  }
  return table.role[back] === FULL_STOP;
}
