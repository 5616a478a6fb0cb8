// The library for browsers and workers: what needs no files. Model files come in as bytes; docs/library.md has an example.
import { type Analyser, analyserOver } from './language/analysis/core.ts';
import { decodeModelFiles, type ParserFile } from './language/analysis/model.ts';
import { networkOf } from './language/analysis/network.ts';
import { parserOf } from './language/analysis/parser.ts';
import { openWebSession } from './language/runtime/web.ts';
import { type Segmentation, segmentWith } from './language/segmentation/core.ts';
import { decodeModel } from './language/segmentation/model.ts';
import type { SpellingLists } from './language/segmentation/spellings.ts';
import type { Passage } from './model/document.ts';

export { findHead } from './intake/head/find-head.ts';
export { sortPassages } from './intake/passages/sort-passages.ts';
export { type Annotated, annotate } from './language/analysis/annotate.ts';
export type { Analyser } from './language/analysis/core.ts';
export { PARSER_FILES, type ParserFile } from './language/analysis/model.ts';
export type { AnalysedName, AnalysedSentence, AnalysedWord } from './language/analysis/types.ts';
export type { Segmentation } from './language/segmentation/core.ts';
export { findTimes } from './language/times/find-times.ts';
export * from './model/analysis.ts';
export type { PerSentence } from './model/annotations.ts';
export * from './model/document.ts';
export * from './model/span.ts';

/** The files of `models/segmentation` that `openSegmentation` wants. */
export const SEGMENTATION_FILES = ['segmentation.bin', 'spellings.json'] as const;
export type SegmentationFile = (typeof SEGMENTATION_FILES)[number];

export interface Segmenter {
  /**
   * Divides the passages of a text into sentences and syntactic words; without passages the whole text is one. No
   * sentence crosses a passage or a paragraph. Offsets count UTF-16 code units of `text`. Never throws; linear in it.
   */
  segment(text: string, passages?: readonly Passage[]): Segmentation;
}

/**
 * Opens segmentation from the bytes of its files.
 * @throws RangeError or SyntaxError where they are not whole
 */
export function openSegmentation(files: Readonly<Record<SegmentationFile, ArrayBuffer>>): Segmenter {
  const lists = JSON.parse(new TextDecoder().decode(files['spellings.json'])) as SpellingLists;
  const model = decodeModel(new Uint8Array(files['segmentation.bin']), lists);
  return {
    segment: (text, passages = [{ span: [0, text.length], kind: 'body' }]) => segmentWith(model, text, passages),
  };
}

export interface WebAnalyserOptions {
  /** The bytes of onnxruntime-web's `ort-wasm-simd-threaded.wasm`; without them the runtime looks beside its program. */
  readonly wasm?: ArrayBuffer;
}

/** Opens the analyser from the bytes of its files, on WebAssembly. Rejects where they are not whole. */
export async function openAnalyser(
  files: Readonly<Record<ParserFile, ArrayBuffer>>,
  { wasm }: WebAnalyserOptions = {},
): Promise<Analyser> {
  const model = decodeModelFiles((name) => new Uint8Array(files[name]));
  return analyserOver(parserOf(model, networkOf(await openWebSession(model.network, wasm))));
}
