// What every reader of a kind of file takes and gives.
import type { Document } from '../model/document.ts';
import type { Fault } from '../model/fault.ts';
import type { Content } from './content.ts';
import type { Columns } from './readers/table-columns.ts';

/** Takes the fault of a part of a file, such as one line, beside which the rest can be read. */
export type Refuse = (fault: Fault) => void;

/** What a reader is told beside the bytes. */
export interface Opening {
  /** The file or address as messages name it; a part of an archive is named `archive.zip/part.html`. */
  readonly path: string;
  /** The id of the document, where the file holds one; the beginning of the ids, where they have none of their own. */
  readonly id: string;
  /** The encoding that the sender names, where the bytes came over HTTP. */
  readonly charset: string | null;
  readonly refuse: Refuse;
  readonly columns: Columns;
  /** Opens what a reader finds inside; each part has its kind by its own content. */
  readonly openPart: (content: Content, part: Part) => AsyncIterable<Document>;
}

/** A part of an archive. */
export interface Part {
  readonly path: string;
  readonly id: string;
  readonly charset?: string | null;
}

/** A reader of one kind of file. Gives its documents in order, one after the other as far as the kind allows. */
export type Reader = (content: Content, opening: Opening) => AsyncIterable<Document>;
