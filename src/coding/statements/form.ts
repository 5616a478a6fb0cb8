// Tells a direct quotation from indirect speech and from indirect speech with quoted words in it.
import type { StatementForm } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { overlapping } from './overlapping.ts';
import type { Quotation } from './quotations.ts';

/** Words that may stand before a quotation without making it less direct: "He said that 'we wait'". */
const LEADING = /^(?:that|and|but|or)$/;

/**
 * `direct` where all of the content is quoted: "We wait," she said. `mixed` where some of it is: she said the wait was
 * "a scandal". `indirect` where nothing is. `quotations` are those of the document, in text order.
 */
export function formOf(content: readonly Span[], quotations: readonly Quotation[], text: string): StatementForm {
  let isQuoted = false;
  let isAllQuoted = true;
  for (const [start, end] of content) {
    let from = start;
    for (const { span } of overlapping(quotations, [start, end])) {
      isQuoted = true;
      isAllQuoted &&= isBare(text.slice(from, Math.max(from, span[0])));
      from = span[1];
    }
    isAllQuoted &&= isBare(text.slice(Math.min(from, end), end));
  }
  if (!isQuoted) return 'indirect';
  return isAllQuoted ? 'direct' : 'mixed';
}

/** Whether a stretch beside quotations has no words of its own. */
function isBare(stretch: string): boolean {
  return (stretch.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => LEADING.test(word.toLowerCase()));
}
