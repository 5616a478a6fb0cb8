// Finds the lines that name who wrote or carried a document.
import { isAllCapitals, withoutMarkdown, wordsOf } from './words.ts';

const JOINING = /^(?:and|of|in|for|the|at|with|de|la|van|von|der|den|al|el|bin|ibn|du|le|to|our|&)$/i;
const BY =
  /^(?:by|(?:an? )?(?:news )?(?:analysis|commentary|comment|opinion|essay|report) by|written by|reported by|interview by|interviewed by|author|authors|text|text by|words by|from our|from)\b:?\s*/i;
const NOT_A_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|agreement|contrast|comparison|law|the|then|now|far|and large|way|all)\b/i;

/** "By Jane Doe", "By Jane Doe and John Roe, The Daily", "(Reporting by Jane Doe; Editing by John Roe)". */
export function isByline(head: string, length: number): boolean {
  if (length > 200) return false;
  const text = withoutMarkdown(head);
  if (/^\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|translation) by\b/i.test(text)) {
    return wordsOf(text).length <= 25;
  }
  const by = BY.exec(text);
  if (!by) return false;
  const named = text.slice(by[0].length);
  const words = wordsOf(named);
  if (words.length === 0 || words.length > 14 || /[!?:]$/.test(named)) return false;
  if (NOT_A_NAME.test(named) && !/^(?:the|may|april|june) \p{Lu}/iu.test(named)) return false;
  if (/\.$/.test(named) && words.length > 4) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !JOINING.test(word)).length;
  if (/^from our/i.test(text)) return small <= 4;
  return /^\p{Lu}|^our |^a staff/u.test(named) && small <= 1;
}

const OUTLET =
  /\b(?:wire|times|post|news|herald|tribune|observer|courier|gazette|journal|daily|weekly|chronicle|guardian|telegraph|mirror|star|sun|press|agency|radio|television|tv|review|monitor|dispatch|standard|independent|globe|mail|bulletin|newspaper|magazine|watch|today|online|novosti|tass|interfax|reuters|afp|xinhua|institute|foundation)\b/i;

/** "The Eastern Courier, Moscow", "CONTINENTAL WIRE": a short line that is an outlet's name. */
export function isOutletLine(head: string): boolean {
  const text = withoutMarkdown(head);
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 5 || text.length > 60 || /[.!?;"“”]$|:/.test(text)) return false;
  return OUTLET.test(text) && words.every((word) => /^[\p{Lu}\d]/u.test(word) || JOINING.test(word));
}

/** "Anna Petrova, Brussels", "JANE DOE": two to four capitalised words, perhaps with a place or paper; for lines of the head only. */
export function isNameLine(head: string): boolean {
  const text = withoutMarkdown(head);
  if (text.length > 60 || /[.!?:;"“”\d]/.test(text.replace(/\b\p{Lu}\./gu, ''))) return false;
  const [name = '', place = ''] = text.split(/\s*,\s*|\s+[–—-]\s+/);
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 4 || wordsOf(place).length > 4) return false;
  if (isAllCapitals(text) && words.length > 3) return false;
  return wordsOf(text).every((word) => /^\p{Lu}/u.test(word) || JOINING.test(word));
}
