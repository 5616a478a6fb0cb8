// Finds who published a document, where the text says so: byline, dateline, copyright line, address, legal notice.
import type { Passage } from '../../model/document.ts';
import { isOutletLine } from '../passages/signs/bylines.ts';
import { suffixOf } from '../passages/signs/captions.ts';
import { withoutMarkdown, wordsOf } from '../passages/signs/words.ts';

/** A passage with its text, white space squeezed. */
export interface Quoted {
  readonly kind: Passage['kind'];
  readonly rule: string;
  readonly text: string;
}

/** Sites that carry others' documents, whose address says nothing of the publisher. */
const HOSTS =
  /^(?:facebook|twitter|x|t|youtube|youtu|instagram|linkedin|telegram|google|bit|archive|web|doi|medium|tinyurl|wikipedia)$/;

/** Characters of a text in which a name's spelling is looked for. */
const LONGEST = 200_000;

/** Each sign with the passages it is looked for in, the surest first. */
const SIGNS: readonly ((passages: readonly Quoted[], text: string) => string | null)[] = [
  inByline,
  inDateline,
  inCopyright,
  inAddress,
  inSource,
  inCaptions,
  inNotice,
  inNavigation,
];

/** The outlet, agency or institution that the text names as its publisher, or null. */
export function findPublisher(passages: readonly Quoted[], text: string): string | null {
  for (const sign of SIGNS) {
    const found = sign(passages, text);
    if (found) return inOwnCase(found, text);
  }
  return null;
}

/** "CONTINENTAL WIRE" of the head is "Continental Wire" where the text writes it so elsewhere: "(c) Continental Wire". */
function inOwnCase(name: string, text: string): string {
  if (name !== name.toUpperCase()) return name;
  const words = name.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  for (const [written] of text.slice(0, LONGEST).matchAll(pattern)) {
    const isName = written.split(/\s+/).every((word) => /^(?:\p{Lu}|[\p{Ll}]{1,3}$)/u.test(word));
    if (isName && written !== written.toUpperCase() && /^\p{Lu}/u.test(written)) return written.replace(/\s+/g, ' ');
  }
  return name;
}

/** "By The Eastern Courier", "By Jane Doe, The Daily", "THE EASTERN COURIER". */
function inByline(passages: readonly Quoted[]): string | null {
  for (const { text, rule } of passages.filter(({ kind }) => kind === 'byline')) {
    const named = withoutMarkdown(text).replace(/^(?:by|text by|written by|from)\s*:?\s+/i, '');
    if (rule === 'byline-outlet' || rule === 'byline-issuer') return named.split(/,\s/)[0] ?? named;
    const parts = named.split(/\s*[,|]\s*|\s+[–—-]\s+/);
    const outlet = parts.find((part, i) => (i > 0 || parts.length === 1) && isOutletLine(part));
    if (outlet) return outlet;
  }
  return null;
}

/** "VIENNA, May 3 (Reuters) -", "The Eastern Courier, 26 January 2011". */
function inDateline(passages: readonly Quoted[]): string | null {
  for (const { text } of passages.filter(({ kind }) => kind === 'dateline')) {
    const agency = /\(([^()]{2,40})\)/.exec(text)?.[1];
    if (agency) return agency;
    const named = /^([^,\d]{3,60}?)(?:,| [–—|-])\s(?=.*\d{4})/u.exec(text)?.[1];
    if (named && isOutletLine(named)) return named;
  }
  return null;
}

/** "© 2014 The Eastern Courier. All rights reserved.", not the credit of a picture. */
function inCopyright(passages: readonly Quoted[]): string | null {
  for (const { text } of passages.filter(({ kind }) => kind === 'furniture')) {
    const owner = copyrightOwner(text);
    if (owner) return owner;
  }
  return null;
}

const COPYRIGHT =
  /^(?:copyright|©|\(c\))[\s©(c)]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*(?:by\s+)?(\p{Lu}[^.,|;]{2,60}?)(?:\s*(?:(?:19|20)\d\d|all rights|[.,|;]|$))/iu;
