// The review journal, as others read it.

/** A row of the review journal. */
export interface ReviewEntry {
  /** Names the item by its words (`contentKeyOf`). */
  readonly item: string;
  readonly who: string;
  readonly when: string;
  readonly what: string;
  readonly change: unknown;
}
