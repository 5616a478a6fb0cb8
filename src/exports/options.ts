// What a person asks an export for, and what is told of the items that do not go in.
import type { ItemFilter } from '../record/record.ts';

/** Why an item of the record is not in an export; counted for the person who asked for it. */
export const LEFT_OUT = {
  rejected: 'rejected in the review',
  planned: 'planned, not done',
  hypothetical: 'possible only',
  negated: 'said not to have happened',
  undated: 'without a date',
  vague: 'whose date names no single day',
  nobody: 'without an actor',
  'no-actor': 'without an actor who has a code',
  'no-recipient': 'without a second party that has a code',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

export interface ExportOptions {
  /** What to export; the whole record without it. */
  readonly filter?: Omit<ItemFilter, 'kinds' | 'limit' | 'offset'>;
  /**
   * Formats that know only what happened, on a day, leave the rest out; with `all` it goes in all the same: planned,
   * possible and denied events as if they had happened, the first day for a longer time, the day of publication for none.
   */
  readonly all?: boolean;
  /** Which table of a format that has several. */
  readonly table?: string;
  /** Called once for each item that is left out. */
  readonly onLeftOut?: (reason: LeftOut) => void;
}
