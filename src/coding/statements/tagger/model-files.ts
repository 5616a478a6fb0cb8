// Reads the shipped statement model (models/statements, written by training/statements/export.py) from the package.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LinkWeights } from '../linking/link.ts';
import type { CueLevels } from './cue-tree.ts';
import type { Transitions } from './decode.ts';

interface Description {
  /** Rows of eight-bit numbers in embeddings.bin, then a float32 scale for each row from byte `scalesAt`. */
  readonly table: { readonly rows: number; readonly size: number; readonly scalesAt: number };
  readonly transitions: Transitions;
  readonly cues: Readonly<Record<string, number>>;
  readonly link: LinkWeights;
}

/** Vectors of the hashed features, as 32-bit numbers since they are summed 26 to a word. */
export interface FeatureTable {
  readonly size: number;
  readonly values: Float32Array;
}

export interface StatementModel {
  readonly network: Uint8Array;
  readonly table: FeatureTable;
  readonly transitions: Transitions;
  readonly cues: CueLevels;
  readonly link: LinkWeights;
}

// From src/coding/statements/tagger and from dist/coding/statements/tagger alike.
const FOLDER = new URL('../../../../models/statements/', import.meta.url);

/** Reads the model's files; rejects with the file system's error when one is missing. */
export async function readStatementModel(): Promise<StatementModel> {
  const read = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(name, FOLDER)));
  const [json, embeddings, network] = await Promise.all([
    read('model.json'),
    read('embeddings.bin'),
    read('model.onnx'),
  ]);
  const { table, transitions, cues, link } = JSON.parse(json.toString('utf8')) as Description;
  return { network, table: unpack(embeddings, table), transitions, cues: new Map(Object.entries(cues)), link };
}

function unpack(bytes: Buffer, { rows, size, scalesAt }: Description['table']): FeatureTable {
  // Copied, since the buffer of a read file may start at an offset that float views refuse.
  const { buffer } = new Uint8Array(bytes);
  const packed = new Int8Array(buffer, 0, rows * size);
  const scales = new Float32Array(buffer, scalesAt, rows);
  // A plain loop: `Float32Array.from` asks an iterator for each of the millions of numbers, at every start.
  const values = new Float32Array(packed.length);
  for (let row = 0; row < rows; row += 1) {
    const scale = scales[row] ?? 0;
    for (let i = row * size; i < (row + 1) * size; i += 1) values[i] = (packed[i] ?? 0) * scale;
  }
  return { size, values };
}
