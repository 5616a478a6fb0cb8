// What a time expression says before one knows when it was said: the step between words and values.
import type { TimexType } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { Grain, Point } from './values/point.ts';

/** A place in some year: `12-25`, `12`, `Q3`, `H1`, `SP`; `quarter`, `half` and `season` count from 0, months from 1. */
export type YearPart =
  | { readonly grain: 'month'; readonly month: number }
  | { readonly grain: 'day'; readonly month: number; readonly day: number }
  | { readonly grain: 'thanksgiving' }
  | { readonly grain: 'quarter' | 'half' | 'season'; readonly at: number };

/**
 * Which of several like times is meant: the coming one, the one before, the one going on, or one that the context tells;
 * `following` and `preceding` count from the time the text last spoke of, not from when it was written.
 */
export type Side = 'next' | 'last' | 'this' | 'near' | 'following' | 'preceding';

export type Form =
  /** Needs no context: "12 December 2007", "the 1990s". */
  | { readonly kind: 'point'; readonly point: Point }
  /** "December 12", "the third quarter", "last spring". */
  | { readonly kind: 'part'; readonly part: YearPart; readonly side: Side }
  /** "the third quarter of last year": a part of a year that other words tell. */
  | { readonly kind: 'in-year'; readonly part: YearPart; readonly year: Form }
  /** "the week of 6 March". */
  | { readonly kind: 'holding'; readonly grain: Grain; readonly of: Form }
  /** "Wednesday", "next Friday". */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly side: Side }
  /** Units away from when the document was written, or from the time the text last spoke of: "yesterday", "two weeks later". */
  | { readonly kind: 'offset'; readonly grain: Grain; readonly count: number; readonly from: 'published' | 'story' }
  /** "the latest quarter": the last one that is over. */
  | { readonly kind: 'latest-quarter' }
  /** "the weekend": the last one that has begun, or the coming one by the tense. */
  | { readonly kind: 'weekend' }
  /** "a year earlier": the same period a year before the one the text speaks of. */
  | { readonly kind: 'year-before'; readonly from: 'published' | 'story' }
  /** "the quarter", "that year", "the same day": the last one the text spoke of. */
  | { readonly kind: 'same'; readonly grain: Grain }
  /** "the 1988 quarter": the period spoken of, in another year. */
  | { readonly kind: 'period-of'; readonly year: number }
  /** "the 15th": a day of the month the text speaks of. */
  | { readonly kind: 'day-of-month'; readonly day: number }
  /** `15:00`, `MO`, of the day of `day`; `bare` where only a day beside it makes it a time ("morning"). */
  | { readonly kind: 'clock'; readonly time: string; readonly day: Form | null; readonly bare: boolean }
  /** Durations, sets and references, whose value is the same whenever they are said. */
  | { readonly kind: 'fixed'; readonly type: TimexType; readonly value: string };

/** An expression as found: its words, its form, the rule that found it. */
export interface Draft {
  readonly span: Span;
  readonly form: Form;
  readonly rule: string;
}
