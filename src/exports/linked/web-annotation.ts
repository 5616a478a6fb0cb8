// W3C Web Annotations: each item as a highlight of the words that tell it, in a collection of one page.
// Source: Web Annotation Data Model; positions count Unicode code points, and the exact words stand beside them.
import { ITEM_KINDS } from '../../model/items.ts';
import type { AnyView, DocumentText, Evidence } from '../../record/views.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { pointsBefore } from '../text/points.ts';
import { documentIri, itemIri } from './names.ts';
import { tagsOf } from './tags.ts';

export const webAnnotation: Exporter = {
  summary: 'each item as highlights of the words that tell it, W3C Web Annotations (JSON-LD)',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  ending: 'json',
  loses:
    'Roles of parties and dates are tags only; links between items are lost. Entities have no annotations of their own.',
  pieces,
};

/** Words before and after the quotation that tell it from look-alikes. */
const AROUND = 32;

async function* pieces(selection: Selection): AsyncGenerator<string> {
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:rapporteur:annotations',
    type: 'AnnotationCollection',
    label: 'Items of the record',
    generator: { id: 'urn:rapporteur:program', type: 'Software', name: `Rapporteur ${PROGRAM_VERSION}` },
  };
  const page = { id: 'urn:rapporteur:annotations:1', type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
  let total = 0;
  for (const kind of ITEM_KINDS) {
    for await (const item of selection.standing(kind)) {
      for (const words of item.evidence) {
        const document = await selection.library.get(words.document.id);
        if (!document) continue;
        yield `${total === 0 ? '' : ','}\n${JSON.stringify(annotation(item, words, document))}`;
        total += 1;
      }
    }
  }
  yield `]},"total":${total}}\n`;
}

function annotation(item: AnyView, words: Evidence, document: DocumentText) {
  const { id, published } = words.document;
  return {
    id: `${itemIri(item.kind, item.id)}:${encodeURIComponent(id)}:${words.span.join('-')}`,
    type: 'Annotation',
    motivation: item.review === 'machine' ? 'tagging' : 'assessing',
    body: tagsOf(item).map((value, at) => ({
      type: 'TextualBody',
      value,
      purpose: at === 0 ? 'classifying' : 'tagging',
    })),
    target: {
      source: document.url ?? documentIri(id),
      ...(document.url !== null && { scope: documentIri(id) }),
      ...(published.start && { state: { type: 'TimeState', sourceDate: `${published.start}T00:00:00Z` } }),
      selector: [positionSelector(document.text, words), quoteSelector(document.text, words)],
    },
  };
}

const positionSelector = (text: string, { span: [start, end] }: Evidence) => ({
  type: 'TextPositionSelector',
  start: pointsBefore(text, start),
  end: pointsBefore(text, end),
});

const quoteSelector = (text: string, { span: [start, end] }: Evidence) => ({
  type: 'TextQuoteSelector',
  exact: text.slice(start, end),
  prefix: wholeSigns(text.slice(Math.max(0, start - AROUND), start)),
  suffix: wholeSigns(text.slice(end, end + AROUND)),
});

/** Without the half of a surrogate pair that a cut left at either end. */
const wholeSigns = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
