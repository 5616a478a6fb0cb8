// Labels the words of windows with the shipped network: the part of the tagger that holds weights.
import { createRoom } from '../../../language/analysis/batches.ts';
import { type BatchWork, oneAtATime } from '../../../language/runtime/batch-work.ts';
import { openSession } from '../../../language/runtime/onnx.ts';
import type { Runtime, Session } from '../../../language/runtime/session.ts';
import { bestLabelsBy, LABELS } from './decode.ts';
import { FEATURES } from './features.ts';
import { type FrozenVectors, openFrozenVectors } from './frozen-vectors.ts';
import { readStatementModel } from './model-files.ts';
import { openRowSums, type RowSums } from './sum-rows.ts';

/** A window as the network sees it. */
export interface Seen {
  readonly forms: readonly string[];
  /** `FEATURES` rows of the feature table for each word. */
  readonly rows: Int32Array;
}

export interface Labeller {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  /** The best label of each word of each window; the longest window comes last. */
  readonly label: BatchWork<Seen, Uint8Array>;
}

/** Loads the shipped model. Rejects if its files are missing or a wished runtime cannot be had. */
export async function openLabeller(options: { readonly runtime?: Runtime } = {}): Promise<Labeller> {
  const [model, vectors] = await Promise.all([readStatementModel(), openFrozenVectors()]);
  const session = await openSession(model.network, options.runtime);
  const sums = openRowSums(model.summing, model.table, FEATURES);
  const bestLabels = bestLabelsBy(model.transitions);
  const room = createRoom();
  return {
    runtime: session.runtime,
    label: oneAtATime(async (batch: readonly Seen[]) => {
      const longest = batch.at(-1)?.forms.length ?? 0;
      const scores = await scoresOf(session, sums, vectors, batch, longest, room);
      return batch.map(({ forms }, row) => bestLabels(scores, row * longest * LABELS, forms.length));
    }),
  };
}

/** Scores of the labels of each word, [window, word up to the longest, label]. */
async function scoresOf(
  session: Session,
  sums: RowSums,
  vectors: FrozenVectors,
  batch: readonly Seen[],
  longest: number,
  room: (numbers: number) => Float32Array,
): Promise<Float32Array> {
  const size = vectors.size + sums.size;
  const x = room(batch.length * longest * size);
  const lengths = batch.map(({ forms, rows }, row) => {
    const start = row * longest * size;
    for (const [word, form] of forms.entries()) vectors.add(form, x, start + word * size);
    sums.write(rows, x, start + vectors.size, size);
    return forms.length;
  });
  const { scores } = await session.run({
    x: { type: 'float32', data: x, shape: [batch.length, longest, size] },
    length: { type: 'int64', data: lengths, shape: [batch.length] },
  });
  return scores as Float32Array;
}
