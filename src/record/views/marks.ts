// The record drawn along time: each item as little more than its dates, or, where there are too many, how many there are.
import type { Quad } from '../../model/plover.ts';
import type { Standing } from '../../model/standing.ts';
import type { ItemKind } from './items.ts';
import type { Period } from './relations.ts';

/** What a drawing needs of a dated item. */
export interface Mark {
  readonly id: string;
  readonly kind: ItemKind;
  /** Of an event; null for everything else. */
  readonly quad: Quad | null;
  readonly standing: Standing;
  /** First and last day it can mean. */
  readonly start: string;
  readonly end: string;
}

export interface MarksView {
  /** Dated items that match. */
  readonly total: number;
  readonly undated: number;
  /** How many there are of each kind, with and without a date; only kinds that there are. */
  readonly kinds: readonly { readonly kind: ItemKind; readonly number: number; readonly dated: number }[];
  /** First and last day of them, null where there are none. */
  readonly from: string | null;
  readonly to: string | null;
  /** By date; empty where there are more than asked for. */
  readonly marks: readonly Mark[];
  /** In place of marks that are too many: how many begin in each period, by period. */
  readonly counts: readonly {
    readonly period: string;
    readonly kind: ItemKind;
    readonly quad: Quad | null;
    readonly number: number;
  }[];
  /** The period of `counts`. */
  readonly by: Period;
}
