// Sentence ends: after which words of a passage a sentence is over.
import type { Span } from '../../model/span.ts';

const TERMINAL = /^[.!?…]+$/u;
const CLOSER = /^["”’')\]»*]+$/u;
const LINE = /\n[^\S\n]*(?:[-•*–—▪◦]|\d{1,2}[.)])\s|\n[^\S\n]*\n/u;

/** The places among `words` (index of the last word of each sentence), always ending with the last word. */
export function findSentenceEnds(text: string, words: readonly Span[]): number[] {
  const ends: number[] = [];
  let terminal = false;
  for (let at = 0; at < words.length; at += 1) {
    const [start, end] = words[at] ?? [0, 0];
    const next = words[at + 1];
    if (next === undefined) {
      ends.push(at);
      break;
    }
    const form = text.slice(start, Math.min(end, start + 20));
    terminal = TERMINAL.test(form) || (terminal && CLOSER.test(form));
    const gap = text.slice(end, Math.min(next[0] + 1, end + 200));
    if (LINE.test(`${gap} `) || at - (ends.at(-1) ?? -1) >= 400) {
      ends.push(at);
      terminal = false;
    } else if (terminal && next[0] > end && !/^\s*[\p{Ll}.,;:)\]”’]/u.test(gap)) {
      ends.push(at);
      terminal = false;
    }
  }
  return ends;
}
