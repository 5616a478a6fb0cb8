// Reads what a page says of itself in its head: title, date, publisher, author, address, language.
import type { Document } from '../../model/document.ts';
import { dateIn } from '../head/printed-dates.ts';
import { readLinkedData } from './linked-data.ts';
import type { PageFacts } from './tree.ts';

export type PageHead = Partial<Pick<Document, 'title' | 'published' | 'publisher' | 'author' | 'url' | 'language'>>;

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

/**
 * What the head, its linked data and the marked-up times of a page say. Fields that nothing says are left out.
 * @param heading the page's first `<h1>`, for pages that give no title otherwise
 */
export function readMeta(
  { metas, linkedData, times, title, language, address }: PageFacts,
  heading: string | null,
): PageHead {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value);
  const data = readLinkedData(linkedData);
  const head = {
    title: first(TITLE) ?? data.title ?? heading ?? ownTitle(title),
    published: dateOf([data.published]) ?? dateOf(DATE.map((name) => metas.get(name))) ?? dateOf(times),
    publisher: first(PUBLISHER) ?? data.publisher,
    author: data.author ?? nameOnly(first(AUTHOR)),
    url: [address, ...ADDRESS.map((name) => metas.get(name))].find((url) => url && /^https?:\/\//i.test(url)),
    language: /^[a-z]{2}(?=$|[-_])/i.exec(language?.trim() ?? '')?.[0]?.toLowerCase(),
  };
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && value !== ''));
}

function dateOf(values: readonly (string | undefined)[]): string | undefined {
  for (const value of values) {
    const date = value === undefined ? null : dateIn(value);
    if (date) return date;
  }
  return undefined;
}

/** An author's address ("https://…") is no name. */
function nameOnly(value: string | undefined): string | undefined {
  return value && !/^https?:|^@|^admin$/i.test(value) ? value.replace(/^by\s+/i, '') : undefined;
}

/** "Talks resume | The Courier": the title without the site's name. */
function ownTitle(title: string | null): string | undefined {
  const own = title?.split(/\s+[|–—»·]\s+|\s+-\s+(?=[^-]{2,40}$)/)[0]?.trim();
  return own && own.length >= 10 ? own : (title ?? undefined);
}
