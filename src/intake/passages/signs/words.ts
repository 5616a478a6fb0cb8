// Small measures of a line that several signs share: its words, their capitals, how it ends.

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’/&-]*/gu;

const INSIDE = 1;
const FIRST = 2;
/** Where each of the first 128 characters may stand in a word: nowhere, inside, or at the beginning too. */
const plainKinds = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[\p{L}\p{N}]/u.test(character) ? FIRST : /[.'/&-]/.test(character) ? INSIDE : 0;
});
const CURLY_APOSTROPHE = 0x2019;

/** Words without punctuation at their ends. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 && plainKinds[unit] !== FIRST) {
      at += 1;
      continue;
    }
    const end = unit < 0x80 ? plainEnd(text, at) : -1;
    if (end > 0) {
      words.push(text.slice(at, end));
      at = end;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) break;
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  return words;
}

/** Where a word that begins with a plain character ends, -1 where others than plain ones are near. */
function plainEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit >= 0x80 ? unit !== CURLY_APOSTROPHE : plainKinds[unit] === 0) return unit < 0x80 ? end : -1;
  }
  return text.length;
}

const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|over|the|to|vs|via|with|de|la|le|du|des|der|den|von|van|und|et|y|e|del|da|di)$/i;

/** Share of the words, small function words aside, that begin with a capital or a digit; 0 for none. */
export function capitalShare(text: string): number {
  return shareOfCapitals(wordsOf(text));
}

function shareOfCapitals(all: readonly string[]): number {
  const words = all.filter((word) => !SMALL.test(word));
  if (words.length === 0) return 0;
  return words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length / words.length;
}

/** Whether every letter is a capital, and there are some. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Whether the line ends as a sentence does; a full stop after an initial or abbreviation ("Robert S.") is counted too. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’»)\]*_]*$/.test(text);
}

/** The line without the marks of Markdown: `#`, `>`, bullets, emphasis; links keep their text. */
export function withoutMarkdown(text: string): string {
  if (!/[#>[*_`]/.test(text)) return text;
  return text
    .replace(/^(?:#{1,6}\s+|>\s*)+/, '')
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/^[*_](.*)[*_]$/, '$1')
    .trim();
}

/** Whether a stretch of text reads as prose: a whole sentence of some length, or much of it. */
export function isProse(text: string, length: number): boolean {
  if (length >= 400) return (text.match(/\s\p{L}/gu)?.length ?? 0) >= 20;
  const words = wordsOf(text);
  const { length: count } = words;
  const isWhole = (count >= 8 && endsSentence(text)) || count >= 30 || (count >= 5 && /:$/.test(text));
  return isWhole && shareOfCapitals(words) <= 0.85;
}
