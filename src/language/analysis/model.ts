// The shipped parser in memory, from the bytes of its files (models/parser, written by training/parser/export.py).
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
  /** Past forms of irregular verbs with their base, for words tagged VBD or VBN. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Words with a trained vector; the first one's row is 2. */
  readonly words: readonly string[];
}

export interface ModelFiles {
  readonly description: ModelDescription;
  readonly embeddings: ArrayBuffer;
  /** Row of each word with a GloVe vector. */
  readonly gloveRow: ReadonlyMap<string, number>;
  readonly gazetteer: GazetteerLists;
  readonly network: Uint8Array;
}

/** The files that make up the model. */
export const PARSER_FILES = ['model.json', 'embeddings.bin', 'glove.txt', 'gazetteer.json', 'model.onnx'] as const;
export type ParserFile = (typeof PARSER_FILES)[number];

/** Reads the bytes of the files. Throws a SyntaxError where one of those in JSON is broken. */
export function decodeModelFiles(bytesOf: (name: ParserFile) => Uint8Array): ModelFiles {
  const textOf = (name: ParserFile): string => new TextDecoder().decode(bytesOf(name));
  return {
    description: JSON.parse(textOf('model.json')) as ModelDescription,
    // Copied, since the bytes of a file may start at an offset that float views refuse.
    embeddings: Uint8Array.from(bytesOf('embeddings.bin')).buffer,
    gloveRow: rowsOf(textOf('glove.txt').split('\n'), 0),
    gazetteer: JSON.parse(textOf('gazetteer.json')) as GazetteerLists,
    network: bytesOf('model.onnx'),
  };
}

/** The rows of words that follow one another in a table. */
export function rowsOf(words: readonly string[], first: number): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  // Without pairs in between: there are a hundred thousand words, and every start waits for them.
  for (let at = 0; at < words.length; at += 1) rows.set(words[at] ?? '', first + at);
  return rows;
}
