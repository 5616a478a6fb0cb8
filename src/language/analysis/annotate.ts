// From word spans to tokens and name spans: the analyser seen as a stage of the reader.
import type { Name, Sentence, Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { type Span, textOf } from '../../model/span.ts';
import { TokenColumns } from '../words/token-columns.ts';
import type { Analyser } from './analyser.ts';

export interface Annotated {
  /** One list a sentence, with the spans given. */
  readonly tokens: PerSentence<Token>;
  /** Names as the network found them, in text order. */
  readonly nameSpans: readonly Name[];
}

/** Sentences of one document that are analysed at a time: what is made on the way is gone before the next are. */
const SENTENCES_AT_ONCE = 500;

/** Analyses the words of a document's sentences, those of most documents in one call. */
export async function annotate(
  analyser: Analyser,
  text: string,
  sentences: readonly Sentence[],
  words: PerSentence<Span>,
): Promise<Annotated> {
  const tokens = new TokenColumns(words.length);
  const nameSpans: Name[] = [];
  for (let from = 0; from < words.length; from += SENTENCES_AT_ONCE) {
    const part = sliceOf(words, from, from + SENTENCES_AT_ONCE);
    const analysed = await analyser.analyse(part.map((spans) => spans.map((span) => textOf(text, span))));
    for (const [at, sentence] of analysed.entries()) {
      const index = from + at;
      const spans = part[at] ?? [];
      tokens.add(
        sentence.words.map(({ lemma, upos, xpos, feats, head, deprel }, k): Token => {
          const span = spans[k] ?? sentences[index]?.span ?? [0, 0];
          return { span, lemma, upos, xpos, feats, head, deprel };
        }),
      );
      for (const { start, end, type } of sentence.names) {
        const first = spans[start]?.[0] ?? 0;
        nameSpans.push({ span: [first, spans[end - 1]?.[1] ?? first], type, sentence: index, rule: 'model' });
      }
    }
  }
  return { tokens, nameSpans };
}

function sliceOf(words: PerSentence<Span>, from: number, to: number): readonly (readonly Span[])[] {
  const part: (readonly Span[])[] = [];
  for (let sentence = from; sentence < Math.min(to, words.length); sentence += 1) part.push(words.at(sentence) ?? []);
  return part;
}
