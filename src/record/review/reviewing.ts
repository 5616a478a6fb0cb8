// What an open record offers for its review.
import type { Document } from '../../model/document.ts';
import type { ItemFilter } from '../query/item-filter.ts';
import type {
  Decision,
  Orphan,
  Page,
  QueueEntry,
  ReviewEntry,
  ReviewersView,
  ReviewHistory,
  TakenOut,
} from '../views.ts';
import type { Source } from '../write/source.ts';

export interface QueueFilter extends Omit<ItemFilter, 'reviews'> {
  /** Leaves out what this person has decided about; without it, what anybody has. */
  readonly reviewer?: string;
  /** `uncertain` (the default): what most needs a look first; `date`: as in the timeline. */
  readonly order?: 'uncertain' | 'date';
}

export interface Reviewing {
  /**
   * Enters a decision into the journal and applies it; both are on disk when the promise is kept.
   * @throws Fault `review-decision` (says nothing that can be decided so), `review-unknown` (no such item, entity or
   * document), `review-conflict` (somebody decided since `seen`), `record-unwritable`
   */
  decide(decision: Decision, who: string): Promise<ReviewEntry>;
  /**
   * Takes an entry back, by an entry of its own; taking that one back makes the first hold again.
   * @throws Fault `review-unknown`, `review-undone` (already taken back), `review-decision` (another text stands in the place
   * of a document that was taken out), `record-unwritable`
   */
  undo(entry: string, who: string, note?: string): Promise<ReviewEntry>;
  /** All decisions about an item, entity or document, by the id it has or had; null where there is neither it nor any. */
  history(id: string): Promise<ReviewHistory | null>;
  /** Items that nobody decided about, those first that most need it. */
  queue(filter?: QueueFilter): Promise<Page<QueueEntry>>;
  /** The date that people gave a document, from which its reading is to count days; undefined where nobody did. */
  correctedDate(document: Pick<Document, 'id' | 'text'>): Promise<string | undefined>;
  /** Whether a document is left out of the record, since people took it out: reading it can be spared. */
  isTakenOut(document: Pick<Document, 'id' | 'text'>, source: Pick<Source, 'hash'>): Promise<boolean>;
  /** Documents that were taken out of the record, the latest first. */
  takenOut(): Promise<readonly TakenOut[]>;
  /** Decisions that hold for nothing in the record, with the reason. */
  orphans(): Promise<readonly Orphan[]>;
  /** Who decided how much, how far people agree, and how often each rule is right. */
  reviewers(): Promise<ReviewersView>;
  /** The whole journal, oldest first. */
  journal(): Promise<readonly ReviewEntry[]>;
  /** The same without what was decided about items of documents that are taken out. */
  standingJournal(): Promise<readonly ReviewEntry[]>;
  /**
   * Takes in entries of another record's journal; those that are here already are left alone.
   * @throws Fault `review-decision`, `record-unwritable`
   */
  takeIn(entries: readonly ReviewEntry[]): Promise<{ readonly added: number; readonly known: number }>;
}
