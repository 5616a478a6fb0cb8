// Reads the shipped statement model (models/statements, written by training/statements/export.py) from the package.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LinkWeights } from '../linking/link.ts';
import type { CueLevels } from './cue-tree.ts';
import type { Transitions } from './decode.ts';
import type { FeatureTable } from './sum-rows.ts';

interface Description {
  /** Rows of eight-bit numbers in embeddings.bin, then a float32 scale for each row from byte `scalesAt`. */
  readonly table: { readonly rows: number; readonly size: number; readonly scalesAt: number };
  readonly transitions: Transitions;
  readonly cues: Readonly<Record<string, number>>;
  readonly link: LinkWeights;
}

export interface StatementModel {
  readonly network: Uint8Array;
  /** The compiled loop that sums rows of the table. */
  readonly summing: Uint8Array<ArrayBuffer>;
  /** Vectors of the hashed features. */
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
  const [json, embeddings, network, summing] = await Promise.all([
    read('model.json'),
    read('embeddings.bin'),
    read('model.onnx'),
    read('sum-rows.wasm'),
  ]);
  const { table, transitions, cues, link } = JSON.parse(json.toString('utf8')) as Description;
  return {
    network,
    summing: new Uint8Array(summing),
    table: unpack(embeddings, table),
    transitions,
    cues: new Map(Object.entries(cues)),
    link,
  };
}

function unpack(bytes: Buffer, { rows, size, scalesAt }: Description['table']): FeatureTable {
  // Copied, since the buffer of a read file may start at an offset that float views refuse.
  const { buffer } = new Uint8Array(bytes);
  return {
    size,
    packed: new Int8Array(buffer, 0, rows * size),
    scales: new Float32Array(buffer, scalesAt, rows),
  };
}
