// One sentence as the rules for entities see it: its words, its names, and what has been found in it so far.

import type { Cover } from '../../language/names/cover.ts';
import type { SentenceView } from '../../language/names/sentence.ts';
import type { Name, Timex } from '../../model/analysis.ts';
import type { PassageKind } from '../../model/document.ts';
import { lengthOf, type Span } from '../../model/span.ts';
import type { Draft } from './drafts.ts';

/** A mention of something that others may belong to: "Dutch" in "the Dutch ambassador", "the EU's" in "the EU's envoy". */
export interface Anchor {
  readonly span: Span;
  readonly draft: Draft;
  /** An adjective, which can only stand before what it owns. */
  readonly adjectival: boolean;
}

/** The anchors of a sentence by where they begin and end. */
export class Anchors {
  private readonly byStart = new Map<number, Anchor>();
  private readonly byEnd = new Map<number, Anchor>();

  /** Of several anchors with one end or start the longest is kept. */
  add(anchor: Anchor): void {
    keepLonger(this.byStart, anchor.span[0], anchor);
    keepLonger(this.byEnd, anchor.span[1], anchor);
  }

  startingAt(offset: number): Anchor | null {
    return this.byStart.get(offset) ?? null;
  }

  endingAt(offset: number): Anchor | null {
    return this.byEnd.get(offset) ?? null;
  }
}

function keepLonger(index: Map<number, Anchor>, key: number, anchor: Anchor): void {
  const known = index.get(key);
  if (!known || lengthOf(anchor.span) > lengthOf(known.span)) index.set(key, anchor);
}

/** One sentence with what has been found in it so far. */
export interface EntitySentence {
  readonly view: SentenceView;
  readonly passage: PassageKind;
  readonly names: Cover<Name>;
  readonly nameList: readonly Name[];
  readonly anchors: Anchors;
  /** What names, bodies, offices and groups cover already. */
  readonly taken: Cover<{ readonly span: Span }>;
  readonly times: Cover<Timex>;
}

/** Whether a span overlaps something already taken. */
export function isTaken(sentence: EntitySentence, span: Span): boolean {
  return sentence.taken.overlapping(span) !== null;
}
