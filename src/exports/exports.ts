// The table of export formats. A new one is a file with an Exporter and a line here.
import type { Writable } from 'node:stream';
import type { OpenRecord } from '../record/record.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { writePieces } from './write-pieces.ts';

const EXPORTERS: Readonly<Record<string, Exporter>> = { json };

/** Writes the record, as fast as `out` takes it, and leaves `out` open. Errors of `out` are thrown as they are. */
export type Export = (record: OpenRecord, out: Writable) => Promise<void>;

/** Name of the format -> what writes it. */
export const EXPORTS: ReadonlyMap<string, Export> = new Map(
  Object.entries(EXPORTERS).map(([name, { pieces }]) => [
    name,
    (record, out) => record.steadily(() => writePieces(pieces(record), out)),
  ]),
);
