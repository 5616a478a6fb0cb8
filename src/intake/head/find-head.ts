// Finds what a document says of itself: title, publisher, author, language, date.
import type { Document, DocumentHead, Passage } from '../../model/document.ts';
import { isOutletLine } from '../passages/signs/bylines.ts';
import { withoutMarkdown, wordsOf } from '../passages/signs/words.ts';
import { findDate } from './find-date.ts';
import { findPublisher, type Quoted, siteLabel } from './find-publisher.ts';
import { guessLanguage } from './language.ts';

/** Of longer passages only so much is read: titles, bylines and first sentences are in it. */
const READ = 800;

/**
 * The head of a document. What is given with it goes before what its text says; null where neither says anything.
 * @param passages from `sortPassages`
 */
export function findHead(document: Document, passages: readonly Passage[]): DocumentHead {
  const quoted = passages.map(({ span, kind, rule }) => ({
    kind,
    rule: rule ?? '',
    text: document.text
      .slice(span[0], Math.min(span[1], span[0] + READ))
      .replace(/\s+/g, ' ')
      .trim(),
  }));
  const headline = quoted.find(({ kind }) => kind === 'headline')?.text;
  return {
    title: given(document.title) ?? (headline ? withoutMarkdown(headline) : null),
    publisher: given(document.publisher) ?? findPublisher(quoted, document.text) ?? publisherOf(document.url),
    author: given(document.author) ?? findAuthor(quoted),
    language: given(document.language) ?? guessLanguage(document.text),
    published: findDate(document, quoted),
  };
}

function given(value: string | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}

/** The host of the document's address, where that is all that is known. */
function publisherOf(url: string | undefined): string | null {
  const host = /^https?:\/\/(?:www\.)?([\w.-]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
  return host && siteLabel(host) ? host : null;
}

/** "Jane Doe and John Roe" of "By Jane Doe and John Roe, The Daily"; an outlet alone is author as well as publisher. */
function findAuthor(passages: readonly Quoted[]): string | null {
  let outlet: string | null = null;
  for (const { text, rule } of passages.filter(({ kind }) => kind === 'byline')) {
    if (rule === 'byline-outlet' || rule === 'byline-issuer' || text.startsWith('(')) continue;
    const named = authorIn(text);
    if (!named || wordsOf(named).length > 12) continue;
    if (isOutletLine(named)) outlet ??= named;
    else return named;
  }
  return outlet;
}

const BY =
  /^(?:(?:additional )?(?:text|written|reported|reporting|words|analysis|commentary|comment|opinion|essay|report) by|by|from our(?: own)?(?: [a-z]+)?(?: correspondents?| staff| reporters?)|interview(?:ed)? by|authors?)\s*:?\s+/i;

/** "Jane Doe" of "By Jane Doe, The Daily". */
export function authorIn(byline: string): string | undefined {
  return withoutMarkdown(byline)
    .replace(BY, '')
    .split(/,\s|\s+[|–—-]\s+|\s+in\s+(?=\p{Lu})/u)[0]
    ?.trim();
}
