// Finds a page's own prose: the element that holds its paragraphs, without what the site set among them.
import { isByline } from '../passages/signs/bylines.ts';
import { isDateLine } from '../passages/signs/datelines.ts';
import { furnitureRule } from '../passages/signs/furniture.ts';
import { isProse } from '../passages/signs/words.ts';
import { readTextBlocks, type TextBlock } from './blocks.ts';
import { endsArticle, isApart, isArticleBody, isAside, listsOthers } from './names.ts';
import type { Element } from './tree.ts';

/** The blocks of a page's article in order. */
export function findProse(body: Element): readonly TextBlock[] {
  const paragraphs = readTextBlocks(body, () => false).filter(isParagraph);
  const everything = massOf(paragraphs);
  const total = everything.get(body) ?? 0;
  // A name that covers most of the page's prose is a wrapper's: nothing is set apart by it.
  const wraps = (element: Element): boolean => (everything.get(element) ?? 0) > 0.6 * total;
  const apart = (element: Element): boolean => (isAside(element) || isApart(element)) && !wraps(element);
  const own = paragraphs.filter(({ element }) => !isWithin(element, apart));
  const root = own.length === 0 ? body : chooseRoot(own);
  const mass = massOf(own).get(root) ?? 0;
  const covers = (element: Element): boolean => mass > 0 && (everything.get(element) ?? 0) > 0.5 * mass;
  const leftOut = (element: Element): boolean =>
    !wraps(element) && (isApart(element) || (isAside(element) && !covers(element)));
  const blocks = readTextBlocks(root, leftOut);
  return trim(blocks);
}

/** A block that reads as running text: long enough, few links, with a sentence's marks. */
function isParagraph({ text, linked }: TextBlock): boolean {
  return text.length >= 80 && linked < 0.4 * text.length && /[.!?,;:…。，、]/.test(text);
}

/** For each element the length of the paragraphs in it. */
function massOf(paragraphs: readonly TextBlock[]): ReadonlyMap<Element, number> {
  const mass = new Map<Element, number>();
  for (const { element, text, linked } of paragraphs) {
    for (let at: Element | null = element; at; at = at.parent) mass.set(at, (mass.get(at) ?? 0) + text.length - linked);
  }
  return mass;
}

/**
 * The element whose paragraphs are many and near: each counts in full for its parent and by halves above
 * (as Arc90's Readability weighs them), then upwards as long as a parent holds much more of the same.
 */
function chooseRoot(paragraphs: readonly TextBlock[]): Element {
  const score = new Map<Element, number>();
  for (const { element, text, linked } of paragraphs) {
    let weight = text.length - linked;
    for (let at: Element | null = element; at && weight >= 1; at = at.parent) {
      score.set(at, (score.get(at) ?? 0) + (isArticleBody(at) ? 1.5 * weight : weight));
      if (at !== element || element.tag !== 'p') weight /= 2;
    }
  }
  const mass = massOf(paragraphs);
  let root = [...score].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  for (let higher: Element | null = root; higher; higher = widen(root, mass)) root = higher;
  return root;
}

/** So many levels above an element another with the same name can stand beside it and go on with the article. */
const SECTION_LEVELS = 8;

/** The element above that holds more of the article: a parent with much more prose, or one with several such sections. */
function widen(root: Element, mass: ReadonlyMap<Element, number>): Element | null {
  const parent = root.parent;
  if (!parent) return null;
  const gain = (mass.get(parent) ?? 0) / Math.max(1, mass.get(root) ?? 0);
  if (root.tag === 'p' || (!isArticleBody(root) && (gain >= 1.15 || (gain > 1 && parent.tag === 'article'))))
    return parent;
  let section = root;
  for (let level = 0; level < SECTION_LEVELS && section.parent && section.tag !== 'article'; level += 1) {
    const { names, tag, parent: above } = section;
    const twin = above?.children.some(
      (child) =>
        typeof child !== 'string' &&
        child !== section &&
        child.tag === tag &&
        child.names === names &&
        (mass.get(child) ?? 0) > 0,
    );
    if (twin && names !== '' && above) return above;
    section = section.parent;
  }
  return null;
}

function isWithin(element: Element, test: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (test(at)) return true;
  return false;
}

/** The article's own blocks among those of its element: from below its title to where comments or other articles begin. */
function trim(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const title = blocks.slice(0, Math.ceil(blocks.length / 2)).findLastIndex(({ element }) => element.tag === 'h1');
  const kept: TextBlock[] = [];
  let others = false;
  for (const block of blocks.slice(title + 1)) {
    if (kept.length > 0 && endsArticle(block.text)) break;
    if (listsOthers(block.text)) others = true;
    else if (isRunning(block)) others = false;
    if (!others && isOwn(block)) kept.push(block);
  }
  const first = kept.findIndex(isRunning);
  const last = kept.findLastIndex((block) => isRunning(block) || block.element.tag === 'li');
  return first === -1 ? kept : kept.slice(first, last + 1);
}

/** A sentence or more, and not the page's word to its visitor. */
function isRunning({ text, linked }: TextBlock): boolean {
  return linked < 0.7 * text.length && (text.length >= 80 || isProse(text, text.length) || /[.!?…。"”]$/.test(text));
}

/** Whether a block inside the article is its own text, and no list of links, caption, byline or word to the visitor. */
function isOwn({ text, linked, element }: TextBlock): boolean {
  if (element.tag === 'h1' || element.tag === 'figcaption' || element.tag === 'caption') return false;
  if (linked >= 0.7 * text.length && !(element.tag === 'p' && text.length >= 60 && linked < text.length - 2))
    return false;
  const { length } = text;
  if (furnitureRule(text.slice(0, 800), length)) return false;
  return !isByline(text, length) && !isDateLine(text, length);
}
