// What comes in to be read: files, a text that was pasted, an address; checked before anything is done with it.
import { z } from 'zod';
import { daysOf } from '../../record/dates.ts';

/** Something to read: bytes under a name, or an address to fetch. */
export type Upload =
  /** `file` is the name it is read by, where people see another. */
  | { readonly name: string; readonly file?: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly address: string };

/** Files in one go. */
export const MOST_FILES = 500;

/** Longest text that can be pasted, in characters. */
const LONGEST_TEXT = 5_000_000;

/** Characters of a text that stand for it. */
const NAMED_BY = 60;

const line = z.string().trim().max(500).optional();

const PASTED = z.strictObject({
  text: z.string().trim().min(1, 'is empty: paste the words of a document').max(LONGEST_TEXT),
  title: line,
  publisher: line,
  published: z
    .string()
    .refine((value) => daysOf(value) !== null, 'must be an ISO date, such as 2013-10-23, 2013-10 or 2013')
    .optional(),
});

const ADDRESS = z.strictObject({
  address: z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' }),
});

/** A pasted text becomes a document of JSON, so that what is said of it goes with it. */
export function uploadOf(body: unknown): Upload | { readonly wrong: string } {
  const asAddress = ADDRESS.safeParse(body);
  if (asAddress.success) return { name: asAddress.data.address, address: asAddress.data.address };
  const wanted = typeof body === 'object' && body !== null && 'address' in body ? asAddress : PASTED.safeParse(body);
  if (!wanted.success) {
    const [issue] = wanted.error.issues;
    return { wrong: `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'cannot be read'}` };
  }
  const { text, ...facts } = wanted.data as z.infer<typeof PASTED>;
  const named = facts.title || beginningOf(text);
  const id = named
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const document = { id: id || 'pasted', text, ...facts };
  return {
    name: facts.title || (named.length < text.length ? `${named} …` : named),
    file: `${document.id}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(document)),
  };
}

/** The first words of a text, which stand for it where it has no title. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= NAMED_BY ? line : line.slice(0, NAMED_BY).replace(/\s\S*$/u, '');
}

/** The last part of a file's name: folders of another machine mean nothing here. */
export const baseName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim() || 'file';
