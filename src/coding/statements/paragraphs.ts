// Groups sentences into paragraphs: the frame in which statements are looked for.
import type { Sentence } from '../../model/analysis.ts';
import type { Document, Passage, PassageKind } from '../../model/document.ts';
import { SILENT_PASSAGES } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';

/** A run of sentences of one passage with no break of the layout between them. */
export interface Paragraph {
  /** Index of its first sentence, and one past its last. */
  readonly first: number;
  readonly end: number;
  readonly span: Span;
  readonly kind: PassageKind;
  /** Index of its passage. */
  readonly passage: number;
}

/**
 * The paragraphs of a document in text order, those of silent passages (furniture, bylines, teasers) left out.
 * A blank line or a new passage always ends a paragraph; a single line break does, unless the text is wrapped to a
 * column, which shows in line breaks inside the sentences on either side.
 */
export function paragraphsOf(
  { text }: Pick<Document, 'text'>,
  passages: readonly Passage[],
  sentences: readonly Sentence[],
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let first = 0; first < sentences.length; ) {
    let end = first + 1;
    while (end < sentences.length && !breaksBetween(text, sentences[end - 1], sentences[end])) end += 1;
    const passage = sentences[first]?.passage ?? 0;
    const kind = passages[passage]?.kind ?? 'body';
    const from = sentences[first]?.span[0] ?? 0;
    const to = sentences[end - 1]?.span[1] ?? from;
    if (!SILENT_PASSAGES.has(kind)) paragraphs.push({ first, end, span: [from, to], kind, passage });
    first = end;
  }
  return paragraphs;
}

function breaksBetween(text: string, before: Sentence | undefined, after: Sentence | undefined): boolean {
  if (!before || !after || before.passage !== after.passage) return true;
  const gap = text.slice(before.span[1], after.span[0]);
  if (!gap.includes('\n')) return false;
  if (/\n\s*\n/.test(gap)) return true;
  return !isWrapped(text, before) && !isWrapped(text, after);
}

function isWrapped(text: string, { span }: Sentence): boolean {
  return text.slice(span[0], span[1]).includes('\n');
}
