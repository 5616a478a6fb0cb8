// The parser: one batch of pieces of sentences through the network, and what its numbers say.
// No files, so that it runs in a browser or a worker as it does in Node.
import { type BatchWork, oneAtATime } from '../runtime/batch-work.ts';
import type { Runtime } from '../runtime/session.ts';
import { createRoom } from './batches.ts';
import { createLemmatiser, type Lemmatiser } from './lemma.ts';
import type { ModelFiles, ModelLabels } from './model.ts';
import { createNameDecoder, type NameDecoder } from './names.ts';
import type { Network, NetworkOutput } from './network.ts';
import { bestTree, isTree } from './tree.ts';
import type { AnalysedSentence } from './types.ts';
import { createWordVectors, type WordVectors } from './word-vectors.ts';

export interface Parser {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  /** Parses pieces, given as word forms, each as a sentence of its own; the longest comes last. */
  readonly parse: BatchWork<readonly string[], AnalysedSentence>;
}

/** The parser over a model whose network is open. */
export function parserOf(files: ModelFiles, network: Network): Parser {
  const vectors = createWordVectors(files);
  const room = createRoom();
  const { labels, transitions, irregular } = files.description;
  const lemmaOf = createLemmatiser(labels.lemma, {
    irregular: new Map(Object.entries(irregular)),
    rankOf: vectors.rankOf,
  });
  const decoder = createNameDecoder(labels.names, transitions);
  return {
    runtime: network.runtime,
    parse: oneAtATime(async (batch: readonly (readonly string[])[]) => {
      const output = await runBatch(network, vectors, batch, room);
      return batch.map((_, row) => readPiece(output, row, batch, labels, lemmaOf, decoder));
    }),
  };
}

function runBatch(
  network: Network,
  vectors: WordVectors,
  batch: readonly (readonly string[])[],
  room: (numbers: number) => Float32Array,
): Promise<NetworkOutput> {
  const longest = batch.at(-1)?.length ?? 0;
  const x = room(batch.length * longest * vectors.size);
  const mask = new Float32Array(batch.length * longest);
  for (const [row, words] of batch.entries()) {
    vectors.write(words, x, row * longest * vectors.size);
    mask.fill(1, row * longest, row * longest + words.length);
  }
  return network.run({ batch: batch.length, longest, x, mask, lengths: batch.map((words) => words.length) });
}

function readPiece(
  output: NetworkOutput,
  row: number,
  batch: readonly (readonly string[])[],
  labels: ModelLabels,
  lemmaOf: Lemmatiser,
  decoder: NameDecoder,
): AnalysedSentence {
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
