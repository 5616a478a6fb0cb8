// What every rule for entities works with: the document, the lexicon, and the drafts so far.

import type { Span } from '../../model/span.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import type { Draft, Drafts, Post } from './drafts.ts';
import type { PresumedOwners } from './presumed-owners.ts';

/** A person described by an office, until it is known whether the text names the holder. */
export interface UnnamedHolder {
  readonly span: Span;
  readonly post: Post;
  readonly definite: boolean;
  /** Whether the headline has it. */
  readonly titled: boolean;
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
  readonly presumed: PresumedOwners;
  /** Whether the text names a state, by its code, where that was asked. */
  readonly told: Map<string, boolean>;
  /** Agreements and activities described last, by kind and noun, so that "the deal" finds "a deal on grain". */
  readonly described: Map<string, Draft>;
  /** Where descriptions begin that coreference resolved to a name. */
  readonly resolved: ReadonlySet<number>;
}
