// Words: divides each white-space chunk of a text into words as the English Web Treebank does.
import type { Span } from '../../model/span.ts';
import { splitContraction } from './contractions.ts';

const ADDRESS = /^(https?:|www\.|[\w.+-]+@[\w-]+\.)/iu;
const ABBREVIATION =
  /^(?:(?:\p{L}\.)+\p{L}?\.?|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Sgt|Maj|Col|Capt|Adm|Cmdr|Sen|Rep|Gov|Prof|Hon|Rev|St|Jr|Sr|Inc|Corp|Ltd|Co|vs|v|No|Nos|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mass|Calif|Fla|Ariz|Va|Md|Pa|Conn|Wash|Tenn|Ga|Ill|Ind|Mich|Minn|Mo|Ky|La|Okla|Ore|Tex|Vt|Wis|Wyo|Dept|Univ|Bros|Assn|approx|cf|p|pp|art|Art|Fig|fig|vol|Vol|Ave|Blvd|Mt|Ft)\.)$/u;
const PIECE =
  /\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|\.{2,}|\*+|#+|-{2,}|_{2,}|=+|'{2}|[‘’]{2}|`{2}|\p{L}[\p{L}\p{M}\d]*(?:['’.&]\p{L}[\p{L}\p{M}\d]*)*['’]?|\p{Extended_Pictographic}+|[\s\S]/gu;

/** The words of one stretch of text, in order; every character that is not white space is in exactly one. */
export function findWords(text: string, [from, to]: Span): Span[] {
  const words: Span[] = [];
  const chunk = /\S+/gu;
  chunk.lastIndex = from;
  for (let found = chunk.exec(text); found !== null && found.index < to; found = chunk.exec(text)) {
    splitChunk(text, found.index, Math.min(found.index + found[0].length, to), words);
  }
  return words;
}

function splitChunk(text: string, start: number, end: number, words: Span[]): void {
  let from = start;
  let to = end;
  while (from < to && /[([{"“”‘'<«*]/u.test(text.charAt(from)) && to - from > 1) {
    if (
      /^['‘]\p{L}{1,2}\b/u.test(text.slice(from, from + 4)) &&
      /^['‘](?:s|re|ve|ll|d|m|t)\W?/iu.test(text.slice(from, from + 4))
    )
      break;
    from += 1;
  }
  const closers: Span[] = [];
  while (to - from > 1 && /[)\]}"”’',;:?!>»*.…]/u.test(text.charAt(to - 1))) {
    const rest = text.slice(Math.max(from, to - 40), to);
    if (/[’']$/u.test(rest) && /\p{L}s[’']$/iu.test(rest)) break;
    if (/\.$/u.test(rest) && ABBREVIATION.test(rest)) break;
    let at = to - 1;
    while (at > from && text.charAt(at - 1) === text.charAt(to - 1) && /[.!?'’*]/u.test(text.charAt(at))) at -= 1;
    closers.unshift([at, to]);
    to = at;
  }
  for (let at = start; at < from; at += 1) words.push([at, at + 1]);
  if (to > from) splitCore(text, from, to, words);
  words.push(...closers);
}

function splitCore(text: string, from: number, to: number, words: Span[]): void {
  const core = text.slice(from, to);
  if (ADDRESS.test(core.slice(0, 80)) || ABBREVIATION.test(core.slice(0, 40))) {
    words.push([from, to]);
    return;
  }
  for (const piece of core.matchAll(PIECE)) {
    const at = from + piece.index;
    for (const word of splitContraction(text, [at, at + piece[0].length])) words.push(word);
  }
}
