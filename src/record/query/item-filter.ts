// Which items of the record are asked for.
import type { Modality } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import type { AsOf, ItemKind, ReviewState } from '../views.ts';

/** All that are given must hold; of a list, one. */
export interface ItemFilter {
  readonly kinds?: readonly ItemKind[];
  /** Dates or partial dates; what can lie from the first day of `from` to the last day of `to`. Leaves out what is undated. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly EventType[];
  readonly modalities?: readonly Modality[];
  /** Ids of entities that act or speak, as does whoever acts for one that is a side: its ministers, its bodies. */
  readonly actors?: readonly string[];
  /** Ids of items, or of tellings of them. */
  readonly ids?: readonly string[];
  /** Only what several documents tell. */
  readonly retold?: boolean;
  /** Ids of entities in any role; of one that is a side also what those who act for it do, receive or are spoken of for. */
  readonly entities?: readonly string[];
  /** Ids of entities in any role, they alone: without those who act for them. */
  readonly themselves?: readonly string[];
  readonly documents?: readonly string[];
  /** Ids of entities that something is done to or said to, or to those who act for them. */
  readonly recipients?: readonly string[];
  /** Ids of entities that the item is about: its issue, agreement or activity. */
  readonly about?: readonly string[];
  /** Ids of two states or organisations: one, or what belongs to it, deals with the other, either way round. */
  readonly pair?: readonly [string, string];
  /** Publishers of a document that tells it. */
  readonly publishers?: readonly string[];
  readonly reviews?: readonly ReviewState[];
  /** Rules or models that made it. */
  readonly rules?: readonly string[];
  readonly asOf?: AsOf;
  /** Words in the sentence of the evidence. */
  readonly text?: string;
  readonly limit?: number;
  readonly offset?: number;
}
