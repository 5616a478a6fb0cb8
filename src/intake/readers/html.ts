// Reads web pages: the article's own prose as text, what the head says of it as fields.
import type { Document } from '../../model/document.ts';
import { readTextBlocks } from '../html/blocks.ts';
import { findProse } from '../html/find-prose.ts';
import { readMeta } from '../html/read-meta.ts';
import { parsePage } from '../html/tree.ts';

/**
 * The document of a page: `text` is the article's paragraphs with blank lines between. Never throws.
 * @param options.whole takes all that is seen, for files that hold nothing but the document
 */
export function readHtml(html: string, id: string, options: { readonly whole?: boolean } = {}): Document {
  const { body, document } = parsePage(html);
  const blocks = options.whole ? readTextBlocks(body, () => false) : findProse(body);
  return { id, text: blocks.map(({ text }) => text).join('\n\n'), ...readMeta(document) };
}
