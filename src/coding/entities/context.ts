// What every rule for entities works with: the document's sentences, its names, the lexicon, and the drafts so far.

import type { SentenceView } from '../../language/names/sentence.ts';
import type { Name } from '../../model/analysis.ts';
import type { PassageKind } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
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
}

/** One sentence with what has been found in it so far. */
export interface EntitySentence {
  readonly view: SentenceView;
  readonly passage: PassageKind;
  readonly names: readonly Name[];
  /** In text order. */
  readonly anchors: Anchor[];
  /** Code units that a name, body or group already covers, by start and end. */
  readonly taken: Span[];
}

/** Whether a span overlaps something already taken. `taken` is kept short by being per sentence. */
export function isTaken(sentence: EntitySentence, span: Span): boolean {
  return sentence.taken.some((other) => span[0] < other[1] && other[0] < span[1]);
}
