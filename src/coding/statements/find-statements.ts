// Finds the statements of a document: who says what to whom, in which words, relayed by whom.
import type { Annotations } from '../../model/annotations.ts';
import type { Statement } from '../../model/items.ts';
import { contains, type Span, type SpanOrPieces } from '../../model/span.ts';
import type { CueLexicon } from '../lexicon/cues.ts';
import { addresseeOf } from './addressees.ts';
import { type Attribution, startOf } from './attribution.ts';
import { formOf } from './form.ts';
import { paragraphsOf } from './paragraphs.ts';
import { Forest } from './phrases.ts';
import { quotationsOf } from './quotations.ts';
import { attributionsByRule } from './rules/attribute.ts';
import { Speakers } from './speakers.ts';
import { attributionsByTagger } from './tagger/attribute.ts';
import type { Tagger } from './tagger/tagger.ts';

type Input = Pick<Annotations, 'document' | 'head' | 'passages' | 'sentences' | 'tokens' | 'names' | 'register'>;

/**
 * The statements of a document in the order of the text, with ids `s1`, `s2`, …. Speakers and addressees that the
 * register lacks are added to it. No part of a statement lies in a silent passage. Never throws; linear in the text.
 * @param tagger finds source, cue and content; without one the cue lexicon and the trees do, which finds less
 */
export async function findStatements(
  so: Input,
  lexicon: { readonly cues: CueLexicon },
  tagger: Tagger | null,
): Promise<readonly Statement[]> {
  const { text } = so.document;
  const forest = new Forest(so.tokens, text);
  const paragraphs = paragraphsOf(so.document, so.passages, so.sentences);
  const quotations = quotationsOf(
    text,
    paragraphs.map(({ span }) => span),
  );
  const attributions = tagger
    ? await attributionsByTagger(so, paragraphs, forest, quotations, tagger)
    : paragraphs.flatMap((paragraph, p) => attributionsByRule(paragraph, forest, quotations[p] ?? [], lexicon.cues));
  const speakers = new Speakers(so.register, forest, text);
  const sentenceAt = sentenceFinder(so.sentences.map(({ span }) => span));
  const all = quotations.flat();
  const statements = [...attributions]
    .sort((a, b) => startOf(a) - startOf(b))
    .map((attribution): Omit<Statement, 'id'> => {
      const speaker = attribution.source.flatMap((span) => speakers.of({ span, sentence: sentenceAt(span) }));
      const listener = addresseeOf(attribution, forest);
      return {
        speaker: [...new Set(speaker)],
        addressee: listener ? speakers.of(listener) : [],
        source: pieces(attribution.source),
        cue: pieces(attribution.cue),
        content: attribution.content,
        form: formOf(attribution.content, all),
        via: [],
        about: so.register === null ? [] : aboutOf(so, attribution, speaker),
        rule: attribution.rule,
        why: attribution.why,
      };
    });
  return statements.map((statement, i) => ({ id: `s${i + 1}`, ...statement }));
}

function aboutOf({ register }: Input, { content }: Attribution, speaker: readonly string[]): readonly string[] {
  const ids = content.flatMap((span) =>
    register
      .within(span)
      .filter(({ mentions }) => mentions.some((m) => m.form !== 'pronoun' && contains(span, m.span)))
      .map(({ id }) => id),
  );
  return [...new Set(ids)].filter((id) => !speaker.includes(id));
}

function pieces(spans: readonly Span[]): SpanOrPieces {
  return spans.length > 1 ? spans : (spans[0] ?? null);
}

/** Finds the sentence that holds the start of a span, by halving. */
function sentenceFinder(sentences: readonly Span[]): (span: Span) => number {
  return ([start]) => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.[0] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
