// The mentions of a document's entities in text order, for look-ups by place that do not go through all of an entity's.
import type { Mention } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import { bySpan, contains, type Span } from '../../model/span.ts';

/** A mention with whose it is. */
export interface PlacedMention extends Mention {
  readonly id: string;
}

/** Mentions as the register had them when the index was made. */
export class MentionIndex {
  private readonly placed: readonly PlacedMention[];

  constructor(register: EntityRegister) {
    this.placed = register
      .all()
      .flatMap(({ id, mentions }) => mentions.map(({ span, form }) => ({ id, span, form })))
      .sort((a, b) => bySpan(a.span, b.span));
  }

  /** The mentions that lie inside a span, in text order. */
  inside(span: Span): readonly PlacedMention[] {
    let low = 0;
    for (let high = this.placed.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.placed[middle]?.span[0] ?? 0) < span[0]) low = middle + 1;
      else high = middle;
    }
    const found: PlacedMention[] = [];
    for (let at = low; at < this.placed.length; at += 1) {
      const mention = this.placed[at];
      if (!mention || mention.span[0] >= span[1]) break;
      if (contains(span, mention.span)) found.push(mention);
    }
    return found;
  }
}
