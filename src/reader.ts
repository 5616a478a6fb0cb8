// The reader: one table of stages from a document's text to its reading.
import { findActivities } from './coding/derived/activities.ts';
import { findAgreements } from './coding/derived/agreements.ts';
import { findMeetings } from './coding/derived/meetings.ts';
import { findPositions } from './coding/derived/positions.ts';
import { findEntities } from './coding/entities/find-entities.ts';
import { codeEvents } from './coding/events/code-events.ts';
import { type Lexicon, loadLexicon } from './coding/lexicon/lexicon.ts';
import { findStatements } from './coding/statements/find-statements.ts';
import { type Labeller, openLabeller } from './coding/statements/tagger/labeller.ts';
import { type Tagger, taggerOver } from './coding/statements/tagger/tagger.ts';
import { findHead } from './intake/head/find-head.ts';
import { sortPassages } from './intake/passages/sort-passages.ts';
import { openParser } from './language/analysis/analyser.ts';
import { annotate } from './language/analysis/annotate.ts';
import { type Analyser, analyserOver } from './language/analysis/core.ts';
import type { Parser } from './language/analysis/parser.ts';
import { findChains } from './language/coreference/find-chains.ts';
import { diagnose } from './language/diagnose.ts';
import { findNames } from './language/names/find-names.ts';
import type { Runtime } from './language/runtime/session.ts';
import { segment } from './language/segmentation/segment.ts';
import { dateDocument } from './language/times/date-document.ts';
import type { Annotations } from './model/annotations.ts';
import type { Document } from './model/document.ts';
import { FORMAT, type Reading } from './model/reading.ts';
import { checkOrder, lastReads, type Stage, stage } from './model/stage.ts';

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
  /**
   * Reads one document. No text makes it reject; the same document gives the same reading. Several calls at the same
   * time share the network's batches and are done sooner than one after the other.
   */
  read(document: Document, options?: ReadOptions): Promise<Reading>;
}

/** What the stages work with, opened once. */
interface Resources {
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

/** What agreements, activities and positions are derived from. */
const DERIVED_FROM = ['document', 'head', 'sentences', 'tokens', 'times', 'register', 'statements', 'events'] as const;

/** The table: what each stage reads and writes, in the order of the flow. */
function stagesOf({ analyser, lexicon, tagger }: Resources): readonly Stage[] {
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
      writes: ['statedHead'],
      run: ({ document, passages }) => ({ statedHead: findHead(document, passages) }),
    }),
    stage({
      name: 'segmentation',
      reads: ['document', 'passages'],
      writes: ['sentences', 'words'],
      run: ({ document, passages }) => segment(document.text, passages),
    }),
    stage({
      name: 'diagnostics',
      reads: ['document', 'statedHead', 'passages', 'sentences', 'words'],
      writes: ['diagnostics'],
      run: (so) => ({ diagnostics: diagnose(so) }),
    }),
    stage({
      name: 'analysis',
      reads: ['document', 'sentences', 'words'],
      writes: ['tokens', 'nameSpans'],
      run: ({ document, sentences, words }) => annotate(analyser, document.text, sentences, words),
    }),
    stage({
      name: 'names',
      reads: ['document', 'sentences', 'tokens', 'nameSpans'],
      writes: ['names'],
      run: ({ nameSpans, ...so }) => ({ names: findNames({ ...so, spans: nameSpans }, lexicon.entities.known) }),
    }),
    stage({
      name: 'times',
      reads: ['document', 'statedHead', 'passages', 'sentences', 'tokens'],
      writes: ['head', 'times'],
      run: dateDocument,
    }),
    stage({
      name: 'coreference',
      reads: ['document', 'passages', 'sentences', 'tokens', 'names'],
      writes: ['chains'],
      run: (so) => ({ chains: findChains(so, lexicon.entities.known) }),
    }),
    stage({
      name: 'entities',
      reads: ['document', 'head', 'passages', 'sentences', 'tokens', 'names', 'chains', 'times'],
      writes: ['register'],
      run: (so) => ({ register: findEntities(so, lexicon.entities) }),
    }),
    stage({
      name: 'statements',
      reads: ['document', 'head', 'passages', 'sentences', 'tokens', 'names', 'times', 'register'],
      writes: ['statements'],
      run: async (so) => ({ statements: await findStatements(so, lexicon, tagger) }),
    }),
    stage({
      name: 'events',
      reads: ['document', 'head', 'passages', 'sentences', 'tokens', 'times', 'register', 'statements'],
      writes: ['events'],
      run: (so) => ({ events: codeEvents(so, lexicon) }),
    }),
    stage({
      name: 'agreements',
      reads: DERIVED_FROM,
      writes: ['agreements'],
      run: (so) => ({ agreements: findAgreements(so, lexicon) }),
    }),
    stage({
      name: 'meetings',
      reads: ['document', 'head', 'sentences', 'tokens', 'times', 'register', 'events'],
      writes: ['meetings'],
      run: (so) => ({ meetings: findMeetings(so, lexicon) }),
    }),
    stage({
      name: 'activities',
      reads: DERIVED_FROM,
      writes: ['activities'],
      run: (so) => ({ activities: findActivities(so, lexicon) }),
    }),
    stage({
      name: 'positions',
      reads: DERIVED_FROM,
      writes: ['positions'],
      run: (so) => ({ positions: findPositions(so, lexicon) }),
    }),
  ];
}

