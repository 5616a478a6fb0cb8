// What the reader's thread and the one with the networks say to each other.
import type { Seen } from '../../coding/statements/tagger/labeller.ts';
import type { Claim } from './claim.ts';
import type { Packed } from './packed.ts';

/** A batch for one of the networks. */
export type Work =
  | { readonly work: 'parse'; readonly batch: readonly (readonly string[])[] }
  | { readonly work: 'label'; readonly batch: readonly Seen[] };

/** What each work gives: sentences, or labels by window. */
export interface Values {
  readonly parse: Packed;
  readonly label: readonly Uint8Array[];
}

export type Asked = Work & { readonly id: number; readonly claim: Claim };

export type Answered =
  /** Null where the other thread had claimed the batch. */
  | { readonly id: number; readonly value: Values[keyof Values] | null }
  | { readonly id: number; readonly reason: string };
