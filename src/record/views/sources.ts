// Where the record comes from: publishers, copies of one text, and how the tellings of one event differ.
import type { DocumentListing } from './documents.ts';
import type { AnyView, DocumentLink, EventView, Evidence, ItemKind } from './items.ts';

export interface PublisherView {
  /** Null for documents that name none. */
  readonly publisher: string | null;
  readonly documents: number;
  /** Documents that are not copies of another publisher's earlier one. */
  readonly independent: number;
  readonly items: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
  /** First and last day of publication. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Documents that say the same: wire copies, reprints, one text read twice. They count as one source. */
export interface DuplicateGroup {
  /** By date of publication: the first is taken for the original. At least two. */
  readonly documents: readonly DocumentLink[];
  /** `same`: equal but for case, spacing and punctuation. `near`: with paragraphs cut, added or changed. */
  readonly kind: 'same' | 'near';
  /** The least share of word sequences that a member has in common with one before it, 0 to 1. */
  readonly resemblance: number;
}

export interface SourcesView {
  /** Those with most documents first. */
  readonly publishers: readonly PublisherView[];
  readonly duplicates: readonly DuplicateGroup[];
  /** How copies are found, and the publication the method comes from. */
  readonly method: string;
}

/** What one document says of an event. Lists are names in alphabetical order; null where it does not say. */
export interface TellingFields {
  readonly date: string | null;
  readonly place: string | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly mode: string | null;
  readonly modality: string;
  /** How long it lasted: `3 hours 30 minutes`. */
  readonly duration: readonly string[];
  /** Who says so: the speakers of the statement that reports it; empty where the document itself does. */
  readonly saidBy: readonly string[];
  /** Numbers in the words of the evidence, as written with what they count. */
  readonly numbers: readonly string[];
}

export interface TellingView {
  readonly document: DocumentLink;
  readonly evidence: Evidence;
  readonly fields: TellingFields;
  /** Place among the independent sources, from 0; tellings of copies share one. */
  readonly source: number;
}

export interface CompareView {
  readonly event: EventView;
  /** As the event's evidence is ordered. */
  readonly tellings: readonly TellingView[];
  readonly differences: readonly {
    readonly field: keyof TellingFields;
    /** At least two; `tellings` are places in the list above. */
    readonly values: readonly { readonly value: string; readonly tellings: readonly number[] }[];
  }[];
  /** Documents that tell it. */
  readonly reports: number;
  /** Publishers among them; documents that name none count as one each. */
  readonly outlets: number;
  /** Documents that are not copies of another among them. */
  readonly independent: number;
  /** How copies are told, and the publication the method comes from. */
  readonly method: string;
}

/** What one of the last documents brought. */
export interface LatestView {
  readonly document: DocumentListing;
  /** Items that no earlier document tells, the weightiest first: developments, meetings, events by score. */
  readonly news: readonly AnyView[];
}
