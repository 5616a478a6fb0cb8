// Texts of documents, one by one: items come by date, so the same few documents are asked for again and again.
import type { OpenRecord } from '../../record/record.ts';
import type { DocumentText } from '../../record/views.ts';

export interface Library {
  /** The document with this id; null where the record has none. */
  get(id: string): Promise<DocumentText | null>;
}

/** At most this many texts are kept; the one that was not asked for longest goes first. */
const KEPT = 64;

export function createLibrary(record: OpenRecord): Library {
  const kept = new Map<string, DocumentText>();
  return {
    async get(id) {
      const known = kept.get(id) ?? (await lookUp(record, id));
      if (!known) return null;
      kept.delete(id);
      kept.set(id, known);
      const oldest = kept.keys().next();
      if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
      return known;
    },
  };
}

async function lookUp(record: OpenRecord, id: string): Promise<DocumentText | null> {
  for await (const document of record.everyDocument([id])) return document;
  return null;
}
