// Reads what a page says of itself in its head: title, date, publisher, author, address, language.
import type { Document as Reading } from '../../model/document.ts';
import { isoDate } from '../head/printed-dates.ts';
import { readLinkedData } from './linked-data.ts';

export type PageHead = Partial<Pick<Reading, 'title' | 'published' | 'publisher' | 'author' | 'url' | 'language'>>;

const TITLE = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'title'];
const DATE = [
  'article:published_time', 'og:article:published_time', 'article:published', 'datepublished', 'publishdate', 'publish-date', 'pubdate', 'dc.date.issued', 'dcterms.issued', 'dcterms.created',
  'citation_publication_date', 'citation_date', 'sailthru.date', 'parsely-pub-date', 'dc.date', 'dcterms.date', 'date', 'originalpublicationdate', 'release_date', 'cxenseparse:recs:publishtime', 'og:pubdate',
]; // biome-ignore format: a list of names
const PUBLISHER = [
  'og:site_name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'application-name',
];
const AUTHOR = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
];
const ADDRESS = ['og:url', 'twitter:url'];

/** What the head, its linked data and the marked-up times of a page say. Fields that nothing says are left out. */
export function readMeta(document: Document): PageHead {
  const metas = metaTags(document);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value);
  const data = readLinkedData(document);
  const head = {
    title: first(TITLE) ?? data.title ?? heading(document) ?? titleTag(document),
    published: dateOf(data.published) ?? dateOf(...DATE.map((name) => metas.get(name))) ?? timeTag(document),
    publisher: first(PUBLISHER) ?? data.publisher,
    author: data.author ?? nameOnly(first(AUTHOR)),
    url: attribute(document, 'link[rel="canonical"]', 'href') ?? first(ADDRESS),
    language: /^[a-z]{2}(?=$|[-_])/i
      .exec(document.documentElement?.getAttribute('lang')?.trim() ?? '')?.[0]
      ?.toLowerCase(),
  };
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && value !== ''));
}

function metaTags(document: Document): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))
      ?.trim()
      .toLowerCase();
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function dateOf(...values: readonly (string | undefined)[]): string | undefined {
  for (const value of values) {
    const date = value === undefined ? null : isoDate(value.replace(/\//g, '-'));
    if (date) return date;
  }
  return undefined;
}

/** The first `<time datetime>` that is in or above the article and not marked as an update. */
function timeTag(document: Document): string | undefined {
  for (const time of [...document.querySelectorAll('time[datetime], [itemprop="datePublished"]')].slice(0, 5)) {
    if (/updat|modif/i.test(time.getAttribute('class') ?? '')) continue;
    const date = dateOf(time.getAttribute('datetime') ?? undefined, time.getAttribute('content') ?? undefined);
    if (date && date.length === 10) return date;
  }
  return undefined;
}

/** An author's address ("https://…") is no name. */
function nameOnly(value: string | undefined): string | undefined {
  return value && !/^https?:|^@|^admin$/i.test(value) ? value.replace(/^by\s+/i, '') : undefined;
}

function heading(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map((h1) => h1.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  return headings.filter((text) => text.length >= 10 && text.length <= 300)[0];
}

/** "Talks resume | The Courier": the title without the site's name. */
function titleTag(document: Document): string | undefined {
  const title = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim();
  const own = title?.split(/\s+[|–—»·]\s+|\s+-\s+(?=[^-]{2,40}$)/)[0]?.trim();
  return own && own.length >= 10 ? own : title;
}

function attribute(document: Document, selector: string, name: string): string | undefined {
  const value = document.querySelector(selector)?.getAttribute(name)?.trim();
  return value && /^https?:\/\//i.test(value) ? value : undefined;
}
