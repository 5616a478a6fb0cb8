// Parses a page into a small tree of its visible elements, whatever state its tags are in.
import { parseHTML } from 'linkedom';

/** An element of a page. Text stands among the children as strings, with its white space as written. */
export interface Element {
  readonly tag: string;
  /** Class, id, role and the like, lower case, with spaces between: what the page's maker calls the element. */
  readonly names: string;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
}

export interface Page {
  readonly body: Element;
  /** The parser's own document, for meta tags and scripts with data. */
  readonly document: Document;
}

/** Elements nested deeper than this are taken into the one at this depth, so that no page exhausts the stack. */
const DEEPEST = 300;

/** Pages nested deeper than this are read without their tags: the parser takes quadratic time on them. */
const DEEPEST_PARSED = 4000;

const UNSEEN = new Set(
  'script style noscript template svg iframe object embed canvas map audio video button select input textarea option datalist dialog head link meta math'.split(
    ' ',
  ),
);

/** The page's tree. Never throws. */
export function parsePage(html: string): Page {
  const source = deepest(html) > DEEPEST_PARSED ? withoutTags(html) : html;
  const { document } = parseHTML(wrapped(source));
  const body: Element = { tag: 'body', names: '', parent: null, children: [] };
  copyChildren(document.documentElement, body);
  return { body, document };
}

/** The parser wants one root: a page without `<html>`, or with text before it, is given one. */
function wrapped(source: string): string {
  const start = source.search(/<html[\s>]/i);
  return start === -1 ? `<html>${source}</html>` : source.slice(start);
}

/** Copies what can be seen, walking without recursion. */
function copyChildren(root: Node, into: Element): void {
  const open: { element: Element; depth: number; next: Node | null }[] = [
    { element: into, depth: 0, next: root.firstChild },
  ];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.next;
    if (!node) {
      open.pop();
      continue;
    }
    top.next = node.nextSibling;
    if (node.nodeType === 3) top.element.children.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) continue;
    const tag = node.nodeName.toLowerCase();
    const source = node as unknown as globalThis.Element;
    if (UNSEEN.has(tag) || isHidden(source)) continue;
    if (tag === 'body') {
      top.element.children.push(' ');
      open.push({ element: top.element, depth: top.depth, next: node.firstChild });
      continue;
    }
    if (top.depth >= DEEPEST) {
      open.push({ element: top.element, depth: top.depth, next: node.firstChild });
      continue;
    }
    const element: Element = { tag, names: namesOf(source), parent: top.element, children: [] };
    top.element.children.push(element);
    open.push({ element, depth: top.depth + 1, next: node.firstChild });
  }
}

function isHidden(element: globalThis.Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500));
}

function namesOf(element: globalThis.Element): string {
  const names = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component', 'aria-label']
    .map((name) => element.getAttribute(name)?.slice(0, 300) ?? '')
    .join(' ');
  return names.trim().toLowerCase();
}

/** How deep the tags are nested, counted without parsing. */
function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, close] of html.matchAll(
    /<(\/?)(?!br\b|img\b|meta\b|link\b|input\b|hr\b|p\b|li\b|td\b|tr\b|option\b)[a-z]/gi,
  )) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** The text of a page whose tags make no sense, paragraphs kept. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[^<]*(?:<(?!\/\1)[^<]*)*/gi, ' ')
    .replace(/<\/?(?:p|div|br|h[1-6]|li|tr|section|article)\b[^<>]*>/gi, '\u2029')
    .replace(/<[^<>]*>/g, '')
    .replace(/</g, '&lt;')
    .replace(/\u2029+/g, '<br><br>');
}
