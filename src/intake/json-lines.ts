// Reads documents from JSON: one line of JSON Lines, or a file with one document or a list of them.
import { z } from 'zod';
import type { Document } from '../model/document.ts';
import { isoDate } from './head/printed-dates.ts';

/** Why something is no document: the code of its fault, a line for a person, and the id where that much can be read. */
export interface Unreadable {
  readonly id: string | null;
  readonly code: 'line-not-json' | 'line-not-document';
  /** Names the field, the value seen and the cure. */
  readonly reason: string;
}

export type Parsed =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly unreadable: Unreadable };

/** A field may be left out or null; white space is not taken for a value. */
const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ? value : undefined));

const DOCUMENT = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  text: z.string(),
  title: optionalText,
  published: optionalText.refine((value) => value === undefined || isoDate(value) !== null, 'date'),
  publisher: optionalText,
  author: optionalText,
  url: optionalText,
  language: optionalText,
});

const CURES: Readonly<Record<string, string>> = {
  id: 'give each document a name of its own, as "id": "report-1"',
  text: 'give the document\'s text, as "text": "…"',
  published: 'give a date as 2013-10-23, 2013-10 or 2013, or leave it out',
};

/** One line of JSON Lines as a document, or why it is none. Never throws; lone surrogates in the text are kept. */
export function parseDocumentLine(line: string): Parsed {
  if (!line.trim()) return { ok: false, unreadable: { id: null, code: 'line-not-json', reason: 'it is empty' } };
  let value: unknown;
  try {
    value = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    const reason = `${error instanceof Error ? error.message : String(error)}; it begins with ${shown(line)}`;
    return { ok: false, unreadable: { id: null, code: 'line-not-json', reason } };
  }
  return parseDocument(value);
}

/** A value read from JSON as a document, or why it is none. Fields beside those of a document are left out. */
export function parseDocument(value: unknown): Parsed {
  const parsed = DOCUMENT.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      unreadable: { id: idOf(value), code: 'line-not-document', reason: reasonFor(value, parsed.error) },
    };
  }
  const { id, text, ...rest } = parsed.data;
  const known = Object.fromEntries(Object.entries(rest).filter(([, field]) => field !== undefined));
  return { ok: true, document: { id, text, ...known } };
}

function reasonFor(value: unknown, error: z.ZodError): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `it is ${Array.isArray(value) ? 'a list' : shown(value)}, not an object; write {"id": "…", "text": "…"}`;
  }
  const field = String(error.issues[0]?.path[0] ?? '');
  const seen = (value as Readonly<Record<string, unknown>>)[field];
  const problem = seen === undefined ? 'is missing' : `is ${shown(seen)}`;
  return `"${field}" ${problem}; ${CURES[field] ?? 'give a string, or leave it out'}`;
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/** A value as it is quoted in a message: short, and without line breaks. */
function shown(value: unknown): string {
  const text = written(value).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A value that is nested without end can be parsed but not written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'nested too deep to be shown';
  }
}
