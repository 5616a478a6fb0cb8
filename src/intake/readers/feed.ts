// Reads feeds, RSS, Atom, RDF and JSON Feed: each entry is a document.
import { type AnyFeed, parseFeed } from 'feedsmith';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { Content } from '../content.ts';
import { declaredEncoding, decode } from '../decode.ts';
import { dateIn } from '../head/printed-dates.ts';
import type { Opening } from '../reading.ts';
import { idOfAddress } from '../unique-ids.ts';
import { textOfMarkup } from './markup.ts';

/** An entry with the parts that all formats have, each possibly missing. */
interface Entry {
  readonly address: string | undefined;
  readonly title: string | undefined;
  /** The fullest text there is, as HTML or plain. */
  readonly text: string | undefined;
  readonly date: string | undefined;
  readonly author: string | undefined;
}

/**
 * The entries of a feed in its order; the feed's title is their publisher. An entry that gives no text has its title
 * for one. Entities that a feed declares itself are not expanded.
 * @throws Fault `file-broken` where it is no feed
 */
export async function* readFeed(content: Content, { path, id }: Opening): AsyncGenerator<Document> {
  const bytes = await content.bytes();
  const { publisher, language, entries } = parsed(decode(bytes, declaredEncoding(bytes)), path);
  for (const [i, entry] of entries.entries()) {
    const title = entry.title === undefined ? undefined : textOfMarkup(entry.title).trim();
    const text = textOfMarkup(entry.text ?? '').trim();
    const url = entry.address && /^https?:\/\//i.test(entry.address) ? entry.address : undefined;
    const published = entry.date === undefined ? null : dateIn(entry.date);
    yield {
      id: (url && idOfAddress(url)) || `${id}-${i + 1}`,
      text: text || title || '',
      ...(title ? { title } : {}),
      ...(published ? { published } : {}),
      ...(publisher ? { publisher } : {}),
      ...(entry.author ? { author: entry.author } : {}),
      ...(url ? { url } : {}),
      ...(language ? { language } : {}),
    };
  }
}

interface Feed {
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly Entry[];
}

function parsed(text: string, path: string): Feed {
  try {
    const any = parseFeed(text.replace(/^\uFEFF/, '').trim());
    const { publisher, language } = headOf(any);
    return {
      publisher: publisher ? textOfMarkup(publisher).trim() : undefined,
      language: /^[a-z]{2}/i.exec(language ?? '')?.[0].toLowerCase(),
      entries: entriesOf(any),
    };
  } catch (error) {
    throw new Fault('file-broken', { path, kind: 'feed', reason: reasonOf(error).replace(/\.$/, '') }, error);
  }
}

function headOf({ format, feed }: AnyFeed): {
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
} {
  if (format === 'atom') return { publisher: wordsOf(feed.title), language: feed.xml?.lang };
  if (format === 'rdf') return { publisher: wordsOf(feed.title), language: feed.dc?.languages?.[0] };
  return { publisher: wordsOf(feed.title), language: feed.language };
}

function entriesOf({ format, feed }: AnyFeed): readonly Entry[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ title, link, guid, description, content, pubDate, authors, dc }) => ({
        address: link ?? wordsOf(guid),
        title,
        text: content?.encoded ?? description,
        date: pubDate ?? dc?.dates?.[0],
        author: dc?.creators?.[0] ?? nameOf(authors?.[0]),
      }));
    case 'atom':
      return (feed.entries ?? []).map(({ title, links, content, summary, published, updated, authors }) => ({
        address: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        title: wordsOf(title),
        text: wordsOf(content) ?? wordsOf(summary),
        date: published ?? updated,
        author: nameOf(authors?.[0]),
      }));
    case 'rdf':
      return (feed.items ?? []).map(({ title, link, description, content, dc }) => ({
        address: link,
        title,
        text: content?.encoded ?? description,
        date: dc?.dates?.[0],
        author: dc?.creators?.[0],
      }));
    case 'json':
      return (feed.items ?? []).map((item) => ({
        address: item.url ?? item.external_url,
        title: item.title,
        text: item.content_html ?? item.content_text ?? item.summary,
        date: item.date_published ?? item.date_modified,
        author: nameOf(item.authors?.[0]),
      }));
  }
}

/** The words of an element that a library gives as a string or with its attributes. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const inner = (value as { readonly value?: unknown } | null | undefined)?.value;
  return typeof inner === 'string' ? inner : undefined;
}

/** "Jo Roe" of "jo@courier.example (Jo Roe)"; an address alone is no name. */
function nameOf(person: unknown): string | undefined {
  const name = typeof person === 'string' ? person : (person as { readonly name?: unknown } | undefined)?.name;
  if (typeof name !== 'string') return undefined;
  const own = /\(([^()]+)\)/.exec(name)?.[1] ?? name;
  return own.includes('@') ? undefined : own.trim() || undefined;
}
