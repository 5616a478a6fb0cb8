// Reads web pages: the article's own prose as text, what the head says of it as fields.
import type { Document } from '../../model/document.ts';
import { readTextBlocks, type TextBlock } from '../html/blocks.ts';
import { findProse } from '../html/find-prose.ts';
import { readMeta } from '../html/read-meta.ts';
import { parsePage } from '../html/tree.ts';
import { readVisibleHead } from '../html/visible-head.ts';

/**
 * The document of a page: `text` is the article's paragraphs with blank lines between. Never throws.
 * @param options.whole takes all that is seen, for files that hold nothing but the document
 */
export function readHtml(html: string, id: string, options: { readonly whole?: boolean } = {}): Document {
  const { body, facts } = parsePage(html);
  const blocks = readTextBlocks(body, () => false);
  const article = options.whole ? blocks : findProse(body);
  const text = article.map((block) => block.text).join('\n\n');
  const shown = options.whole ? {} : readVisibleHead(blocks, article);
  return { id, text, ...shown, ...readMeta(facts, firstHeading(blocks)) };
}

/** The page's first `<h1>` that is long enough for a title. */
function firstHeading(blocks: readonly TextBlock[]): string | null {
  const heading = blocks.find(({ text, element }) => element.tag === 'h1' && text.length >= 10);
  return heading && heading.text.length <= 300 ? heading.text.replace(/\s+/g, ' ') : null;
}
