// What intake hands on: one document's text with what is known about it from outside.

/** A document as `intake` prints it and `code` reads it, one JSON line each (format.md, part 1). */
export interface Document {
  /** Names the document in the record; unique in one run. */
  readonly id: string;
  /** The text that all offsets count in. Plain text is kept to the letter; for marked-up files it is the document's own prose. */
  readonly text: string;
  readonly title?: string | undefined;
  /** ISO 8601 date, possibly partial: `2013-10-23`, `2013-10` or `2013`. */
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  /** ISO 639-1 code. */
  readonly language?: string | undefined;
}

/** `given` with the document, `stated` in its text, `inferred` from what the text says, or `unknown`. */
export type DateBasis = 'given' | 'stated' | 'inferred' | 'unknown';

/** What a reading says of the document as a whole. */
export interface DocumentHead {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly published: { readonly value: string | null; readonly basis: DateBasis };
}

export const PASSAGE_KINDS = [
  'headline',
  'byline',
  'dateline',
  'body',
  'heading',
  'question',
  'caption',
  'teaser',
  'furniture',
] as const;

/** What a stretch of lines is to its document (record-guide.md, "passages"). */
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export interface Passage {
  readonly span: readonly [number, number];
  readonly kind: PassageKind;
  readonly rule?: string;
}

/** Passages that no statement or event is taken from. */
export const SILENT_PASSAGES: ReadonlySet<PassageKind> = new Set(['furniture', 'byline', 'teaser', 'dateline']);