/** The networks that a reader asks. */
export interface Networks {
  readonly parser: Parser;
  readonly labeller: Labeller;
}

/** Opens the networks in this thread. */
export async function openNetworks(runtime?: Runtime): Promise<Networks> {
  const wish = runtime ? { runtime } : {};
  return { parser: await openParser(wish), labeller: await openLabeller(wish) };
}

/**
 * Opens the models and the lexicon and checks the order of the stages.
 * @throws Fault `model-missing`, `lexicon-missing`, `lexicon-row` or `stage-order`
 */
export async function createReader({ lexicon = [], runtime }: ReaderOptions = {}): Promise<Reader> {
  return readerOver(await openNetworks(runtime), lexicon);
}

/**
 * A reader over networks that are open, in this thread or with the help of another.
 * @param lexicon folders of tables laid over the program's own, in their order
 */
export async function readerOver({ parser, labeller }: Networks, lexicon: readonly string[]): Promise<Reader> {
  const stages = stagesOf({
    lexicon: loadLexicon(lexicon),
    analyser: analyserOver(parser),
    tagger: await taggerOver(labeller),
  });
  checkOrder(stages, ['document']);
  const freed = lastReads(stages, IN_READING);
  return {
    stages,
    async read(document, { tokens = false } = {}) {
      let so: Partial<Annotations> = { document };
      for (const [at, { run }] of stages.entries()) {
        so = { ...so, ...(await run(so as Annotations)) };
        // A long document's words and names take hundreds of megabytes; the collector has them as soon as no stage asks.
        for (const name of freed[at] ?? []) if (!(tokens && name === 'tokens')) delete so[name];
      }
      return readingOf(so as Annotations, tokens);
    },
  };
}

/** What a reading is made of; words only where they are asked for. */
const IN_READING = [
  'document', 'head', 'passages', 'sentences', 'register', 'times', 'statements', 'events', 'agreements', 'meetings',
  'activities', 'positions', 'diagnostics',
] as const; // biome-ignore format: one list

/** Fields stand in the order of format.md, so that readings can be compared as text. */
function readingOf(so: Annotations, tokens: boolean): Reading {
  return {
    format: FORMAT,
    id: so.document.id,
    document: so.head,
    passages: so.passages,
    sentences: so.sentences,
    ...(tokens ? { tokens: [...so.tokens] } : {}),
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
