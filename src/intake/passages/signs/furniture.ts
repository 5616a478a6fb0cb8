// Finds lines by which a site speaks to its visitor: navigation, log-in prompts, share links, credits, legal notices.
import { BEGINNINGS, LEGAL_NOTICES, READER_ADDRESS, WHOLE_LINES } from './furniture-phrases.ts';
import { endsSentence, isProse, withoutMarkdown, wordsOf } from './words.ts';

/** Past this length no line is furniture by a phrase in it: prose that quotes one is not hidden. */
const LONGEST_NOTICE = 600;

/** Beginnings that a sentence can have too are taken only from lines of so few words without a full stop. */
const LONGEST_LINK = 10;

/**
 * The rule by which a line is furniture wherever it stands, or null.
 * @param head the line's beginning, white space squeezed
 * @param length of the whole line
 */
export function furnitureRule(head: string, length: number): string | null {
  if (!/[\p{L}\p{N}]/u.test(head)) return 'furniture-rule-line';
  if (length > LONGEST_NOTICE) return null;
  const text = withoutMarkdown(head);
  if (isLink(head)) return 'furniture-link';
  if (isBar(text)) return 'furniture-bar';
  const bare = text.toLowerCase().replace(/^[\s|«»‹›<>[\](){}•·*:.-]+|[\s|«»‹›<>[\](){}•·*:,.…!-]+$/g, '');
  if (WHOLE_LINES.has(bare)) return 'furniture-phrase';
  if (isPageNumber(bare)) return 'furniture-page-number';
  if (isCredit(text)) return 'furniture-credit';
  if (isLinkText(text)) return 'furniture-link-text';
  return isAddressed(text, length) ? 'furniture-address' : null;
}

/** Whether a paragraph at the very beginning or end of the text is a notice about the outlet. */
export function isNotice(head: string, length: number): boolean {
  return length <= LONGEST_NOTICE && !isQuoting(head) && LEGAL_NOTICES.some((sign) => sign.test(head));
}

/** "https://example.org/a", "<https://example.org/a>", "[Full text](https://example.org/a)", "www.example.org". */
function isLink(head: string): boolean {
  if (/^[<(["']?(?:https?:\/\/|www\.)\S+$/i.test(head)) return true;
  if (/^(?:original )?(?:url|link|source|via|read more|web ?site)\s*:?\s*<?(?:https?:\/\/|www\.)\S+$/i.test(head))
    return true;
  return /^(?:[*+-]\s+)?!?\[[^\][]{0,200}\]\(\S{0,500}\)$/.test(head) && wordsOf(withoutMarkdown(head)).length <= 12;
}

/** "Home | News | Contact", "World > Europe > Russia", "Home / Press / 2009": short pieces between dividers. */
function isBar(text: string): boolean {
  if (!/[|¦•·»›→>/]|::/.test(text)) return false;
  const split = text.split(/\s*[|¦•·»›→]\s*|\s+[>/]\s+|\s*::\s*/);
  const pieces = split.filter((piece) => piece !== '');
  const dividers = split.length - 1;
  if (dividers === 0 || pieces.length === 0) return dividers > 0;
  if (pieces.some((piece) => wordsOf(piece).length > 6 || isProse(piece, piece.length))) return false;
  if (/\s[>/]\s/.test(text) && !pieces.every((piece) => /^[\p{Lu}\d]/u.test(piece))) return false;
  if (/^[|»›•·]|[|»›]$/.test(text)) return dividers >= 2 || pieces.length === 1;
  return pieces.length >= 3 || (pieces.length === 2 && /^home$/i.test(pieces[0] ?? ''));
}

/** "12", "- 12 -", "Page 3 of 7", "3/7". */
function isPageNumber(bare: string): boolean {
  return /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/.test(bare) && !/^(?:19|20)\d\d$/.test(bare);
}

/** "© Agency 2014 / Jane Doe", "AP Photo/Jane Doe", "(Photo by Jane Doe)", "Jane Doe / AFP", "REUTERS/Jane Doe". */
function isCredit(text: string): boolean {
  if (text.length > 200) return false;
  const words = wordsOf(text).length;
  if (words > 14 || (isProse(text, text.length) && !/^(?:©|\(c\)\s)/i.test(text))) return false;
  return (
    /^(?:©|\(c\)\s|copyright\b)/i.test(text) ||
    /^\(?(?:file )?(?:photo(?:graph)?|image|picture|illustration)s?\s*(?:by\b|credit|courtesy|:)/i.test(text) ||
    /^\(?(?:AP|AFP|EPA|Reuters|Getty|TASS|RIA Novosti|Sputnik|DPA|ANP|Xinhua)(?: Photo| Images| Pool)?\s*\/\s*\p{Lu}/u.test(
      text,
    ) ||
    /^\p{Lu}[\p{L}.'’ -]{2,40}\s*[/,]\s*(?:AP|AFP|EPA|Reuters|REUTERS|TASS|RIA Novosti|Getty(?: Images)?|NATO|Sputnik|Shutterstock|Flickr)\)?$/u.test(
      text,
    ) ||
    /\b(?:getty images|shutterstock|wikimedia commons)\)?$/i.test(text)
  );
}

/** A short line that begins as links and labels do and is no sentence: "Back to Press Releases", "Share on Facebook". */
function isLinkText(text: string): boolean {
  const lower = text.toLowerCase();
  if (!BEGINNINGS.some((beginning) => lower.startsWith(beginning))) return false;
  const words = wordsOf(text).length;
  if (/^(?:original url|original link|source url|permalink|short url|tags?:|tagged|filed under|©)/.test(lower))
    return words <= 25;
  if (/^(?:page|copyright|go to|return to|register|log in|reproduced|download) /.test(lower) && words > 5) return false;
  return words <= LONGEST_LINK && !(endsSentence(text) && words > 6) && !/[:,]$/.test(text.replace(/^[^:]*:$/, ''));
}

/** A paragraph that speaks to the site's visitor, as long as nobody is quoted in it. */
function isAddressed(text: string, length: number): boolean {
  if (isQuoting(text) || !READER_ADDRESS.some((sign) => sign.test(text))) return false;
  const sentences = text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u);
  const signs = sentences.filter((sentence) => READER_ADDRESS.some((sign) => sign.test(sentence))).length;
  return length <= 300 ? 2 * signs >= sentences.length : signs >= 2 && 3 * signs >= 2 * sentences.length;
}

/** Whether the line holds a quotation of several words: somebody speaks in it, and not the site. */
function isQuoting(text: string): boolean {
  return /["“”«„][^"“”«»„]{25,}["“”»]/.test(text);
}
