// Tells titles and headings from sentences by their capitals, their length and how they end.
import { capitalShare, endsSentence, isAllCapitals, isProse, withoutMarkdown, wordsOf } from './words.ts';

/** "# Title", "## 2. Scope". */
export function markdownLevel(head: string): number {
  return /^(#{1,6})\s+\S/.exec(head)?.[1]?.length ?? 0;
}

/** Whether a line can be a title: short, without a sentence's end, or in title case throughout. */
export function isTitleLike(head: string, length: number): boolean {
  if (length > 220) return false;
  const text = withoutMarkdown(head);
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 30 || /[:;,…]$|[-–—]$/.test(text)) return false;
  if (!/^["“'‘«(]?[\p{Lu}\d]/u.test(text)) return false;
  if (/[!?]["”’»]?$/.test(text)) return words.length <= 16;
  if (endsSentence(text)) return words.length >= 3 && (capitalShare(text) >= 0.7 || isAllCapitals(text));
  return true;
}

/** Whether a line among paragraphs can be the heading of what follows: "Next Steps", "3. Military cooperation". */
export function isHeadingLike(head: string, length: number): boolean {
  if (markdownLevel(head) > 0) return true;
  if (length > 120) return false;
  const text = withoutMarkdown(head);
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 14) return false;
  if (endsSentence(text) && !/^(?:\d{1,2}|[IVX]{1,4})\.$/.test(text)) return /\?$/.test(text) && words.length <= 10;
  if (/[:;,…]$|[-–—]$|^["“«]|^[-*•–—]\s/.test(text)) return false;
  if (!/^["“'‘«(]?[\p{Lu}\d]/u.test(text)) return false;
  if (isAllCapitals(text) || /^(?:\*\*|__).*(?:\*\*|__)$/.test(head)) return true;
  return !isProse(text, length) && (words.length <= 7 || capitalShare(text) >= 0.6);
}
