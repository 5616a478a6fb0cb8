// Finds the words under a picture by how they point into it, and by the agency's name at their end.
import { endsSentence, wordsOf } from './words.ts';

const POINTING: readonly RegExp[] = [
  // Not (R) alone: that is a party.
  /\p{Lu}[\p{L}.'’-]+ \((?:L|C)\)[ ,]/u,
  /\((?:left|right|centre|center|top|bottom|far left|far right|back|front|foreground|background|standing|seated|pictured|file|file photo|archive)\)/i,
  /\b(?:first|second|third|fourth|fifth) (?:from (?:the )?)?(?:left|right)\b|, (?:far )?(?:left|right),/i,
  /^(?:(?:pictured|left|right|above|below|top|from left|from right|clockwise|left to right|l-r)\b(?: to right)?\s*:|(?:pictured|from left|from right)\b[^.]{0,20},)/i,
  /\b(?:in this (?:file |handout |undated |archive |aerial )*(?:photo|photograph|picture|image)|(?:file|handout|archive|stock) photo(?:graph)?|is pictured|are pictured|seen in this)\b/i,
  /^(?:an? )?(?:general|aerial|close-up|exterior|interior|panoramic) view (?:of|shows)\b/i,
  /^(?:file|file photo|photo|picture|image|caption)\s*(?:[-–—:])\s/i,
  /^(?:this|a|an) (?:\w+ ){0,3}(?:photo|photograph|picture|image|satellite image|frame grab|screen ?grab|video grab|still)\b.{0,80}\b(?:shows|showing|taken|released|provided|made available)\b/i,
];

/** A credit at the end of a caption: "… at a summit. **Jane Doe**", "(AP Photo/Jane Doe)", "Photo: Jane Doe", "© Agency". */
const CREDIT_AT_END =
  /(?:\s\*\*[\p{L}][^*]{1,60}\*\*|\s_[\p{Lu}][^_]{1,60}_|\s?\((?:[^()]{0,40}\b(?:photo|image|images|AFP|EPA|Reuters|TASS|Getty|AP)\b[^()]{0,60})\)|\s(?:AP|AFP|EPA|Reuters|REUTERS) ?(?:Photo)?\/ ?\p{Lu}[\p{L} .'’-]{2,40}|\s(?:photo(?:graph)?|image|picture|credit)(?: by)?: ?\p{Lu}[\p{L} .,/'’-]{2,60}|\s?©[^.]{2,60})\.?$/iu;

/** Whether a line tells what a picture shows: "Jane Doe (left) greets John Roe in Vienna." */
export function isCaption(head: string, length: number): boolean {
  if (length > 450 || /^["“]/.test(head)) return false;
  if (!POINTING.some((sign) => sign.test(head)) && (length > 300 || creditStart(head) === null)) return false;
  const sentences = head.match(/[.!?](?:["”’)]|\s|$)/g)?.length ?? 0;
  return sentences <= 3 && wordsOf(head).length >= 3;
}

/** Where the credit at a line's end begins, or null. */
export function creditStart(text: string): number | null {
  const match = CREDIT_AT_END.exec(text.slice(-140));
  if (!match) return null;
  const at = Math.max(0, text.length - 140) + match.index;
  return at > 10 ? at : null;
}

/** "A view of the harbour at dawn - Agency International": the outlet's name after the last dash, or null. */
export function suffixOf(head: string): string | null {
  const match = /\s[-–—|]\s(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})$/u.exec(head);
  return match?.[1] && !endsSentence(head) ? match[1] : null;
}

/** "© Agency 2014 / JANE DOEA view of the harbour": length of a credit that runs into the caption, or 0. */
export function gluedCredit(caption: string): number {
  return /^©[^.]{0,80}?[\p{Lu}\p{Ll}](?=\p{Lu}\p{Ll}+ \p{Ll})/u.exec(caption)?.[0].length ?? 0;
}
