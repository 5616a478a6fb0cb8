// Tags sources, cues and contents of statements: from windows to what the network sees of them, from its labels to spans.
import { workInBatches } from '../../../language/analysis/batches.ts';
import type { Runtime } from '../../../language/runtime/session.ts';
import { together } from '../../../language/runtime/together.ts';
import { textOf } from '../../../model/span.ts';
import type { Tagged } from '../linking/elements.ts';
import type { LinkWeights } from '../linking/link.ts';
import { spansOf } from './decode.ts';
import { featureRows, type Window } from './features.ts';
import { type Labeller, openLabeller, type Seen } from './labeller.ts';
import { readTaggerRules } from './model-files.ts';

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

/** Loads the shipped model. Rejects if its files are missing or a wished runtime cannot be had. */
export async function createTagger(options: { readonly runtime?: Runtime } = {}): Promise<Tagger> {
  return taggerOver(await openLabeller(options));
}

/** The tagger over a labeller. Rejects if the file of what stands beside the network is missing. */
export async function taggerOver({ runtime, label }: Labeller): Promise<Tagger> {
  const { cues, link } = await readTaggerRules();
  const labelAll = together((windows: readonly Seen[]) => workInBatches(windows, ({ forms }) => forms.length, label));
  return {
    runtime,
    link,
    async tag(windows, text) {
      const spans = windows.map(({ sentences }) => sentences.flatMap((words) => words.map(({ span }) => span)));
      const seen = windows.map((window, at): Seen => {
        const forms = spans[at]?.map((span) => textOf(text, span)) ?? [];
        return { forms, rows: featureRows(window, forms, cues) };
      });
      const labels = await labelAll(seen);
      return labels.map((own, at) => (own ? spansOf(own, spans[at] ?? []) : []));
    },
  };
}
