// Cuts a page's tree into blocks of text: what a browser would set as a paragraph, a heading, a list item, a cell.
import type { Element } from './tree.ts';

/** A paragraph of a page as seen. */
export interface TextBlock {
  readonly text: string;
  /** Units of the text that are in links. */
  readonly linked: number;
  /** The block-level element that the text stands in. */
  readonly element: Element;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

const isCell = (element: Element): boolean => element.tag === 'td' || element.tag === 'th';

/** A cell that holds paragraphs or a picture is a block; one of words stands in the line of its row. */
function isBlock(element: Element): boolean {
  if (!isCell(element)) return BLOCKS.has(element.tag);
  return element.children.some((child) => typeof child !== 'string' && BLOCKS.has(child.tag) && child.tag !== 'p');
}

/**
 * The blocks of a subtree in order. Two line breaks in a row end a block, one is a line break in it; the cells of a
 * table's row are one block with semicolons between.
 * @param skip elements that are left out with all that is in them
 */
export function readTextBlocks(root: Element, skip: (element: Element) => boolean): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let parts: string[] = [];
  let linked = 0;
  let breaks = 0;
  const end = (element: Element): void => {
    const text = tidy(parts.join(''));
    if (text !== '') blocks.push({ text, linked: Math.min(linked, text.length), element });
    parts = [];
    linked = 0;
    breaks = 0;
  };
  const visit = (element: Element, block: Element, inLink: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') breaks = 0;
        parts.push(child.replace(/\s+/g, ' '));
        if (inLink) linked += child.trim().length;
      } else if (child.tag === 'br') {
        breaks += 1;
        if (breaks >= 2) end(block);
        else parts.push('\n');
      } else if (!skip(child)) {
        if (isBlock(child) && !(child.tag === 'p' && isCell(element) && !isBlock(element))) {
          end(block);
          visit(child, child, inLink || child.tag === 'a');
          end(child);
        } else if (isCell(child)) {
          if (parts.some((part) => part.trim() !== '')) parts.push('; ');
          visit(child, block, inLink);
        } else visit(child, block, inLink || child.tag === 'a');
      }
    }
  };
  visit(root, root, false);
  end(root);
  return blocks;
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
