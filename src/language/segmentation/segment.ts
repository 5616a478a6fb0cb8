// Segmentation in Node: the shipped model, read once when the module is loaded.
import { readFileSync } from 'node:fs';
import type { Passage } from '../../model/document.ts';
import { Fault } from '../../model/fault.ts';
import { type Segmentation, segmentWith } from './core.ts';
import { decodeModel, type SegmentationModel } from './model.ts';
import type { SpellingLists } from './spellings.ts';

export type { Segmentation } from './core.ts';

const FOLDER = new URL('../../../models/segmentation/', import.meta.url);

let model: SegmentationModel | null = null;

/** The shipped model. Faults with `model-missing` where its files cannot be read. */
export function loadSegmentationModel(folder: URL = FOLDER): SegmentationModel {
  try {
    const spellings = JSON.parse(readFileSync(new URL('spellings.json', folder), 'utf8')) as SpellingLists;
    return decodeModel(readFileSync(new URL('segmentation.bin', folder)), spellings);
  } catch (error) {
    throw new Fault('model-missing', { path: new URL('segmentation.bin', folder).pathname }, error);
  }
}

/**
 * Divides the passages of a text into sentences and syntactic words with the shipped model; see `segmentWith`.
 * The first call reads the model and may fault with `model-missing`; no text makes it throw.
 */
export function segment(text: string, passages: readonly Passage[]): Segmentation {
  model ??= loadSegmentationModel();
  return segmentWith(model, text, passages);
}
