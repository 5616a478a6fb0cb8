// Parses a page into a small tree of its visible elements and the facts in its head, whatever state its tags are in.
import { Parser } from 'htmlparser2';

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
  readonly facts: PageFacts;
}

/** What the page says of itself outside its text. */
export interface PageFacts {
  /** Contents of the meta tags by their names, lower case; of several of a name the first. */
  readonly metas: ReadonlyMap<string, string>;
  /** Sources of the scripts with linked data. */
  readonly linkedData: readonly string[];
  /** Dates of `<time>` elements and publication marks, in order. */
  readonly times: readonly string[];
  readonly title: string | null;
  readonly language: string | null;
  readonly address: string | null;
}

/** Elements nested deeper than this are taken into the one at this depth, so that no page exhausts the stack. */
const DEEPEST = 300;

/** Pages nested deeper than this are read without their tags: the parser takes quadratic time on them. */
const DEEPEST_PARSED = 4000;

const UNSEEN = new Set(
  'script style noscript template svg iframe object embed canvas map audio video button select input textarea option datalist dialog head math'.split(
    ' ',
  ),
);

/** The page's tree and facts. Never throws. */
export function parsePage(html: string): Page {
  const body: Element = { tag: 'body', names: '', parent: null, children: [] };
  const metas = new Map<string, string>();
  const linkedData: string[] = [];
  const times: string[] = [];
  const facts: { title: string | null; language: string | null; address: string | null } = {
    title: null,
    language: null,
    address: null,
  };
  const open: Element[] = [body];
  let script: string[] | null = null;
  let title: string[] | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const parent = open.at(-1) ?? body;
      if (tag === 'meta') addMeta(metas, attributes);
      else if (tag === 'link' && attributes.rel?.toLowerCase() === 'canonical')
        facts.address ??= attributes.href ?? null;
      else if (tag === 'html') facts.language ??= attributes.lang ?? null;
      else if (tag === 'title' && facts.title === null && parent.tag !== 'svg') title = [];
      else if (tag === 'script' && attributes.type?.toLowerCase().trim() === 'application/ld+json') script = [];
      addTime(times, tag, attributes);
      if (tag === 'html' || tag === 'body' || open.length > DEEPEST) {
        open.push(parent);
        return;
      }
      const element: Element = { tag, names: namesOf(attributes), parent, children: [] };
      if (!UNSEEN.has(tag) && tag !== 'title' && !isHidden(attributes)) parent.children.push(element);
      open.push(element);
    },
    ontext(text) {
      if (script) script.push(text);
      else if (title) title.push(text);
      else open.at(-1)?.children.push(text);
    },
    onclosetag(tag) {
      if (tag === 'script' && script) linkedData.push(script.join(''));
      if (tag === 'script') script = null;
      if (tag === 'title' && title) {
        facts.title ??= title.join('').replace(/\s+/g, ' ').trim();
        title = null;
      }
      if (open.length > 1) open.pop();
    },
  });
  parser.end(deepest(html) > DEEPEST_PARSED ? withoutTags(html) : html);
  return { body, facts: { metas, linkedData, times, ...facts } };
}

type Attributes = Readonly<Record<string, string | undefined>>;

function addMeta(metas: Map<string, string>, attributes: Attributes): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.trim().toLowerCase();
  const content = attributes.content?.replace(/\s+/g, ' ').trim();
  if (name && content && !metas.has(name)) metas.set(name, content);
}

function addTime(times: string[], tag: string, attributes: Attributes): void {
  const isPublication = attributes.itemprop?.toLowerCase() === 'datepublished';
  if (tag !== 'time' && !isPublication) return;
  if (/updat|modif/i.test(`${attributes.class ?? ''} ${attributes.itemprop ?? ''}`)) return;
  const value = attributes.datetime ?? attributes.content;
  if (value && times.length < 20) times.push(value);
}

function isHidden(attributes: Attributes): boolean {
  if (attributes.hidden !== undefined) return true;
  return (
    attributes.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style.slice(0, 500))
  );
}

function namesOf(attributes: Attributes): string {
  const { class: classes, id, role, itemprop } = attributes;
  const label = attributes['aria-label'] ?? attributes['data-testid'] ?? attributes['data-component'];
  return [classes, id, role, itemprop, label]
    .flatMap((name) => (name ? [name.slice(0, 300)] : []))
    .join(' ')
    .toLowerCase();
}

/** How deep the tags are nested, counted without parsing. */
function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  const tags = /<(\/?)(?!(?:br|img|meta|link|input|hr|p|li|td|tr|option)\b)[a-z]/gi;
  for (const [, close] of html.matchAll(tags)) {
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
