// Words around a match, cut at word ends, with the places of what was looked for.
import type { Span } from '../../model/span.ts';
import type { Snippet } from '../views.ts';
import type { Term } from './match.ts';

/** Letters shown on either side of the first match. */
const AROUND = 90;

/** The places of the terms in a text, as full-text search matches them: case and accents make no difference. */
export function placesOf(text: string, terms: readonly Term[]): readonly Span[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: plain(word),
    index,
    end: index + word.length,
  }));
  const places: Span[] = [];
  for (const { words: sought, open } of terms) {
    const parts = sought.match(/[\p{L}\p{N}]+/gu)?.map(plain) ?? [];
    for (let at = 0; parts.length > 0 && at + parts.length <= words.length; at += 1) {
      const fits = parts.every((part, n) => {
        const word = words[at + n]?.word ?? '';
        return open && n === parts.length - 1 ? word.startsWith(part) : word === part;
      });
      const [first, last] = [words[at], words[at + parts.length - 1]];
      if (fits && first && last) places.push([first.index, last.end]);
    }
  }
  return places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The stretch of a text around its first match. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const places = placesOf(text, terms);
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

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

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
