// Reads Word documents: the paragraphs of the body, with the first heading as title.
import mammoth from 'mammoth';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { readHtml } from './html.ts';

/** @throws Fault `file-broken` where the bytes are no Word document */
export async function readDocx(bytes: Uint8Array, path: string, id: string): Promise<Document> {
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return readHtml(`<body><article>${withoutNoteMarks(value)}</article></body>`, id, { whole: true });
  } catch (error) {
    throw new Fault('file-broken', { path, kind: 'Word document', reason: reasonOf(error).replace(/\.$/, '') }, error);
  }
}

/** Numbers of notes in the text, and the arrows back from the notes, are the converter's and not the author's. */
function withoutNoteMarks(html: string): string {
  return html
    .replace(/<sup><a href="#(?:foot|end)note-[^"<>]*"[^<>]*>\[\d+\]<\/a><\/sup>/g, '')
    .replace(/<a href="#(?:foot|end)note-ref-[^"<>]*"[^<>]*>↑<\/a>/g, '');
}
