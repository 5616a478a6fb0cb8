// Where in its documents an event is told, for formats that describe mentions.
import type { Span } from '../../model/span.ts';
import type { DocumentText, EntityLink } from '../../record/views.ts';

const within = ([start, end]: Span, [from]: Span): boolean => start <= from && from < end;

/** Place of the sentence in its document, counted from 1; 0 where the document has no sentences there. */
export function sentenceNumber({ sentences }: DocumentText, span: Span): number {
  return sentences.findIndex((sentence) => within(sentence.span, span)) + 1;
}

/** Whether words stand in the headline or in the first paragraph of the body. */
export function isInLead({ passages, text }: DocumentText, span: Span): boolean {
  const passage = passages.find((one) => within(one.span, span));
  if (passage?.kind === 'headline') return true;
  const first = passages.find(({ kind }) => kind === 'body');
  if (!first || first !== passage) return false;
  const blank = text.slice(...first.span).search(/\S\s*\n\s*\n/u);
  return blank < 0 || span[0] <= first.span[0] + blank;
}

/** Where a party is mentioned in the sentence of the words; null where it is not, or by no party. */
export function mentionIn({ entities }: DocumentText, sentence: Span, party: EntityLink | null): number | null {
  const mentions = entities.find(({ id }) => id === party?.id)?.mentions ?? [];
  return mentions.find(({ span }) => within(sentence, span))?.span[0] ?? null;
}

/** How a document without an address is cited. */
export const citationOf = ({ publisher, title, published, id }: DocumentText): string =>
  [publisher, title ?? id, published.value].filter(Boolean).join(', ');
