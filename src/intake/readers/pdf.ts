// Reads PDF files: lines in reading order, paragraphs rebuilt, running heads and page numbers left out.
import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { SWOLLEN } from '../archives/gunzip.ts';
import { isPdfBomb } from '../pdf/bombs.ts';
import { pageLines } from '../pdf/lines.ts';
import { joinParagraphs } from '../pdf/paragraphs.ts';
import { withoutRunningHeads } from '../pdf/running-heads.ts';

/** @throws Fault `file-broken` where the bytes are no PDF, or one that is locked; `file-no-text`; `archive-limit` for a bomb */
export async function readPdf(bytes: Uint8Array, path: string, id: string): Promise<Document> {
  if (isPdfBomb(bytes)) throw new Fault('archive-limit', { path, reason: SWOLLEN });
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    const { items } = await extractTextItems(pdf);
    const { info } = await getMeta(pdf);
    const title: unknown = info.Title;
    const author: unknown = info.Author;
    const text = joinParagraphs(withoutRunningHeads(items.map(pageLines)));
    // Pictures of pages would pass for a document that says nothing.
    if (items.every((page) => page.every(({ str }) => str.trim() === ''))) throw new Fault('file-no-text', { path });
    return {
      id,
      text,
      ...(isMeant(title) ? { title: title.trim() } : {}),
      ...(isMeant(author) ? { author: author.trim() } : {}),
    };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('file-broken', { path, kind: 'PDF', reason: reasonOf(error).replace(/\.$/, '') }, error);
  }
}

/** Titles that a program made up ("Microsoft Word - draft3.doc", "untitled") tell nothing. */
function isMeant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim().length > 3 &&
    !/^(?:microsoft word|untitled|document\d*)|\.(?:docx?|pdf|html?|indd|qxd)$/i.test(value.trim())
  );
}
