// Where the words around settle whether a sentence ends, so that the model is not asked: titles, initials, quotations.
import { APOSTROPHE, OPEN, QUOTE, UPPER } from './characters.ts';
import { CLOSER, CLOSER_AFTER_STOP, FULL_STOP, LEADING, type WordTable } from './sentence-features.ts';

/** True where a sentence must end after word `at`, false where it must not, null where the model decides. */
export function settledEnd(table: WordTable, at: number): boolean | null {
  const role = table.role[at];
  const next = table.role[at + 1];
  const first = table.first[at + 1];
  const spaced = (table.gap[at] ?? 0) > 0;
  const nextSpaced = (table.gap[at + 1] ?? 0) > 0;
  if (role === LEADING) return false;
  if (isOpening(table, at)) return false;
  if (!spaced) return next === CLOSER_AFTER_STOP && nextSpaced ? false : null;
  if (role === FULL_STOP && (first === QUOTE || first === APOSTROPHE) && !nextSpaced)
    return table.first[at + 2] === UPPER ? true : null;
  if (role === CLOSER_AFTER_STOP && first === UPPER && afterFullStop(table, at)) return true;
  return null;
}

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
