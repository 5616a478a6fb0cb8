// Spans of which none overlaps another, for lists that take up only what stands apart from all they have.
import { overlaps, type Span } from '../../model/span.ts';

/** Spans without overlap, in text order. Adding costs a bisection, and little more where spans come in text order. */
export class DisjointSpans {
  private readonly spans: Span[] = [];

  constructor(spans: readonly Span[] = []) {
    for (const span of spans) this.add(span);
  }

  /** Takes a span up unless it overlaps one that is there; says whether it did. */
  add(span: Span): boolean {
    const at = this.placeOf(span);
    const [before, behind] = [this.spans[at - 1], this.spans[at]];
    if ((before && overlaps(before, span)) || (behind && overlaps(behind, span))) return false;
    this.spans.splice(at, 0, span);
    return true;
  }

  /** How many of the spans begin before this one. */
  private placeOf([start]: Span): number {
    let low = 0;
    for (let high = this.spans.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.[0] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
