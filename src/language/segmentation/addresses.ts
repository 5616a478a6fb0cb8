// Addresses: web and mail addresses inside a chunk, each one word whatever signs it holds.
import type { Span } from '../../model/span.ts';

const ADDRESS =
  /(?:https?|ftp):\/\/[^\s<>"“”()[\]*]+|www\.[^\s<>"“”()[\]*]+|[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/giu;
const TRAILING = /[.,;:!?'’_…-]+$/u;
/** Chunks longer than this are not prose; they are divided without looking for addresses. */
const LONGEST = 2000;

/** The addresses between `start` and `end`, without the punctuation that follows them. */
export function findAddresses(text: string, start: number, end: number): readonly Span[] {
  if (end - start < 5 || end - start > LONGEST) return [];
  const chunk = text.slice(start, end);
  if (!/@|www\.|:\/\//iu.test(chunk)) return [];
  const found: Span[] = [];
  for (const match of chunk.matchAll(ADDRESS)) {
    const from = start + match.index;
    const kept = match[0].replace(TRAILING, '');
    if (kept.length > 4) found.push([from, from + kept.length]);
  }
  return found;
}
