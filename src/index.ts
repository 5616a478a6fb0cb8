// The library: what `import … from 'rapporteur'` gives. docs/library.md explains it with examples.

export { type Lexicon, loadLexicon } from './coding/lexicon/lexicon.ts';
export { EXPORTS } from './exports/exports.ts';
export type { ExportFile, ExportFormat, Pieces } from './exports/format.ts';
export type { ExportOptions, LeftOut } from './exports/options.ts';
export { type Duplicate, duplicateIndex } from './intake/duplicates.ts';
export { findHead } from './intake/head/find-head.ts';
export { openBytes, openFile } from './intake/open.ts';
export { sortPassages } from './intake/passages/sort-passages.ts';
export { type Analyser, type AnalyserOptions, createAnalyser } from './language/analysis/analyser.ts';
export { type Annotated, annotate } from './language/analysis/annotate.ts';
export type { AnalysedName, AnalysedSentence, AnalysedWord } from './language/analysis/types.ts';
export { findChains } from './language/coreference/find-chains.ts';
export { findNames } from './language/names/find-names.ts';
export type { Runtime } from './language/runtime/session.ts';
export { type Segmentation, segment } from './language/segmentation/segment.ts';
export { findTimes } from './language/times/find-times.ts';
export * from './model/analysis.ts';
export type { AnnotationName, Annotations, EntityRegister, NewEntity, PerSentence } from './model/annotations.ts';
export * from './model/document.ts';
export { Fault, type FaultCode } from './model/fault.ts';
export * from './model/items.ts';
export * from './model/plover.ts';
export * from './model/reading.ts';
export * from './model/span.ts';
export type { Stage } from './model/stage.ts';
export { read } from './read.ts';
export { createReader, type Reader, type ReaderOptions, type ReadOptions } from './reader.ts';
export {
  type EntityFilter,
  type ItemFilter,
  type OpenRecord,
  type Outcome,
  openRecord,
  type Source,
} from './record/record.ts';
export * from './record/views.ts';
export { PROGRAM_VERSION, readerVersion } from './version.ts';
