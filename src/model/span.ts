// The one coordinate of the program: half-open ranges of UTF-16 code units in a document's text.

/** `[start, end]`: `text.slice(start, end)` are the words meant. End is exclusive; offsets count UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** A span, several in text order (a cue or source in pieces), or none. */
export type SpanOrPieces = Span | readonly Span[] | null;

export const lengthOf = ([start, end]: Span): number => end - start;

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether every unit of `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

export const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** Orders by start, then the longer first, so that an outer span comes before what it holds. */
export const bySpan = (a: Span, b: Span): number => a[0] - b[0] || b[1] - a[1];

/** The smallest span that holds both. */
export const hull = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

export const textOf = (text: string, [start, end]: Span): string => text.slice(start, end);

/** The span without white space at its ends; an all-white span collapses to its start. */
export function trimSpan(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return from < to ? [from, to] : [start, start];
}

/** A field that holds nothing, one span or several, as a list. */
export function piecesOf(value: SpanOrPieces): readonly Span[] {
  if (value === null || value.length === 0) return [];
  return isSpan(value) ? [value] : value;
}

function isSpan(value: Span | readonly Span[]): value is Span {
  return typeof value[0] === 'number';
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
