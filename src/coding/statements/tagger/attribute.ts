// Finds attributions with the trained tagger: tags the paragraphs' windows, then links the spans of each paragraph.
import type { Name } from '../../../model/analysis.ts';
import type { Annotations } from '../../../model/annotations.ts';
import type { Span } from '../../../model/span.ts';
import type { Attribution } from '../attribution.ts';
import { elementsOf, type Tagged } from '../linking/elements.ts';
import { link } from '../linking/link.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Forest } from '../phrases.ts';
import type { Quotation } from '../quotations.ts';
import type { Window } from './features.ts';
import type { Tagger } from './tagger.ts';
import { windowsOf } from './windows.ts';

/** Windows of one document that are tagged at a time: their words and all that is made on the way are gone before the next are. */
const WINDOWS_AT_ONCE = 256;

/** The attributions of all paragraphs of a document, in text order. */
export async function attributionsByTagger(
  { document, sentences, tokens, names }: Pick<Annotations, 'document' | 'sentences' | 'tokens' | 'names'>,
  paragraphs: readonly Paragraph[],
  forest: Forest,
  quotations: readonly (readonly Quotation[])[],
  tagger: Tagger,
): Promise<readonly Attribution[]> {
  const { text } = document;
  const spans: Tagged[][] = paragraphs.map(() => []);
  let waiting: { readonly window: Window; readonly paragraph: number }[] = [];
  const tag = async () => {
    const tagged = await tagger.tag(
      waiting.map(({ window }) => window),
      text,
    );
    for (const [at, { paragraph }] of waiting.entries()) spans[paragraph]?.push(...(tagged[at] ?? []));
    waiting = [];
  };
  const namesIn = inOrder(names);
  for (const [p, paragraph] of paragraphs.entries()) {
    for (const window of windowsOf(paragraph, tokens, quotations[p] ?? [], namesIn(paragraph.span))) {
      waiting.push({ window, paragraph: p });
      if (waiting.length === WINDOWS_AT_ONCE) await tag();
    }
  }
  if (waiting.length) await tag();
  return paragraphs.flatMap((paragraph, p) => {
    const own = spans[p] ?? [];
    return own.length ? link(elementsOf(own, paragraph, sentences, forest, text), tagger.link, text) : [];
  });
}

/** Gives the names in one stretch after another; stretches must come in text order. */
function inOrder(names: readonly Name[]): (stretch: Span) => readonly Name[] {
  const sorted = [...names].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  return (stretch) => {
    const own: Name[] = [];
    for (; next < sorted.length; next += 1) {
      const name = sorted[next];
      if (!name || name.span[0] >= stretch[1]) break;
      if (name.span[1] > stretch[0]) own.push(name);
    }
    return own;
  };
}
