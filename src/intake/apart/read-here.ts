// Reads PDF and Word files in the thread that asks; the library comes with the first file of its kind.
import type { Document } from '../../model/document.ts';

/** Kinds whose libraries may be held up by a broken file. */
export type ApartKind = 'PDF' | 'Word document';

/** @throws Fault `file-broken`, `archive-limit` */
export async function readHere(kind: ApartKind, bytes: Uint8Array, path: string, id: string): Promise<Document> {
  return kind === 'PDF'
    ? (await import('../readers/pdf.ts')).readPdf(bytes, path, id)
    : (await import('../readers/docx.ts')).readDocx(bytes, path, id);
}
