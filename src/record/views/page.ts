// Lists in pieces, the dates that an answer is asked for, and the record at a glance.
import type { ItemKind } from './items.ts';

/** A part of a longer list: `total` items match, `items` are those from `offset` on, at most `limit`. */
export interface Page<T> {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly items: readonly T[];
  /** Undated documents that an as-of by knowledge leaves out; only there. */
  readonly leftOut?: number;
}

export interface RecordSummary {
  readonly format: 1;
  /** Version of the program that answers. */
  readonly version: string;
  readonly documents: number;
  readonly entities: number;
  readonly counts: Readonly<Record<ItemKind, number>>;
  /** First and last day of what is dated, null where nothing is. */
  readonly from: string | null;
  readonly to: string | null;
  /** Events without a date. */
  readonly undated: number;
}

/**
 * The state of things, or of knowledge, at a date (`2013`, `2013-10`, `2013-10-23`: the end of it).
 * Both may be given: what documents published by `known` tell of what had happened by `world`.
 */
export interface AsOf {
  /** Only what can have happened or been said by then; what was planned or promised by then for later stays. */
  readonly world?: string;
  /** Only what documents published by then tell. Undated documents are left out (`Page.leftOut` counts them). */
  readonly known?: string;
}
