// The common form in which the rules and the tagger hand over what they find: source, cue and content, no speakers yet.
import type { Span } from '../../model/span.ts';

/** A word by its sentence and its place there, both from 0. */
export interface Place {
  readonly sentence: number;
  readonly word: number;
}

/** Source, cue and content of one statement, as PolNeAR spans them (Newell, Margolin and Ruths, LREC 2018). */
export interface Attribution {
  /** Pieces in text order; none where the text names no source or cue. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The word that heads the cue. */
  readonly cueAt: Place | null;
  readonly rule: string;
  readonly why: string;
}

/** The place in the text where an attribution begins, for sorting. */
export function startOf({ source, cue, content }: Pick<Attribution, 'source' | 'cue' | 'content'>): number {
  return Math.min(...[...source, ...cue, ...content].map(([start]) => start));
}
