// What a form is resolved in: the story so far, the sentence, the tense; and what comes of it.
import type { Side } from './form.ts';
import type { Basis, Story } from './story.ts';
import type { Tense } from './tense.ts';
import type { Point } from './values/point.ts';

/** What a form says: a point of time, or a value with something unknown in it. */
export type Resolved = { readonly point: Point; readonly basis: Basis } | { readonly value: string };

export interface Setting {
  readonly story: Story;
  readonly sentence: number;
  /** Whether the expression leads its sentence ("In December, ministers met"), as in a chronicle. */
  readonly leads: boolean;
  /** Whether it stands before an entry of a chronology, which tells what was, in the present tense at times. */
  readonly entry: boolean;
  /** The year of the month or day that it is joined to: 1995 for January in "January and February 1995". */
  readonly shared: number | null;
  /** Asked only where a value hangs on it. */
  readonly tense: () => Tense;
}

/** What a side is counted from: "last spring" from the document's date, "the following spring" from the story's. */
export const startOf = (side: Side, { last, published }: Story): Point | null =>
  side === 'following' || side === 'preceding' ? last : published;

export const goesBack = (side: Side): boolean => side === 'last' || side === 'preceding';
export const goesAhead = (side: Side): boolean => side === 'next' || side === 'following';
