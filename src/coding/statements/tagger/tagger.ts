// Tags sources, cues and contents of statements with the shipped network.
import { groupPieces, inputFor } from '../../../language/analysis/batches.ts';
import { openSession } from '../../../language/runtime/onnx.ts';
import type { Runtime, Session } from '../../../language/runtime/session.ts';
import { together } from '../../../language/runtime/together.ts';
import { type Span, textOf } from '../../../model/span.ts';
import type { Tagged } from '../linking/elements.ts';
import type { LinkWeights } from '../linking/link.ts';
import { type BestLabels, bestLabelsBy, LABELS, spansOf } from './decode.ts';
import { FEATURES, featureRows, type Window } from './features.ts';
import { type FrozenVectors, openFrozenVectors } from './frozen-vectors.ts';
import { readStatementModel, type StatementModel } from './model-files.ts';
import { openRowSums, type RowSums } from './sum-rows.ts';

export interface Tagger {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  readonly link: LinkWeights;
  /**
   * The sources, cues and contents of each window of one document, in text order. Linear in the number of words, all of
   * which stand in memory. Callers that ask at the same time share the network's batches; a window comes out the same in
   * any company.
   */
  tag(windows: readonly Window[], text: string): Promise<readonly (readonly Tagged[])[]>;
}

interface Loaded {
  readonly session: Session;
  readonly cues: StatementModel['cues'];
  readonly bestLabels: BestLabels;
  readonly sums: RowSums;
  readonly vectors: FrozenVectors;
}

/** Loads the shipped model. Rejects if its files are missing or a wished runtime cannot be had. */
export async function createTagger(options: { readonly runtime?: Runtime } = {}): Promise<Tagger> {
  const [model, vectors] = await Promise.all([readStatementModel(), openFrozenVectors()]);
  const { network, summing, table, cues, transitions, link } = model;
  const session = await openSession(network, options.runtime);
  const sums = openRowSums(summing, table, FEATURES);
  const loaded = { session, cues, bestLabels: bestLabelsBy(transitions), sums, vectors };
  const tagAll = together((tasks: readonly Task[]) => tagWindows(loaded, tasks));
  return {
    runtime: session.runtime,
    link,
    tag: (windows, text) => tagAll(windows.map((window) => taskOf(window, text))),
  };
}

/** A window that waits for its labels, and its words' places and forms. */
interface Task {
  readonly window: Window;
  readonly spans: readonly Span[];
  readonly forms: readonly string[];
}

function taskOf(window: Window, text: string): Task {
  const spans = window.sentences.flatMap((sentence) => sentence.map(({ span }) => span));
  return { window, spans, forms: spans.map((span) => textOf(text, span)) };
}

async function tagWindows(loaded: Loaded, tasks: readonly Task[]): Promise<readonly (readonly Tagged[])[]> {
  const found: (readonly Tagged[])[] = tasks.map(() => []);
  const pieces = tasks.map(({ spans }, sentence) => ({ sentence, start: 0, end: spans.length }));
  const groups = groupPieces(pieces.filter(({ end }) => end > 0));
  const input = inputFor(groups, loaded.vectors.size + loaded.sums.size);
  for (const group of groups) {
    const batch = group.map(({ sentence }) => tasks[sentence]).filter((task) => task !== undefined);
    const longest = group.at(-1)?.end ?? 0;
    const scores = await scoresOf(loaded, batch, longest, input(group));
    for (const [row, { sentence, end }] of group.entries()) {
      const labels = loaded.bestLabels(scores, row * longest * LABELS, end);
      found[sentence] = spansOf(labels, tasks[sentence]?.spans ?? []);
    }
  }
  return found;
}

/**
 * Scores of the labels of each word, [window, word up to the longest, label].
 * @param x room for the network's input, all zeros
 */
async function scoresOf(
  { session, cues, sums, vectors }: Loaded,
  batch: readonly Task[],
  longest: number,
  x: Float32Array,
): Promise<Float32Array> {
  const size = vectors.size + sums.size;
  const lengths = batch.map(({ window, forms }, row) => {
    const start = row * longest * size;
    for (const [word, form] of forms.entries()) vectors.add(form, x, start + word * size);
    sums.write(featureRows(window, forms, cues), x, start + vectors.size, size);
    return forms.length;
  });
  const { scores } = await session.run({
    x: { type: 'float32', data: x, shape: [batch.length, longest, size] },
    length: { type: 'int64', data: lengths, shape: [batch.length] },
  });
  return scores as Float32Array;
}
