// What a file of an export format gives.
import type { OpenRecord } from '../record/record.ts';

export interface Exporter {
  /** The export piece by piece; a record of any size never stands in memory as a whole. */
  readonly pieces: (record: OpenRecord) => AsyncIterable<string>;
}
