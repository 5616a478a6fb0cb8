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
}

/** What the tagger works with beside the network. */
export interface TaggerRules {
  readonly cues: CueLevels;
  readonly link: LinkWeights;
}

// From src/coding/statements/tagger and from dist/coding/statements/tagger alike.
const FOLDER = new URL('../../../../models/statements/', import.meta.url);

const read = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(name, FOLDER)));
const describe = async (): Promise<Description> => JSON.parse((await read('model.json')).toString('utf8'));

/** Reads the network and its tables; rejects with the file system's error when a file is missing. */
export async function readStatementModel(): Promise<StatementModel> {
  const [{ table, transitions }, embeddings, network, summing] = await Promise.all([
    describe(),
    read('embeddings.bin'),
    read('model.onnx'),
    read('sum-rows.wasm'),
  ]);
  return { network, summing: new Uint8Array(summing), table: unpack(embeddings, table), transitions };
}

/** Reads what stands beside the network; rejects with the file system's error when the file is missing. */
export async function readTaggerRules(): Promise<TaggerRules> {
  const { cues, link } = await describe();
  return { cues: new Map(Object.entries(cues)), link };
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
