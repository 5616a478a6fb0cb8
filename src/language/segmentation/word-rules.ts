// Where spelling settles whether a word ends, so that the model is not asked: abbreviations, initials, quotation marks.
import { APOSTROPHE, COMMA, CURRENCY, classOf, DIGIT, isLetter, QUOTE, SPACE, TERMINAL, UPPER } from './characters.ts';
import type { Spellings } from './spellings.ts';
import type { Chunk } from './word-features.ts';

const ACRONYM = /^(?:\p{L}\.){1,6}\p{L}{1,2}$/u;
/** Longer pieces are no abbreviations. */
const LONGEST = 12;
/** An ordinary word of five letters or more is no abbreviation unless it is listed. */
const PLAIN = /^\p{L}\p{Ll}{4,}$/u;
const ROMAN = /^[IVXLC]+(?![\p{L}\d])/u;
const CLOSING = /^[*_]{1,6}[.,;:!?)\]"”’']*$/u;

/** Whether a known name may follow an initial: says that a word was never met in lower case. */
export type NameTest = (text: string, start: number, end: number) => boolean;

/** True where a word must end at `at`, false where it must not, null where the model decides. */
export function settled(
  chunk: Chunk,
  begun: number,
  at: number,
  spellings: Spellings,
  isName: NameTest,
): boolean | null {
  const { text } = chunk;
  const here = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const kind = classOf(here);
  const last = classOf(before);
  if (here === 0x2e) {
    const kept = keepsStop(chunk, begun, at, spellings, isName);
    if (kept !== null) return !kept;
  }
  if (before === 0x2e && begun === at - 1 && kind === UPPER && at - 1 > chunk.start) return true;
  if ((last === CURRENCY && kind === DIGIT) || (last === DIGIT && kind === CURRENCY)) return true;
  if (before === 0x5d && here === 0x28) return true;
  if (here === 0x5d && text.charCodeAt(at + 1) === 0x28) return true;
  if (last === APOSTROPHE || kind === APOSTROPHE) return besideApostrophe(chunk, at, last, kind);
  if ((last === QUOTE || kind === QUOTE) && before !== here && last !== DIGIT) return true;
  if (before === 0x2a || before === 0x5f || here === 0x2a || here === 0x5f) return besideEmphasis(chunk, at);
  return null;
}

/**
 * Whether a full stop belongs to the word before it: `Lt.`, `U.S.-led`, `No. 5` and `R. K. Menon`, but `No.` as an answer
 * ends with a stop of its own. Null where the spelling leaves it open.
 */
function keepsStop(
  { text, start, end, limit }: Chunk,
  begun: number,
  at: number,
  spellings: Spellings,
  isName: NameTest,
): boolean | null {
  if (at - begun > LONGEST) return null;
  const after = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : SPACE;
  const piece = text.slice(begun, at);
  const listed = spellings.abbreviations.always.has(piece);
  if (!listed && PLAIN.test(piece) && (after === UPPER || after === TERMINAL)) return false;
  if (isLetter(after) || after === DIGIT || after === TERMINAL) return null;
  if (listed || ACRONYM.test(piece)) return true;
  const next = nextChunk(text, end, limit);
  const nextKind = next < limit && after === SPACE ? classOf(text.charCodeAt(next)) : SPACE;
  if (spellings.abbreviations.numbered.has(piece)) {
    if (nextKind === DIGIT) return true;
    return /^[Nn]os?$/.test(piece) ? false : ROMAN.test(text.slice(next, next + 8)) || null;
  }
  if (PLAIN.test(piece)) return false;
  if (at !== begun + 1 || classOf(text.charCodeAt(begun)) !== UPPER || nextKind !== UPPER) return null;
  if (begun > start && text.charCodeAt(begun - 1) !== 0x2e && text.charCodeAt(begun - 1) !== 0x2d) return null;
  let to = next;
  while (to < limit && to < next + 24 && isLetter(classOf(text.charCodeAt(to)))) to += 1;
  if (spellings.openers.has(text.slice(next, to))) return false;
  const initial = to === next + 1 && text.charCodeAt(to) === 0x2e;
  return (piece !== 'I' && (initial || followsInitial(text, start) || isName(text, next, to))) || null;
}

/** Whether the chunk at `start` stands one space after a capital with a stop, as `O.` in `J. O. Smith`. */
function followsInitial(text: string, start: number): boolean {
  return (
    start > 2 &&
    text.charCodeAt(start - 2) === 0x2e &&
    /^(?:|.*[^\p{L}])\p{Lu}$/su.test(text.slice(Math.max(0, start - 5), start - 2))
  );
}

function nextChunk(text: string, end: number, limit: number): number {
  let at = end;
  while (at < limit && at < end + 8 && classOf(text.charCodeAt(at)) === SPACE) at += 1;
  return at;
}

/** Two apostrophes are one quotation mark (''agreed''), and one before a stop or comma closes a quotation. */
function besideApostrophe({ text, start, end }: Chunk, at: number, last: number, kind: number): boolean | null {
  const pairAt = (from: number): boolean => {
    if (from < start || from + 1 >= end) return false;
    const unit = text.charCodeAt(from);
    return classOf(unit) === APOSTROPHE && unit === text.charCodeAt(from + 1) && unit !== text.charCodeAt(from + 2);
  };
  if (pairAt(at - 1)) return false;
  if (pairAt(at - 2) || pairAt(at)) return true;
  return last === APOSTROPHE && (kind === TERMINAL || kind === COMMA || kind === QUOTE) ? true : null;
}

/** Marks of emphasis around a stretch, as Markdown has them: **|annex|**. */
function besideEmphasis({ text, start, end }: Chunk, at: number): boolean | null {
  const isMark = (unit: number): boolean => unit === 0x2a || unit === 0x5f;
  const inside = isMark(text.charCodeAt(at - 1)) && isMark(text.charCodeAt(at));
  if (inside) return text.charCodeAt(at - 1) !== text.charCodeAt(at);
  if (at - start <= 6 && /^[*_]+$/u.test(text.slice(start, at))) return true;
  return end - at <= 10 && text.charCodeAt(start) !== 0x40 && CLOSING.test(text.slice(at, end)) ? true : null;
}
