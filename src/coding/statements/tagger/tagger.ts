// Tags sources, cues and contents of statements with the shipped network.
import { groupPieces } from '../../../language/analysis/batches.ts';
import { openSession } from '../../../language/runtime/onnx.ts';
import type { Runtime, Session } from '../../../language/runtime/session.ts';
import { together } from '../../../language/runtime/together.ts';
import type { Token } from '../../../model/analysis.ts';
import type { Tagged } from '../linking/elements.ts';
import type { LinkWeights } from '../linking/link.ts';
import { bestLabels, LABELS, spansOf } from './decode.ts';
import { FEATURES, featureRows, type Window } from './features.ts';
import { type FrozenVectors, openFrozenVectors } from './frozen-vectors.ts';
import { readStatementModel, type StatementModel } from './model-files.ts';
import { sumRows } from './sum-rows.ts';

export interface Tagger {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  readonly link: LinkWeights;
  /**
   * The sources, cues and contents of each window of one document, in text order. Linear in the number of words. Callers
   * that ask at the same time share the network's batches; a window comes out the same in any company.
   */
  tag(windows: readonly Window[], text: string): Promise<readonly (readonly Tagged[])[]>;
}

interface Loaded {
  readonly session: Session;
  readonly model: StatementModel;
  readonly vectors: FrozenVectors;
}

/** Loads the shipped model. Rejects if its files are missing or a wished runtime cannot be had. */
export async function createTagger(options: { readonly runtime?: Runtime } = {}): Promise<Tagger> {
  const [model, vectors] = await Promise.all([readStatementModel(), openFrozenVectors()]);
  const session = await openSession(model.network, options.runtime);
  const loaded = { session, model, vectors };
  const tagAll = together((tasks: readonly Task[]) => tagWindows(loaded, tasks));
  return {
    runtime: session.runtime,
    link: model.link,
    tag: (windows, text) => tagAll(windows.map((window) => ({ window, text, words: window.sentences.flat() }))),
  };
}

/** A window that waits for its labels. */
interface Task {
  readonly window: Window;
  /** Of its document. */
  readonly text: string;
  readonly words: readonly Token[];
}

async function tagWindows(loaded: Loaded, tasks: readonly Task[]): Promise<readonly (readonly Tagged[])[]> {
  const found: (readonly Tagged[])[] = tasks.map(() => []);
  const pieces = tasks.map(({ words }, sentence) => ({ sentence, start: 0, end: words.length }));
  for (const group of groupPieces(pieces.filter(({ end }) => end > 0))) {
    const batch = group.map(({ sentence }) => tasks[sentence]).filter((task) => task !== undefined);
    const longest = group.at(-1)?.end ?? 0;
    const scores = await scoresOf(loaded, batch, longest);
    for (const [row, { sentence, end }] of group.entries()) {
      const labels = bestLabels(scores, row * longest * LABELS, end, loaded.model.transitions);
      found[sentence] = spansOf(
        labels,
        (tasks[sentence]?.words ?? []).map(({ span }) => span),
      );
    }
  }
  return found;
}

/** Scores of the labels of each word, [window, word up to the longest, label]. */
async function scoresOf(
  { session, model: { table, cues }, vectors }: Loaded,
  batch: readonly Task[],
  longest: number,
): Promise<Float32Array> {
  const size = vectors.size + table.size;
  const x = new Float32Array(batch.length * longest * size);
  const lengths = batch.map(({ window, text, words }, row) => {
    const rows = featureRows(window, text, cues);
    for (const [word, { span }] of words.entries()) {
      const at = (row * longest + word) * size;
      vectors.add(text.slice(span[0], span[1]), x, at);
      sumRows(table, rows, word * FEATURES, (word + 1) * FEATURES, x, at + vectors.size);
    }
    return words.length;
  });
  const { scores } = await session.run({
    x: { type: 'float32', data: x, shape: [batch.length, longest, size] },
    length: { type: 'int64', data: lengths, shape: [batch.length] },
  });
  return scores as Float32Array;
}
