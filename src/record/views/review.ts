// The review: what people decided, what waits for them, and how well they agree.
import type { Anchor, NamedEntity, ReviewEntry } from '../review/entry.ts';
import type { AnyView, DocumentLink, EntityLink, ItemKind } from './items.ts';

export type { Decision } from '../review/decision.ts';
export type { Anchor, NamedEntity, ReviewEntry } from '../review/entry.ts';

/** An entry beside what became of it. */
export interface HistoryEntry extends ReviewEntry {
  /** The entry that took it back, null while it holds. */
  readonly undone: { readonly id: string; readonly who: string; readonly when: string } | null;
}

/** What an item rests on, with the last decision about it that holds. */
export interface Ground {
  readonly item: AnyView;
  readonly entry: ReviewEntry | null;
}

/** An item that was derived from the words of another. */
export interface Taken {
  readonly item: AnyView;
  /** Whether what it rests on was corrected in a way that it could not follow, so that a person is to look at it again. */
  readonly shaken: boolean;
}

/** All that was decided about an item or entity, oldest first, with what the reader said of it. */
export interface ReviewHistory {
  /** The item as it stands, null for an entity and for what is no longer in the record. */
  readonly item: AnyView | null;
  readonly entity: EntityLink | null;
  /** Id of the document of the telling with this id, in which places are meant. */
  readonly document: string | null;
  /** What an entity was put together from, itself first; a split takes ids of these. */
  readonly merged: readonly EntityLink[];
  /** The fields as the reader has them, by name, of an item or document; empty for an entity and for what a person added. */
  readonly machine: Readonly<Record<string, unknown>>;
  /** The fields as they stand. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly entries: readonly HistoryEntry[];
  /** Of a stand, a meeting and the like: the events or the statement that tell it. */
  readonly grounds: readonly Ground[];
  /** Of an event or statement: what was derived from its words. */
  readonly taken: readonly Taken[];
  /** Whether a person is to look at the item again. */
  readonly shaken: boolean;
  /** Where days that a document's text names ("yesterday") were counted from another date than it has now. */
  readonly outdated?: {
    readonly countedFrom: string | null;
    /** Name of the file to read again, without its folder; null where it was pasted or uploaded. */
    readonly file: string | null;
  };
}

/** An item that waits for a decision. */
export interface QueueEntry {
  readonly item: AnyView;
  /** 0 to 1: how likely a look is worth the time. See `uncertaintyOf` in the review's queue. */
  readonly uncertainty: number;
  /** What makes it uncertain, for a person. */
  readonly reasons: readonly string[];
}

/** Why a decision holds for nothing in the record any more. */
export type OrphanReason =
  | 'document-missing'
  /** The words do not stand in the document any more. */
  | 'words-missing'
  /** The words are there, but the reader makes nothing of that kind and type of them now. */
  | 'reads-otherwise'
  /** The words stand in several places, or several items read alike: which was meant cannot be told. */
  | 'ambiguous'
  | 'entity-missing';

/** A document that a correction is about, by its id. */
export interface DocumentNamed {
  readonly document: string;
}

/** A decision, or part of one, that was not applied. It is kept, and applied again should its item come back. */
export interface Orphan {
  readonly entry: ReviewEntry;
  readonly target: Anchor | NamedEntity | DocumentNamed;
  readonly reason: OrphanReason;
}

/** A document that was taken out of the record. */
export interface TakenOut {
  /** As it stood; by its id alone where it was never in this record, and a journal that was taken in keeps it out. */
  readonly document: DocumentLink;
  /** How many of its items were in the record; null where it never was. */
  readonly items: number | null;
  /** The decision that keeps it out. Taking it back puts the document back. */
  readonly entry: Pick<ReviewEntry, 'id' | 'who' | 'when' | 'note'>;
}

/** How two people decided about the same items. */
export interface ReviewerPair {
  readonly one: string;
  readonly other: string;
  /** Items that both accepted, corrected or rejected. */
  readonly items: number;
  /** Share of these decided alike, 0 to 1. */
  readonly agreement: number;
  /** Cohen's kappa over accept, correct and reject; null where chance alone would agree always. */
  readonly kappa: number | null;
  readonly disagreements: readonly {
    readonly target: Anchor;
    readonly one: Verdict;
    readonly other: Verdict;
  }[];
}

export type Verdict = 'accepted' | 'corrected' | 'rejected';

/** What people found of the items that a rule or model made, by their last decision on each. */
export interface RuleReview {
  readonly rule: string;
  readonly kind: ItemKind;
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
  /** Accepted among all decided, with its 95% interval (Wilson). */
  readonly precision: number;
  readonly low: number;
  readonly high: number;
}

export interface ReviewersView {
  readonly reviewers: readonly {
    readonly who: string;
    readonly entries: number;
    readonly accepted: number;
    readonly corrected: number;
    readonly rejected: number;
    readonly added: number;
    /** Time of the first and last entry. */
    readonly from: string;
    readonly to: string;
  }[];
  readonly pairs: readonly ReviewerPair[];
  /** Those with most wrong items first. */
  readonly rules: readonly RuleReview[];
}
