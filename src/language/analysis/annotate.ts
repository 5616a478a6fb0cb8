// From word spans to tokens and name spans: the analyser seen as a stage of the reader.
import type { Name, Sentence, Token } from '../../model/analysis.ts';
import { type Span, textOf } from '../../model/span.ts';
import type { Analyser } from './analyser.ts';

export interface Annotated {
  /** One list a sentence, with the spans given. */
  readonly tokens: readonly (readonly Token[])[];
  /** Names as the network found them, in text order. */
  readonly nameSpans: readonly Name[];
}

/** Analyses the words of a document's sentences. All go in one call, so that the same document gives the same bytes. */
export async function annotate(
  analyser: Analyser,
  text: string,
  sentences: readonly Sentence[],
  words: readonly (readonly Span[])[],
): Promise<Annotated> {
  const analysed = await analyser.analyse(words.map((spans) => spans.map((span) => textOf(text, span))));
  const tokens = analysed.map((sentence, index) =>
    sentence.words.map(
      (word, at): Token => ({ span: words[index]?.[at] ?? sentences[index]?.span ?? [0, 0], ...word }),
    ),
  );
  const nameSpans = analysed.flatMap((sentence, index) =>
    sentence.names.map(({ start, end, type }): Name => {
      const first = words[index]?.[start]?.[0] ?? 0;
      return { span: [first, words[index]?.[end - 1]?.[1] ?? first], type, sentence: index, rule: 'model' };
    }),
  );
  return { tokens, nameSpans };
}
