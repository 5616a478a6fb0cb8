// Tags sources, cues and contents of statements with the shipped network.
import { groupPieces } from '../../../language/analysis/batches.ts';
import { openSession, type Runtime, type Session } from '../../../language/runtime/onnx.ts';
import type { Tagged } from '../linking/elements.ts';
import type { LinkWeights } from '../linking/link.ts';
import { bestLabels, LABELS, spansOf } from './decode.ts';
import { FEATURES, featureRows, type Window } from './features.ts';
import { readStatementModel, type StatementModel, vectorRowOf } from './model-files.ts';

export interface Tagger {
  /** Which ONNX runtime does the work. */
  readonly runtime: Runtime;
  readonly link: LinkWeights;
  /**
   * The sources, cues and contents of each window of one document, in text order. Linear in the number of words.
   * Activations are rounded over a whole batch: give a document's windows in one call, and it gets the same labels always.
   */
  tag(windows: readonly Window[], text: string): Promise<readonly (readonly Tagged[])[]>;
}

/** Loads the shipped model. Rejects if its files are missing or a wished runtime cannot be had. */
export async function createTagger(options: { readonly runtime?: Runtime } = {}): Promise<Tagger> {
  const model = await readStatementModel();
  const session = await openSession(model.network, options.runtime);
  return {
    runtime: session.runtime,
    link: model.link,
    async tag(windows, text) {
      const found: (readonly Tagged[])[] = windows.map(() => []);
      const spans = windows.map(({ sentences }) => sentences.flat().map(({ span }) => span));
      const pieces = spans.map((words, sentence) => ({ sentence, start: 0, end: words.length }));
      for (const group of groupPieces(pieces.filter(({ end }) => end > 0))) {
        const batch = group.map(({ sentence }) => windows[sentence]).filter((window) => window !== undefined);
        const longest = group.at(-1)?.end ?? 0;
        const scores = await scoresOf(session, model, batch, longest, text);
        for (const [row, { sentence, end }] of group.entries()) {
          const labels = bestLabels(scores, row * longest * LABELS, end, model.transitions);
          found[sentence] = spansOf(labels, spans[sentence] ?? []);
        }
      }
      return found;
    },
  };
}

async function scoresOf(
  session: Session,
  { table, vectors, vectorRow, cues }: StatementModel,
  batch: readonly Window[],
  longest: number,
  text: string,
): Promise<Float32Array> {
  const size = vectors.size + table.size;
  const x = new Float32Array(batch.length * longest * size);
  const lengths: number[] = [];
  for (const [row, window] of batch.entries()) {
    const rows = featureRows(window, text, cues);
    let word = 0;
    for (const sentence of window.sentences) {
      for (const { span } of sentence) {
        const at = (row * longest + word) * size;
        const known = vectorRowOf(text.slice(span[0], span[1]), vectorRow);
        if (known !== undefined) vectors.add(known, 1, x, at);
        for (let f = 0; f < FEATURES; f += 1) table.add(rows[word * FEATURES + f] ?? 0, 1, x, at + vectors.size);
        word += 1;
      }
    }
    lengths.push(word);
  }
  const { scores } = await session.run({
    x: { type: 'float32', data: x, shape: [batch.length, longest, size] },
    length: { type: 'int64', data: lengths, shape: [batch.length] },
  });
  return scores as Float32Array;
}
