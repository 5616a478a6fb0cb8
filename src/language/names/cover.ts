// Which item covers which characters of a stretch of text: overlap is asked for in time proportional to a span's length.
import type { Span } from '../../model/span.ts';

/** A map from the code units of a stretch to the items that cover them; of several items the first one put there. */
export class Cover<Item extends { readonly span: Span }> {
  private readonly from: number;
  private readonly owner: Int32Array;
  private readonly items: Item[] = [];

  /** @param stretch what spans may lie in; parts of spans outside it are not seen */
  constructor(stretch: Span, items: readonly Item[] = []) {
    this.from = stretch[0];
    this.owner = new Int32Array(Math.max(0, stretch[1] - stretch[0]));
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    this.items.push(item);
    const [first, last] = this.bounds(item.span);
    for (let at = first; at < last; at += 1) if (this.owner[at] === 0) this.owner[at] = this.items.length;
  }

  /** The first item, from the left, that overlaps a span. */
  overlapping(span: Span): Item | null {
    const [first, last] = this.bounds(span);
    for (let at = first; at < last; at += 1) {
      const place = this.owner[at] ?? 0;
      if (place > 0) return this.items[place - 1] ?? null;
    }
    return null;
  }

  private bounds(span: Span): readonly [number, number] {
    return [Math.max(0, span[0] - this.from), Math.min(this.owner.length, span[1] - this.from)];
  }
}
