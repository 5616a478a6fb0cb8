// What every rule for entities works with: the document's sentences, its names, the lexicon, and the drafts so far.

import type { Cover } from '../../language/names/cover.ts';
import type { SentenceView } from '../../language/names/sentence.ts';
import type { Name, Timex } from '../../model/analysis.ts';
import type { PassageKind } from '../../model/document.ts';
import { lengthOf, type Span } from '../../model/span.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { Draft, Drafts, Post } from './drafts.ts';

/** A mention of something that others may belong to: "Dutch" in "the Dutch ambassador", "the EU's" in "the EU's envoy". */
export interface Anchor {
  readonly span: Span;
  readonly draft: Draft;
  /** An adjective, which can only stand before what it owns. */
  readonly adjectival: boolean;
}

/** A person described by an office, until it is known whether the text names the holder. */
export interface UnnamedHolder {
  readonly span: Span;
  readonly post: Post;
  readonly definite: boolean;
  /** Whether it is worth an entity of its own where nobody is named. */
  readonly alone: boolean;
  readonly rule: string;
}

export interface EntityContext {
  readonly text: string;
  readonly lexicon: EntityLexicon;
  readonly drafts: Drafts;
  /** ISO date of the document, possibly partial; null where unknown. */
  readonly published: string | null;
  /** Bodies by kind, the latest last, so that "the ministry" finds the one named before. */
  readonly bodies: Map<string, Draft>;
  readonly unnamed: UnnamedHolder[];
  /** Agreements and activities described last, by kind and noun, so that "the deal" finds "a deal on grain". */
  readonly described: Map<string, Draft>;
  /** Where descriptions begin that coreference resolved to a name. */
  readonly resolved: ReadonlySet<number>;
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
