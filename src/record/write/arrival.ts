// A document that came to the record, with what is asked of it more than once worked out.
import { contentHash } from '../../intake/fingerprint.ts';
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/reading.ts';
import type { Source } from './source.ts';

export interface Arrival {
  readonly document: Document;
  readonly reading: Reading;
  readonly source: Source;
  readonly textHash: string;
}

export const arrivalOf = (document: Document, reading: Reading, source: Source): Arrival => ({
  document,
  reading,
  source,
  textHash: contentHash(document.text),
});
