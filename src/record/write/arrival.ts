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

export function arrivalOf(given: Document, reading: Reading, source: Source): Arrival {
  const document = { ...given, text: given.text.replace(HALF_PAIR, '\ufffd') };
  return { document, reading, source, textHash: contentHash(document.text) };
}

/** Half of a surrogate pair, which UTF-8 cannot hold; the replacement character is as long, so that offsets stay. */
const HALF_PAIR = /\p{Surrogate}/gu;
