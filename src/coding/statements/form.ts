// Tells a direct quotation from indirect speech and from indirect speech with quoted words in it.
import type { StatementForm } from '../../model/items.ts';
import { lengthOf, overlaps, type Span } from '../../model/span.ts';
import type { Quotation } from './quotations.ts';

/** Share of a content that must stand in quotation marks for it to be direct; the rest is a conjunction or a stop. */
const DIRECT = 0.9;

/**
 * `direct` where all of the content is quoted: "We wait," she said. `mixed` where some of it is: she said the wait was
 * "a scandal". `indirect` where nothing is.
 */
export function formOf(content: readonly Span[], quotations: readonly Quotation[]): StatementForm {
  let all = 0;
  let quoted = 0;
  for (const piece of content) {
    all += lengthOf(piece);
    for (const { span } of quotations) {
      if (overlaps(span, piece)) quoted += Math.min(span[1], piece[1]) - Math.max(span[0], piece[0]);
    }
  }
  if (!quoted) return 'indirect';
  return quoted >= DIRECT * all ? 'direct' : 'mixed';
}
