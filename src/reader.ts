// The reader: one table of stages from a document's text to its reading.
import { findHead } from './intake/head/find-head.ts';
import { sortPassages } from './intake/passages/sort-passages.ts';
import { type Analyser, createAnalyser } from './language/analysis/analyser.ts';
import { annotate } from './language/analysis/annotate.ts';
import type { Runtime } from './language/analysis/session.ts';
import { segment } from './language/segmentation/segment.ts';
import type { Annotations } from './model/annotations.ts';
import type { Document } from './model/document.ts';
import { FORMAT, type Reading } from './model/reading.ts';
import { checkOrder, type Stage, stage } from './model/stage.ts';

export interface ReaderOptions {
  /** Folders of lexicon tables laid over the program's own, in their order. */
  readonly lexicon?: readonly string[];
  /** `native` or `wasm` to insist on one; without, the native library where it loads. */
  readonly runtime?: Runtime;
}

export interface ReadOptions {
  /** Whether the reading carries words, tags and trees. */
  readonly tokens?: boolean;
}

export interface Reader {
  /** In the order in which they run. */
  readonly stages: readonly Stage[];
  /** Reads one document. No text makes it reject; the same document gives the same reading. */
  read(document: Document, options?: ReadOptions): Promise<Reading>;
}

/** What the stages work with, opened once. */
interface Resources {
  readonly analyser: Analyser;
}

/** The table: what each stage reads and writes, in the order of the flow. */
function stagesOf({ analyser }: Resources): readonly Stage[] {
  return [
    stage({
      name: 'passages',
      reads: ['document'],
      writes: ['passages'],
      run: ({ document }) => ({ passages: sortPassages(document) }),
    }),
    stage({
      name: 'head',
      reads: ['document', 'passages'],
      writes: ['head'],
      run: ({ document, passages }) => ({ head: findHead(document, passages) }),
    }),
    stage({
      name: 'segmentation',
      reads: ['document', 'passages'],
      writes: ['sentences', 'words'],
      run: ({ document, passages }) => segment(document.text, passages),
    }),
    stage({
      name: 'analysis',
      reads: ['document', 'sentences', 'words'],
      writes: ['tokens', 'nameSpans'],
      run: ({ document, sentences, words }) => annotate(analyser, document.text, sentences, words),
    }),
  ];
}

/**
 * Opens the models and the lexicon and checks the order of the stages.
 * @throws Fault `model-missing`, `lexicon-missing`, `lexicon-row` or `stage-order`
 */
export async function createReader({ runtime }: ReaderOptions = {}): Promise<Reader> {
  const stages = stagesOf({ analyser: await createAnalyser(runtime ? { runtime } : {}) });
  checkOrder(stages, ['document']);
  return {
    stages,
    async read(document, { tokens = false } = {}) {
      let so: Partial<Annotations> = { document };
      for (const { run } of stages) so = { ...so, ...(await run(so as Annotations)) };
      return readingOf(so as Annotations, tokens);
    },
  };
}

/** Fields stand in the order of format.md, so that readings can be compared as text. */
function readingOf(so: Annotations, tokens: boolean): Reading {
  return {
    format: FORMAT,
    id: so.document.id,
    document: so.head,
    passages: so.passages,
    sentences: so.sentences,
    ...(tokens ? { tokens: so.tokens } : {}),
    entities: so.register.all(),
    times: so.times,
    statements: so.statements,
    events: so.events,
    agreements: so.agreements,
    meetings: so.meetings,
    activities: so.activities,
    positions: so.positions,
    ...(so.diagnostics.length ? { diagnostics: so.diagnostics } : {}),
  };
}
