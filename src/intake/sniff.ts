// Tells what kind of file some bytes are by what is in them; a name only tells kinds of plain text apart.
import { fileTypeFromBuffer } from 'file-type';
import { declaredEncoding, decode } from './decode.ts';
import { type FileKind, kindOfName } from './kinds.ts';
import { looksLikeTable } from './readers/table-columns.ts';

/** A kind that can be read, or what the bytes are instead, for a person: "a picture (image/png)". */
export type Sniffed = { readonly kind: FileKind } | { readonly kind: null; readonly what: string };

/** So much text is looked at. */
const LOOKED_AT = 8192;

/**
 * The kind of a file by its first bytes. Magic numbers and markup go before the name; between plain text, JSON Lines,
 * CSV and Markdown, which have none, the name decides where the text allows it.
 * @param head the first bytes, some thousands at least where there are so many
 */
export async function sniff(head: Uint8Array, name: string): Promise<Sniffed> {
  const named = kindOfName(name);
  if (head.length === 0) return { kind: named ?? 'text' };
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  const begins = (...numbers: readonly number[]) => numbers.every((byte, i) => head[i] === byte);
  if (/^\s{0,512}%PDF-/.test(start)) return { kind: 'pdf' };
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)) return { kind: 'zip' };
  if (begins(0x1f, 0x8b)) return { kind: 'gzip' };
  if (/^WARC\/[01]\.\d/.test(start)) return { kind: 'warc' };
  const text = decode(head, declaredEncoding(head))
    .slice(0, LOOKED_AT)
    .replace(/^\uFEFF/, '');
  const foreign = await foreignType(head);
  if (foreign && foreign !== 'application/xml') return { kind: null, what: foreign };
  if (isBinary(text)) return { kind: null, what: 'data of an unknown kind' };
  return { kind: kindOfText(text, named) ?? 'text' };
}

/** The media type of a kind that is not read: a picture, a spreadsheet, a film. */
async function foreignType(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null;
  } catch {
    // A head that ends in the middle of what the detector wants to see.
    return null;
  }
}

function kindOfText(text: string, named: FileKind | null): FileKind | null {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('<')) {
    const opening = withoutProlog(trimmed);
    if (/^<(?:\w+:)?(?:rss|feed|RDF)[\s>]/.test(opening)) return 'feed';
    if (/^<(?:!doctype html|html|head|body)\b/i.test(opening)) return 'html';
    const tags =
      opening.match(/<\/?(?:p|div|h[1-6]|span|a|br|ul|li|table|article|section|meta|title)\b/gi)?.length ?? 0;
    if (tags >= 2) return 'html';
  }
  if (/^[{[]/.test(trimmed)) {
    const kind = kindOfJson(trimmed, named);
    if (kind) return kind;
  }
  if (named === 'html') return /<[a-z!/]/i.test(text) ? 'html' : 'text';
  if (named === 'csv' || looksLikeTable(text)) return 'csv';
  return named === 'jsonl' || named === 'json' ? named : 'text';
}

/** Without XML declaration, comments, stylesheets and a document type that is not HTML's, which may stand before the first tag. */
function withoutProlog(text: string): string {
  return text.replace(
    /^(?:\s|<\?[^>]{0,500}\?>|<!--(?:[^-]|-(?!->)){0,4000}-->|<!DOCTYPE (?!html)[^>[]{0,500}>)+/i,
    '',
  );
}

/** JSON with objects on lines of their own is JSON Lines; a JSON feed says what it is. */
function kindOfJson(text: string, named: FileKind | null): FileKind | null {
  if (/^\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(text)) return 'feed';
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (first.startsWith('{') && second.startsWith('{')) return 'jsonl';
  if (named === 'json' || named === 'jsonl') return named;
  if (/^\{\s*"(?:[^"\\]|\\.){1,80}"\s*:/.test(text)) return isJson(first) ? 'jsonl' : 'json';
  return /^\[\s*\{\s*"/.test(text) ? 'json' : null;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Texts hold few control characters beside line breaks, tabs and form feeds. */
function isBinary(text: string): boolean {
  let strange = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd) strange += 1;
  }
  return strange > 8 && strange > 0.1 * text.length;
}
