// Reads the shipped statement model (models/statements, written by training/statements/export.py) from the package.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readModelFiles } from '../../../language/analysis/model-files.ts';
import { openTable, type Table, type TableInfo } from '../../../language/analysis/tables.ts';
import type { LinkWeights } from '../linking/link.ts';
import type { Transitions } from './decode.ts';
import type { CueLevels } from './features.ts';

interface Description {
  readonly table: TableInfo;
  readonly transitions: Transitions;
  readonly cues: Readonly<Record<string, number>>;
  readonly link: LinkWeights;
}

export interface StatementModel {
  readonly network: Uint8Array;
  /** Rows of the hashed features. */
  readonly table: Table;
  readonly transitions: Transitions;
  readonly cues: CueLevels;
  readonly link: LinkWeights;
  /** The frozen vectors that the parser ships, by word. */
  readonly vectors: Table;
  readonly vectorRow: ReadonlyMap<string, number>;
}

// From src/coding/statements/tagger and from dist/coding/statements/tagger alike.
const FOLDER = new URL('../../../../models/statements/', import.meta.url);

/** Reads the model's files and the parser's word vectors; rejects with the file system's error when one is missing. */
export async function readStatementModel(): Promise<StatementModel> {
  const read = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(name, FOLDER)));
  const [parser, json, embeddings, network] = await Promise.all([
    readModelFiles(),
    read('model.json'),
    read('embeddings.bin'),
    read('model.onnx'),
  ]);
  const { table, transitions, cues, link } = JSON.parse(json.toString('utf8')) as Description;
  return {
    network,
    // Copied, since the buffer of a read file may start at an offset that float views refuse.
    table: openTable(new Uint8Array(embeddings).buffer, table),
    transitions,
    cues: new Map(Object.entries(cues)),
    link,
    vectors: openTable(parser.embeddings, parser.description.tables.glove),
    vectorRow: new Map(parser.gloveWords.map((word, row) => [word, row])),
  };
}

/** The row of a form's frozen vector: its own, else that of the form with digits as 0; undefined where there is none. */
export function vectorRowOf(form: string, rows: ReadonlyMap<string, number>): number | undefined {
  const lower = form.toLowerCase().replaceAll('’', "'").replace(/[“”]/g, '"');
  return rows.get(lower) ?? rows.get(lower.replace(/[0-9]/g, '0'));
}
