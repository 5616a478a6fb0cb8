// Reading without ceremony: one reader, opened when it is first needed, for programs that want no other.
import type { Document } from './model/document.ts';
import type { Reading } from './model/reading.ts';
import { createReader, type Reader, type ReadOptions } from './reader.ts';

let opened: Promise<Reader> | null = null;

/**
 * Reads one document, or a bare text, which gets the id `text` and no date to count "yesterday" from. The first call
 * opens the models and the lexicon, in about a second; the reader then stays. No text makes it reject.
 * @throws Fault `model-missing` or `lexicon-missing` where the package is incomplete
 */
export async function read(document: Document | string, options: ReadOptions = {}): Promise<Reading> {
  opened ??= createReader();
  try {
    const reader = await opened;
    return await reader.read(typeof document === 'string' ? { id: 'text', text: document } : document, options);
  } catch (error) {
    // The next call tries to open it again: what was missing may be there by then.
    opened = null;
    throw error;
  }
}
