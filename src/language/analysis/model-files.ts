// Reads the shipped parser (models/parser, written by training/parser/export.py) from the package.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { GazetteerLists } from './gazetteer.ts';
import type { TableInfo } from './tables.ts';

/** Labels in the order of the network's numbers. */
export interface ModelLabels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  /** Edit scripts (see lemma.ts). */
  readonly lemma: readonly string[];
  readonly deprel: readonly string[];
  /** `O` and place-type pairs: `B-PER`, `I-PER`, `E-PER`, `S-PER`. */
  readonly names: readonly string[];
}

export interface ModelDescription {
  /** Numbers a word has at the network's input. */
  readonly inputSize: number;
  /** Kinds of lists whose flags stand at the end of it; none where the model was trained without. */
  readonly phraseLists: readonly string[] | null;
  readonly wordLists: readonly string[] | null;
  readonly hashScale: number;
  readonly tables: Readonly<Record<'glove' | 'words' | 'suffixes' | 'prefixes', TableInfo>>;
  readonly labels: ModelLabels;
  /** Score of each name label after each other; very low where forbidden. */
  readonly transitions: readonly (readonly number[])[];
  /** Words with a trained vector; the first one's row is 2. */
  readonly words: readonly string[];
}

export interface ModelFiles {
  readonly description: ModelDescription;
  readonly embeddings: ArrayBuffer;
  /** Words with a GloVe vector; the first one's row is 0. */
  readonly gloveWords: readonly string[];
  readonly gazetteer: GazetteerLists;
  readonly network: Uint8Array;
}

// From src/language/analysis and from dist/language/analysis alike.
const FOLDER = new URL('../../../models/parser/', import.meta.url);

/** Reads all files; rejects with the file system's error when one is missing. */
export async function readModelFiles(): Promise<ModelFiles> {
  const read = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(name, FOLDER)));
  const [description, embeddings, glove, gazetteer, network] = await Promise.all(
    ['model.json', 'embeddings.bin', 'glove.txt', 'gazetteer.json', 'model.onnx'].map(read),
  );
  if (!description || !embeddings || !glove || !gazetteer || !network) throw new Error('parser model is incomplete');
  return {
    description: JSON.parse(description.toString('utf8')) as ModelDescription,
    // Copied, since the buffer of a read file may start at an offset that float views refuse.
    embeddings: new Uint8Array(embeddings).buffer,
    gloveWords: glove.toString('utf8').split('\n'),
    gazetteer: JSON.parse(gazetteer.toString('utf8')) as GazetteerLists,
    network,
  };
}
