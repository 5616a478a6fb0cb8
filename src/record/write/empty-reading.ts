// What is recorded of a document whose reading cannot be stored: that it is there, and why there is no more.
import type { Document } from '../../model/document.ts';
import { FORMAT, type Reading } from '../../model/reading.ts';

/** @param reason why the reading cannot be stored, for a person */
export function emptyReading(document: Document, reason: string): Reading {
  const { id, title = null, publisher = null, author = null, language = null, published } = document;
  return {
    format: FORMAT,
    id,
    document: {
      title,
      publisher,
      author,
      language,
      published: published === undefined ? { value: null, basis: 'unknown' } : { value: published, basis: 'given' },
    },
    passages: [],
    sentences: [],
    entities: [],
    times: [],
    statements: [],
    events: [],
    agreements: [],
    meetings: [],
    activities: [],
    positions: [],
    diagnostics: [{ code: 'reading-not-stored', span: null, message: `the reading could not be stored: ${reason}` }],
  };
}
