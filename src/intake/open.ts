// Opens a file and gives the documents in it. Each kind of file has its reader.
import { readFile } from 'node:fs/promises';
import type { Document } from '../model/document.ts';
import { Fault, reasonOf } from '../model/fault.ts';
import { declaredEncoding, decode } from './decode.ts';
import { type FileKind, kindOf } from './kinds.ts';
import { idOfPath } from './unique-ids.ts';

/** Takes the fault of a part of a file, such as one line, beside which the rest can be read. */
export type Refuse = (fault: Fault) => void;

type Reader = (bytes: Uint8Array, path: string, id: string, refuse: Refuse) => Promise<readonly Document[]>;

const REFUSE_ALL: Refuse = (fault) => {
  throw fault;
};

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
  jsonl: async (bytes, path, _id, refuse) => {
    const { readJsonLines } = await import('./readers/json.ts');
    return readJsonLines(decode(bytes), path, refuse);
  },
};

/**
 * The documents of a file: one, or as many as a file of JSON holds. A document's id is the file's name without its
 * last extension; see `uniqueIds` for runs over several files.
 * @param refuse is told of lines that are no documents, and the others are read; without it the first one is thrown
 * @throws Fault `file-missing`, `file-unreadable`, `file-kind`, `file-broken`, `line-not-json`, `line-not-document`
 */
export async function openFile(path: string, refuse: Refuse = REFUSE_ALL): Promise<readonly Document[]> {
  return openBytes(await readBytes(path), path, refuse);
}

/** As `openFile`, of bytes that are already read; the path gives kind and id. */
export async function openBytes(
  bytes: Uint8Array,
  path: string,
  refuse: Refuse = REFUSE_ALL,
): Promise<readonly Document[]> {
  const kind = kindOf(path);
  if (kind === null) throw new Fault('file-kind', { path });
  return READERS[kind](bytes, path, idOfPath(path), refuse);
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
