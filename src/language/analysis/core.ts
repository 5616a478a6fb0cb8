// Tags, lemmas, trees and names of sentences whose words are known: the language room's one neural network.
// No files, so that it runs in a browser or a worker as it does in Node.
import type { Runtime } from '../runtime/session.ts';
import { together } from '../runtime/together.ts';
import { cutSentence, groupPieces, inputFor, type Piece } from './batches.ts';
import { createLemmatiser, type Lemmatiser } from './lemma.ts';
import type { ModelFiles, ModelLabels } from './model.ts';
import { createNameDecoder, type NameDecoder } from './names.ts';
import type { Network, NetworkOutput } from './network.ts';
import { bestTree, isTree } from './tree.ts';
import type { AnalysedName, AnalysedSentence, AnalysedWord } from './types.ts';
import { createWordVectors, type WordVectors } from './word-vectors.ts';

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

/** The analyser over a model whose network is open. */
export function analyserOf(files: ModelFiles, network: Network): Analyser {
  const vectors = createWordVectors(files);
  const { labels, transitions, irregular } = files.description;
  const lemmaOf = createLemmatiser(labels.lemma, {
    irregular: new Map(Object.entries(irregular)),
    rankOf: vectors.rankOf,
  });
  const decoder = createNameDecoder(labels.names, transitions);
  return {
    runtime: network.runtime,
    analyse: together(async (sentences: readonly (readonly string[])[]) => {
      const words: AnalysedWord[][] = sentences.map(() => []);
      const names: AnalysedName[][] = sentences.map(() => []);
      const pieces = sentences.flatMap((forms, index) => cutSentence(forms, index));
      const groups = groupPieces(pieces);
      const input = inputFor(groups, vectors.size);
      for (const group of groups) {
        const forms = group.map((piece) => formsOf(sentences, piece));
        const output = await runBatch(network, vectors, forms, input(group));
        for (const [row, piece] of group.entries()) {
          const read = readPiece(output, row, forms, labels, lemmaOf, decoder);
          place(read.words, piece, words[piece.sentence] ?? []);
          for (const name of read.names) {
            names[piece.sentence]?.push({ ...name, start: name.start + piece.start, end: name.end + piece.start });
          }
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

function runBatch(
  network: Network,
  vectors: WordVectors,
  forms: readonly (readonly string[])[],
  x: Float32Array,
): Promise<NetworkOutput> {
  const longest = forms.at(-1)?.length ?? 0;
  const mask = new Float32Array(forms.length * longest);
  for (const [row, words] of forms.entries()) {
    vectors.write(words, x, row * longest * vectors.size);
    mask.fill(1, row * longest, row * longest + words.length);
  }
  return network.run({ batch: forms.length, longest, x, mask, lengths: forms.map((words) => words.length) });
}

function readPiece(
  output: NetworkOutput,
  row: number,
  batch: readonly (readonly string[])[],
  labels: ModelLabels,
  lemmaOf: Lemmatiser,
  decoder: NameDecoder,
): { words: AnalysedWord[]; names: AnalysedName[] } {
  const forms = batch[row] ?? [];
  const size = forms.length;
  const longest = batch.at(-1)?.length ?? 0;
  const base = row * longest;
  let heads: Int32Array = output.head.subarray(base, base + size);
  if (!isTree(heads)) {
    const stride = longest + 1;
    heads = bestTree({ scores: output.arcs, offset: base * stride, stride, size });
  }
  const words = forms.map((form, k) => {
    const at = base + k;
    const head = heads[k] ?? 0;
    const xpos = labels.xpos[output.xpos[at] ?? 0] ?? 'FW';
    return {
      lemma: lemmaOf(form, xpos, output.lemma[at] ?? 0),
      upos: labels.upos[output.upos[at] ?? 0] ?? 'X',
      xpos,
      feats: labels.feats[output.feats[at] ?? 0] ?? '_',
      head,
      deprel: relationOf(labels.deprel[output.deprel[at] ?? 0] ?? 'dep', head),
    };
  });
  return { words, names: decoder.decode({ scores: output.names, offset: base * labels.names.length, size }) };
}

/** The network labels each word with its best head in view; after a repair of the tree only `root` can be out of place. */
function relationOf(label: string, head: number): string {
  if (head === 0) return 'root';
  return label === 'root' ? 'parataxis' : label;
}

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
