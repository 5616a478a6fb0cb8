// Entities of the record: in lists, alone, and with every place that mentions them.
import type { MentionForm } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentLink, EntityLink, ItemKind, ReviewState } from './items.ts';

export interface EntityView extends EntityLink {
  readonly partOf: EntityLink | null;
  readonly offices: readonly string[];
  /** Names the documents use for it, most frequent first. */
  readonly names: readonly string[];
  readonly documents: number;
  readonly mentions: number;
}

export interface EntityDetail extends EntityView {
  /** In date order; how often each document mentions it. */
  readonly mentionedIn: readonly { readonly document: DocumentLink; readonly mentions: number }[];
  /** Entities that belong to it. */
  readonly parts: readonly EntityLink[];
  /** How many items of each kind it takes part in, in any role. */
  readonly counts: Readonly<Record<ItemKind, number>>;
}

/** An entity with every place that mentions it. */
export interface EntityMentions extends EntityView {
  /** `corrected` where people merged it, took it apart or renamed it. */
  readonly review: ReviewState;
  /** By document, as documents are ordered, then in text order; `document` is its id. */
  readonly mentionsAt: readonly { readonly document: string; readonly span: Span; readonly form: MentionForm }[];
}
