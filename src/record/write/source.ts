// Where a document came from, by which the record tells what is new, changed or already read.

export interface Source {
  /** The file or address as the user named it; the same file must be named the same way each time. */
  readonly path: string;
  /** Hash of the file's bytes (`contentHash`). */
  readonly hash: string;
  /** Version of the reader that made the reading. */
  readonly version: string;
  /** The date by which days such as "yesterday" were counted, where a person corrected the document's own. */
  readonly countedFrom?: string;
}

/** What `add` did with a document; one that people took out of the record is left out. */
export type Outcome = 'added' | 'replaced' | 'unchanged' | 'left-out';

/** The hash of a source of which a part could not be read: no content has it, so that the next run goes through it again. */
export const partlyRead = (hash: string): string => `${hash} in part`;
