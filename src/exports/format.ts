// What an export format is: files that another program reads, made from the record piece by piece.
import type { OpenRecord } from '../record/record.ts';
import type { ExportOptions } from './options.ts';
import type { Selection } from './selection/selection.ts';

/** A file's content as it is made; text is UTF-8. A record of any size never stands in memory as a whole. */
export type Pieces = AsyncIterable<string | Uint8Array>;

export interface ExportFile {
  /** Path of the file in a folder or archive, with forward slashes. */
  readonly name: string;
  readonly pieces: () => Pieces;
}

/** What a file of a format gives. */
export interface FormatFacts {
  /** A line for the list of formats. */
  readonly summary: string;
  readonly mediaType: string;
  /** Of its file's name, without a dot. */
  readonly ending: string;
  /** What the record has and the format cannot hold, in a sentence. */
  readonly loses: string;
  /** Names of its tables, the main one first, where it has several. */
  readonly tables?: readonly string[];
}

/** A format before it is bound to an open record. */
export interface Exporter extends FormatFacts {
  /** The one file, or one table of several. */
  readonly pieces: (selection: Selection, table: string) => Pieces;
  /** All its files, where it has several. */
  readonly files?: (selection: Selection) => AsyncIterable<ExportFile>;
}

export interface ExportFormat extends FormatFacts {
  readonly name: string;
  /** One file: the format's only one, or the table named in the options, the main one where none is. */
  readonly pieces: (record: OpenRecord, options?: ExportOptions) => Pieces;
  /** All files of the format, for a folder or an archive; each must be read before the next is asked for. */
  readonly files: (record: OpenRecord, options?: ExportOptions) => AsyncIterable<ExportFile>;
}
