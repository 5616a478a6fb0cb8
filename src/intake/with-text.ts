// Holds a file that stands for one document to having a text at all.
import type { Document } from '../model/document.ts';
import { Fault } from '../model/fault.ts';

/** The document itself. @throws Fault `file-no-text` where it has no sign but white space */
export function withText(document: Document, path: string): Document {
  if (/\S/.test(document.text)) return document;
  throw new Fault('file-no-text', { path });
}
