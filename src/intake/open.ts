// Opens a file and gives the documents in it. Each kind of file has its reader.
import { readFile } from 'node:fs/promises';
import type { Document } from '../model/document.ts';
import { Fault, reasonOf } from '../model/fault.ts';
import { declaredEncoding, decode } from './decode.ts';
import { type FileKind, kindOf } from './kinds.ts';
import { idOfPath } from './unique-ids.ts';

type Reader = (bytes: Uint8Array, path: string, id: string) => Promise<readonly Document[]>;

// A reader, and the library it brings with it, is loaded when the first file of its kind comes.
const READERS: Readonly<Record<FileKind, Reader>> = {
  text: async (bytes, _path, id) => [{ id, text: decode(bytes) }],
  html: async (bytes, _path, id) => {
    const { readHtml } = await import('./readers/html.ts');
    return [readHtml(decode(bytes, declaredEncoding(bytes)), id)];
  },
  pdf: async (bytes, path, id) => {
    const { readPdf } = await import('./readers/pdf.ts');
    return [await readPdf(bytes, path, id)];
  },
  docx: async (bytes, path, id) => {
    const { readDocx } = await import('./readers/docx.ts');
    return [await readDocx(bytes, path, id)];
  },
  json: async (bytes, path, id) => {
    const { readJson } = await import('./readers/json.ts');
    return readJson(decode(bytes), path, id);
  },
  jsonl: async (bytes, path) => {
    const { readJsonLines } = await import('./readers/json.ts');
    return readJsonLines(decode(bytes), path);
  },
};

/**
 * The documents of a file: one, or as many as a file of JSON holds. A document's id is the file's name without its
 * last extension; see `uniqueIds` for runs over several files.
 * @throws Fault `file-missing`, `file-unreadable`, `file-kind`, `file-broken`, `line-not-json`, `line-not-document`
 */
export async function openFile(path: string): Promise<readonly Document[]> {
  return openBytes(await readBytes(path), path);
}

/** As `openFile`, of bytes that are already read; the path gives kind and id. */
export async function openBytes(bytes: Uint8Array, path: string): Promise<readonly Document[]> {
  const kind = kindOf(path);
  if (kind === null) throw new Fault('file-kind', { path });
  return READERS[kind](bytes, path, idOfPath(path));
}

/** The bytes of a file. @throws Fault `file-missing` or `file-unreadable` */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Fault('file-missing', { path }, error);
    throw new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
  }
}
