// Finds attributions with the trained tagger: tags the paragraphs' windows, then links the spans of each paragraph.
import type { Annotations } from '../../../model/annotations.ts';
import type { Attribution } from '../attribution.ts';
import { elementsOf } from '../linking/elements.ts';
import { link } from '../linking/link.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Forest } from '../phrases.ts';
import type { Quotation } from '../quotations.ts';
import type { Tagger } from './tagger.ts';
import { windowsOf } from './windows.ts';

/** The attributions of all paragraphs of a document, in text order. */
export async function attributionsByTagger(
  { document, sentences, tokens, names }: Pick<Annotations, 'document' | 'sentences' | 'tokens' | 'names'>,
  paragraphs: readonly Paragraph[],
  forest: Forest,
  quotations: readonly (readonly Quotation[])[],
  tagger: Tagger,
): Promise<readonly Attribution[]> {
  const { text } = document;
  const sorted = [...names].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  const cut = paragraphs.map((paragraph, p) => {
    const own = [];
    for (; next < sorted.length; next += 1) {
      const name = sorted[next];
      if (!name || name.span[0] >= paragraph.span[1]) break;
      if (name.span[1] > paragraph.span[0]) own.push(name);
    }
    return windowsOf(paragraph, tokens, quotations[p] ?? [], own);
  });
  const tagged = await tagger.tag(cut.flat(), text);
  let window = 0;
  return paragraphs.flatMap((paragraph, p) => {
    const from = window;
    window += cut[p]?.length ?? 0;
    const spans = tagged.slice(from, window).flat();
    return spans.length ? link(elementsOf(spans, paragraph, sentences, forest, text), tagger.link, text) : [];
  });
}
