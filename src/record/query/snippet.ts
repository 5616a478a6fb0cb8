// Words around a match, cut at word ends, with the places of what was looked for.
import type { Snippet } from '../views.ts';
import { placesOf, type Term } from './terms.ts';

/** Letters shown on either side of the first match. */
const AROUND = 90;

/** The stretch of a text around its first match. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const places = placesOf(terms, text);
  const [first] = places;
  const from = wordStart(text, Math.max(0, (first?.[0] ?? 0) - AROUND));
  const to = wordEnd(text, Math.min(text.length, (first?.[1] ?? 0) + AROUND));
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + (to < text.length ? ' …' : ''),
    matches: places
      .filter(([start, end]) => from <= start && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const next = text.slice(at, at + AROUND).search(/\s/u);
  return next < 0 ? at : at + next + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const last = text.slice(at - AROUND / 2, at).search(/\s\S*$/u);
  return last < 0 ? at : at - AROUND / 2 + last;
}
