// Text in a field of a feed or table that may be marked up as HTML.
import { readHtml } from './html.ts';

const MARKUP = /<\/?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|figure|img)\b[^<>]*>/i;

/** The prose of a piece of HTML; text without tags stays as it is, to the letter. */
export function textOfMarkup(value: string): string {
  return MARKUP.test(value) ? readHtml(value, '', { whole: true }).text : value;
}
