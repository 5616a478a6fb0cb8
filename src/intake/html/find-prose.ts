// Finds a page's own prose: the element that holds most of its paragraphs, without what the site set among them.
import { readTextBlocks, type TextBlock } from './blocks.ts';
import { isApart, isAside } from './names.ts';
import type { Element } from './tree.ts';

/** The blocks of a page's article in order. */
export function findProse(body: Element): readonly TextBlock[] {
  const blocks = readTextBlocks(body, () => false);
  const mass = massOf(blocks.filter((block) => isParagraph(block) && !hasAncestor(block.element, isAside)));
  const all = mass.get(body) ?? 0;
  if (all === 0) return readTextBlocks(body, isApart).filter((block) => block.linked < 0.5 * block.text.length);
  const root = chooseRoot(body, mass);
  // A mark that covers half of the prose is the page's way of naming the article, and nothing set apart.
  const covers = (element: Element): boolean => (mass.get(element) ?? 0) > 0.5 * (mass.get(root) ?? 0);
  const kept = readTextBlocks(root, (element) => (isAside(element) || isApart(element)) && !covers(element));
  return trimEnds(kept.filter((block) => isOwn(block)));
}

/** A block that reads as running text: long enough, few links, with a sentence's marks. */
function isParagraph({ text, linked }: TextBlock): boolean {
  return text.length >= 80 && linked < 0.4 * text.length && /[.!?,;:…。]/.test(text);
}

/** For each element the length of the paragraphs in it. */
function massOf(paragraphs: readonly TextBlock[]): ReadonlyMap<Element, number> {
  const mass = new Map<Element, number>();
  for (const { element, text, linked } of paragraphs) {
    for (let at: Element | null = element; at; at = at.parent) mass.set(at, (mass.get(at) ?? 0) + text.length - linked);
  }
  return mass;
}

/** Goes down from the body as long as one child holds nearly all that its parent holds. */
function chooseRoot(body: Element, mass: ReadonlyMap<Element, number>): Element {
  let root = body;
  for (;;) {
    const here = mass.get(root) ?? 0;
    const children = root.children.filter((child): child is Element => typeof child !== 'string');
    const heaviest = children.reduce<Element | null>(
      (most, child) => ((mass.get(child) ?? 0) > (most ? (mass.get(most) ?? 0) : 0) ? child : most),
      null,
    );
    if (!heaviest || (mass.get(heaviest) ?? 0) < 0.6 * here || heaviest.tag === 'p') return root;
    root = heaviest;
  }
}

function hasAncestor(element: Element, test: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (test(at)) return true;
  return false;
}

/** Whether a block inside the article is its own text and not a list of links. */
function isOwn({ text, linked, element }: TextBlock): boolean {
  if (element.tag === 'h1' || element.tag === 'figcaption' || element.tag === 'caption') return false;
  return linked < 0.7 * text.length || (element.tag === 'p' && text.length >= 60 && linked < text.length - 2);
}

/** Leaves out short blocks before the first paragraph and after the last: dates, names, tags. */
function trimEnds(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const long = (block: TextBlock): boolean =>
    block.text.length >= 60 || (/[.!?…"”]$/.test(block.text) && block.text.length >= 25);
  const first = blocks.findIndex(long);
  if (first === -1) return blocks;
  const last = blocks.findLastIndex(long);
  return blocks.slice(first, last + 1);
}
