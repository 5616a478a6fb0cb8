// Reads web pages: the article's own prose as text, what the head says of it as fields.
import type { Document } from '../../model/document.ts';
import { readTextBlocks } from '../html/blocks.ts';
import { findProse } from '../html/find-prose.ts';
import { readMeta } from '../html/read-meta.ts';
import { type Element, parsePage } from '../html/tree.ts';

/**
 * The document of a page: `text` is the article's paragraphs with blank lines between. Never throws.
 * @param options.whole takes all that is seen, for files that hold nothing but the document
 */
export function readHtml(html: string, id: string, options: { readonly whole?: boolean } = {}): Document {
  const { body, facts } = parsePage(html);
  const blocks = options.whole ? readTextBlocks(body, () => false) : findProse(body);
  return { id, text: blocks.map(({ text }) => text).join('\n\n'), ...readMeta(facts, firstHeading(body)) };
}

/** The text of the page's first `<h1>` that is long enough for a title. */
function firstHeading(body: Element): string | null {
  const heading = readTextBlocks(body, () => false).find(
    ({ text, element }) => element.tag === 'h1' && text.length >= 10,
  );
  return heading && heading.text.length <= 300 ? heading.text.replace(/\s+/g, ' ') : null;
}
