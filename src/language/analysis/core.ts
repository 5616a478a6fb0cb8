// Tags, lemmas, trees and names of sentences whose words are known: sentences in, the parser's pieces put together out.
// No files, so that it runs in a browser or a worker as it does in Node.
import type { Runtime } from '../runtime/session.ts';
import { together } from '../runtime/together.ts';
import { cutSentence, type Piece, workInBatches } from './batches.ts';
import type { Parser } from './parser.ts';
import type { AnalysedName, AnalysedSentence, AnalysedWord } from './types.ts';

export interface Analyser {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  /**
   * Analyses the sentences of one document, given as word forms; the result has one entry a sentence, one word a form.
   * Any strings do, empty ones and lone surrogates too. Sentences of more than 200 words are parsed in pieces, the later
   * ones hanging from the first one's root as `parataxis`. Time and memory are linear in the number of words.
   *
   * A sentence comes out the same whatever the others are; callers that ask at the same time share the network's batches.
   */
  analyse(sentences: readonly (readonly string[])[]): Promise<readonly AnalysedSentence[]>;
}

/** The analyser over a parser. */
export function analyserOver({ runtime, parse }: Parser): Analyser {
  return {
    runtime,
    analyse: together(async (sentences: readonly (readonly string[])[]) => {
      const words: AnalysedWord[][] = sentences.map(() => []);
      const names: AnalysedName[][] = sentences.map(() => []);
      const pieces = sentences.flatMap((forms, index) => cutSentence(forms, index));
      const forms = pieces.map((piece) => formsOf(sentences, piece));
      const parsed = await workInBatches(forms, (piece) => piece.length, parse);
      for (const [at, piece] of pieces.entries()) {
        place(parsed[at]?.words ?? [], piece, words[piece.sentence] ?? []);
        for (const name of parsed[at]?.names ?? []) {
          names[piece.sentence]?.push({ ...name, start: name.start + piece.start, end: name.end + piece.start });
        }
      }
      return sentences.map((_, index) => ({
        words: joinPieces(words[index] ?? []),
        names: (names[index] ?? []).sort((a, b) => a.start - b.start),
      }));
    }),
  };
}

const formsOf = (sentences: readonly (readonly string[])[], { sentence, start, end }: Piece): readonly string[] => {
  const forms = sentences[sentence] ?? [];
  return start === 0 && end === forms.length ? forms : forms.slice(start, end);
};

/** Writes a piece's words at their place in the sentence, with heads counted in the sentence. */
function place(words: readonly AnalysedWord[], { start }: Piece, into: AnalysedWord[]): void {
  for (const [k, word] of words.entries()) {
    into[start + k] = start === 0 || word.head === 0 ? word : { ...word, head: word.head + start };
  }
}

/** Hangs the roots of later pieces from the first. */
function joinPieces(words: readonly AnalysedWord[]): readonly AnalysedWord[] {
  const root = words.findIndex((word) => word.head === 0) + 1;
  if (!words.some((word, k) => word.head === 0 && k + 1 !== root)) return words;
  return words.map((word, k) =>
    word.head === 0 && k + 1 !== root ? { ...word, head: root, deprel: 'parataxis' } : word,
  );
}