const RESERVED = /^(\p{Lu}[^.,|;©]{2,60})[.,].{0,60}\ball rights reserved\b/iu;

/** The owner in "© 2014 The Eastern Courier" or "The Eastern Courier, Bonn. All rights reserved."; null in other lines. */
export function copyrightOwner(text: string): string | null {
  if (text.includes('/')) return null;
  const owner = COPYRIGHT.exec(text)?.[1] ?? RESERVED.exec(text)?.[1];
  return owner && wordsOf(owner).length <= 6 && !/^all rights/i.test(owner) ? owner.trim() : null;
}

/** The site of "Original url: https://www.easterncourier.example/2014/…", spelt as the text spells it if it does. */
function inAddress(passages: readonly Quoted[], text: string): string | null {
  const links = passages.filter(({ rule }) => rule === 'furniture-link' || rule === 'furniture-link-text');
  for (const { text: link } of links.reverse()) {
    const host = /(?:https?:\/\/|www\.)([\w.-]+)/i
      .exec(link)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '');
    const label = host === undefined ? undefined : siteLabel(host);
    if (!host || !label || HOSTS.test(label)) continue;
    return spelling(label, text) ?? host;
  }
  return null;
}

/** "easterncourier" of "www.easterncourier.co.uk". */
export function siteLabel(host: string): string | undefined {
  const labels = host.replace(/\.(?:co|com|org|gov|ac|net)\.[a-z]{2}$/, '.x').split('.');
  return labels.length > 1 ? labels.at(-2) : labels[0];
}

/** The capitalised words of the text that make up a site's name: "easterncourier" gives "Eastern Courier". */
function spelling(label: string, text: string): string | null {
  const letters = label.replace(/[^a-z0-9]/g, '');
  if (letters.length < 4) return null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${[...letters].join("[ .'’/-]?")}(?![\\p{L}\\p{N}])`, 'giu');
  for (const match of text.slice(0, LONGEST).matchAll(pattern)) if (/^\p{Lu}/u.test(match[0])) return match[0];
  return null;
}

/** "Source: Ministry of Foreign Affairs, www.mfa.example." */
function inSource(passages: readonly Quoted[]): string | null {
  for (const { text } of passages.filter(({ rule }) => rule === 'furniture-source')) {
    const named = text
      .replace(/^[^:]*:\s*/, '')
      .split(/,\s|\s\(|\.$|https?:|www\./)[0]
      ?.trim();
    if (named && /^\p{Lu}/u.test(named) && wordsOf(named).length <= 8) return named;
  }
  return null;
}

/** The name that ends at least two captions: "A view of the harbour - Agency International". */
function inCaptions(passages: readonly Quoted[]): string | null {
  return passages.filter(({ rule }) => rule === 'caption-suffix').map(({ text }) => suffixOf(text))[0] ?? null;
}

/** "The Courier has been designated a foreign agent by …", where that is no news but a notice. */
function inNotice(passages: readonly Quoted[]): string | null {
  for (const { text } of passages.filter(({ rule }) => rule === 'furniture-notice')) {
    const named = /^((?:The )?\p{Lu}[\p{L}/.&-]*(?: \p{Lu}[\p{L}/.&-]*){0,4}) (?:has been|is|was) /u.exec(text)?.[1];
    if (named && !/^(?:This|It|That|He|She|They)$/.test(named)) return named;
  }
  return null;
}

/** "| Institute for X Home Page |". */
function inNavigation(passages: readonly Quoted[]): string | null {
  for (const { text } of passages.filter(({ rule }) => rule === 'furniture-bar')) {
    const home = /(?:^|[|•·»>]\s*)(\p{Lu}[^|•·»>]{2,60}?) home ?page\b/iu.exec(text)?.[1];
    if (home) return home.trim();
  }
  return null;
}
