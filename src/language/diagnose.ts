// Says where a text could not be read as it should: what a person must know before trusting that nothing is there.
import type { Annotations } from '../model/annotations.ts';
import { SILENT_PASSAGES } from '../model/document.ts';
import type { Diagnostic } from '../model/items.ts';
import type { Span } from '../model/span.ts';

/** A sentence of more words is a list, a table or text that lost its full stops; trees are not to be trusted there. */
const LONG_SENTENCE = 200;
/** A line of so many code units is no paragraph of prose, but data, or a text that lost its line breaks: a chapter has fewer. */
const LONG_PARAGRAPH = 50_000;
/** At most so many long paragraphs and sentences are named, so that a broken file does not fill the reading with complaints. */
const MOST_NAMED = 20;
/** From this share of letters on that are no part of the Latin script the models know little of a text. */
const FOREIGN_SHARE = 0.5;
/** From this share of words on in capitals names cannot be told from other words. */
const SHOUTED_SHARE = 0.8;

type Input = Pick<Annotations, 'document' | 'statedHead' | 'passages' | 'sentences' | 'words'>;

/** The diagnostics of a document, by place; those of the whole document first. Linear in the text's length. */
export function diagnose({ document, statedHead, passages, sentences, words }: Input): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const whole = (code: string, message: string) => found.push({ code, span: null, message });
  if (!passages.some(({ kind }) => !SILENT_PASSAGES.has(kind))) {
    whole('no-prose', 'The document has no prose: nothing was read in it.');
    return found;
  }
  const { letters, latin, lower } = countLetters(document.text);
  if (letters > 0 && 1 - latin / letters >= FOREIGN_SHARE) {
    whole('foreign-script', 'Most of the text is not in Latin script: little or nothing was read in it.');
  } else if (statedHead.language !== null && statedHead.language !== 'en') {
    whole('not-english', `The text seems to be in "${statedHead.language}"; only English is read.`);
  }
  if (letters >= 200 && 1 - lower / letters >= SHOUTED_SHARE) {
    whole('all-capitals', 'The text is in capitals: names are found less surely.');
  }
  for (const span of longParagraphs(document.text).slice(0, MOST_NAMED)) {
    found.push({
      code: 'long-paragraph',
      span,
      message: `A line of ${(span[1] - span[0]).toLocaleString('en')} characters, far longer than a paragraph of prose: it takes long and gives little. Is it data, or did the text lose its line breaks?`,
    });
  }
  const long = sentences.filter((_, at) => (words.at(at)?.length ?? 0) > LONG_SENTENCE);
  for (const { span } of long.slice(0, MOST_NAMED)) {
    found.push({
      code: 'long-sentence',
      span,
      message: 'A sentence too long to be read surely; is it a list or a table?',
    });
  }
  return found;
}

/** Line by line: few lines of a text are so long that they are worth an object. */
function longParagraphs(text: string): readonly Span[] {
  const long: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start >= LONG_PARAGRAPH) long.push([start, end]);
    start = end + 1;
  }
  return long;
}

interface LetterCounts {
  letters: number;
  latin: number;
  lower: number;
}

/** Character by character: a list of the letters of a long text would take fifty times its memory. */
function countLetters(text: string): LetterCounts {
  const counts: LetterCounts = { letters: 0, latin: 0, lower: 0 };
  const others = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if (code < 128) {
      const lower = code >= 97 && code <= 122;
      if (!lower && !(code >= 65 && code <= 90)) continue;
      counts.letters += 1;
      counts.latin += 1;
      if (lower) counts.lower += 1;
    } else others.set(code, (others.get(code) ?? 0) + 1);
  }
  for (const [code, times] of others) {
    const char = String.fromCodePoint(code);
    if (/\p{L}/u.test(char)) counts.letters += times;
    if (/\p{Script=Latin}/u.test(char)) counts.latin += times;
    if (/\p{Ll}/u.test(char)) counts.lower += times;
  }
  return counts;
}
