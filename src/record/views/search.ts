// What full-text search finds.
import type { EntityKind } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentLink, EntityLink, ItemKind, RecordDate } from './items.ts';

/** A sentence that full-text search found. */
export interface SearchHit {
  readonly document: DocumentLink;
  readonly sentence: { readonly span: Span; readonly text: string };
  /** The words that matched, as spans of the document. */
  readonly matches: readonly Span[];
  /** Ids of the items whose evidence lies in the sentence. */
  readonly items: readonly { readonly kind: ItemKind; readonly id: string }[];
}

/** Words around the first match, cut at word ends; `matches` are spans of `text`, not of the document. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly Span[];
}

/** A document, statement or entity that holds all the words looked for. */
export type FindHit =
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly document: DocumentLink;
      readonly snippet: Snippet;
      /** Sentences of the document that hold the words. */
      readonly sentences: number;
    }
  | {
      readonly kind: 'statement';
      readonly id: string;
      readonly speaker: readonly EntityLink[];
      readonly time: RecordDate;
      readonly document: DocumentLink;
      readonly snippet: Snippet;
    }
  | {
      readonly kind: 'entity';
      readonly id: string;
      readonly entity: EntityLink;
      readonly entityKind: EntityKind;
      readonly documents: number;
      readonly snippet: Snippet;
    };

/** A sentence that mentions an entity. */
export interface MentionView {
  readonly document: DocumentLink;
  readonly sentence: { readonly span: Span; readonly text: string };
}
